import type { Decoded, TypedValue } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { partsOf } from './token-parts.ts';

/** Data in a form of the document type's own, such as a packed date, and what it says as text. */
export interface TypedData {
  encoding: TypedValue['encoding'];
  text: string;
}

/**
 * The OPAQUE token `i` by its type's own form: where it stands right behind its attribute's start, or in a tag,
 * that has one. `undefined` where there is none or the bytes do not fit it.
 */
export function typedData(decoded: Decoded, i: number): TypedData | undefined {
  const { tokens, vocabulary, bytes } = decoded;
  const { typedValues } = vocabulary.type;
  if (!typedValues || tokens.kind(i) !== KIND.opaque) return undefined;
  const space = tokens.inAttributes(i) ? 'attribute' : 'tag';
  const owner = space === 'attribute' ? i - 1 : tokens.parent(i);
  if (owner < 0 || tokens.kind(owner) !== (space === 'attribute' ? KIND.attributeStart : KIND.tag)) {
    return undefined;
  }
  const page = tokens.page(owner);
  const code = space === 'attribute' ? tokens.byte(owner) : tokens.tagCode(owner);
  const typed = typedValues.find(
    (value) => value.space === space && value.page === page && value.code === code,
  );
  const data = partsOf(decoded, i).find(({ name }) => name === 'data');
  if (!typed || !data) return undefined;
  const text = vocabulary.valueCodec(space, page, code)?.toText(bytes.subarray(data.start, data.end));
  return text === undefined ? undefined : { encoding: typed.encoding, text };
}

/** What each byte of a packed date stands for: two decimal digits. */
const PACKED_DATE = ['century', 'year of the century', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** What the byte at `index` of the data says by itself, or `undefined`. */
export function typedByte({ encoding }: TypedData, index: number, byte: number): string | undefined {
  const what = encoding === 'packed-date' ? PACKED_DATE[index] : undefined;
  return what && `${what} ${byte.toString(16).padStart(2, '0')}`;
}

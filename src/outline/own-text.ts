import { readMbUint32 } from '../bytes/index.ts';
import { stringSpan } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { textHead } from '../explain/index.ts';
import type { Outline } from './outline.ts';

/** What stands in an element beside its child elements, as far as it is one string or one piece of data. */
export interface OwnText {
  /** Where it is. Bytes, half-open. */
  start: number;
  end: number;
  kind: 'text' | 'data';
  /** Its beginning. */
  head: string;
  /** True where more follows. */
  more: boolean;
}

/**
 * The first string or data that stands in an element before any child of its.
 * @param cap characters of it at most
 * @returns `undefined` where nothing of the kind stands there
 */
export function ownText(outline: Outline, element: number, cap: number): OwnText | undefined {
  const { decoded } = outline;
  const { tokens, document } = decoded;
  const tag = outline.token(element);
  for (let i = tag + 1; i < tokens.past(tag); i++) {
    const kind = tokens.kind(i);
    if (tokens.inAttributes(i) || kind === KIND.switchPage) continue;
    if (kind !== KIND.strI && kind !== KIND.opaque) return undefined;
    const { start, end } =
      kind === KIND.strI
        ? stringSpan(document, i)
        : { start: readMbUint32(decoded.bytes, tokens.start(i) + 1).next, end: tokens.end(i) };
    const { text, whole } = textHead(decoded, start, end, cap);
    return { start, end, kind: kind === KIND.strI ? 'text' : 'data', head: text, more: !whole };
  }
  return undefined;
}

import { sameBytes, toHex } from '../bytes/index.ts';
import { decode, documentTypes, encode, type DecodeOptions } from '../doctypes/index.ts';
import { readXml, toXml } from '../xml/index.ts';
import type { Recorded } from './corpus.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';

/**
 * Runs one mutated message through the codec and back.
 * @returns what went wrong, with all that is needed to repeat it, or `undefined`
 */
export function fuzzOnce(seed: number, messages: readonly Recorded[]): string | undefined {
  const random = new Random(seed);
  const source = random.pick(messages);
  const bytes = mutate(source.bytes, random);
  // One in seven is read as a type that it is not.
  const options: DecodeOptions = random.below(7) === 0 ? { doctype: random.pick(documentTypes).id } : {};
  const fault = faultOf(bytes, options);
  if (fault === undefined) return undefined;
  return `seed ${seed}, ${source.name}, ${JSON.stringify(options)}: ${fault}\n${toHex(bytes.subarray(0, 400))}`;
}

/** Every way for a message to be in error (law 4): anything else is a warning. */
export const ERROR_CODES: ReadonlySet<string> = new Set([
  'truncated',
  'too-large',
  'no-root',
  'after-root',
  'missing-end',
  'not-in-attributes',
  'value-before-start',
]);

/** Which law a message breaks, or `undefined`. */
export function faultOf(bytes: Uint8Array, options: DecodeOptions): string | undefined {
  const decoded = decode(bytes, options);
  const { tokens } = decoded;
  let at = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.start(i) !== at || tokens.end(i) <= at)
      return `token ${i} leaves a gap or overlaps at byte ${at}`;
    at = tokens.end(i);
  }
  if (at !== bytes.length) return `the tokens end at ${at} of ${bytes.length} bytes`;
  if (decoded.problems.some(({ start, end }) => start < 0 || end < start || end > bytes.length)) {
    return 'a problem lies outside the input';
  }
  const errors = decoded.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 1) return 'two errors: reading stops at the first';
  if (errors.some(({ code }) => !ERROR_CODES.has(code))) return `${errors[0]?.code ?? ''} is no error`;
  if (!sameBytes(encode(decoded.document), bytes)) return 'encode(decode(bytes)) differs';
  const text = toXml(decoded);
  const read = readXml(text);
  if (!read.bytes)
    return `the printed text is refused: ${JSON.stringify(read.problems[0])}\n${text.slice(-600)}`;
  if (sameBytes(read.bytes, bytes)) return undefined;
  let same = 0;
  while (same < bytes.length && read.bytes[same] === bytes[same]) same++;
  const near = (from: Uint8Array) => toHex(from.subarray(Math.max(0, same - 12), same + 20), ' ');
  return `bytes → XML → bytes differs at ${same}:\n${near(bytes)}\n${near(read.bytes)}\n${text.slice(0, 1200)}`;
}

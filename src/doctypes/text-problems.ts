import { toHex } from '../bytes/index.ts';
import { KIND, ProblemList, UTF_8, type Header, type Problem, type TokenTable } from '../wbxml/index.ts';

/** Strings whose bytes are no text in the message's charset. */
export function textProblems(tokens: TokenTable, header: Header): Problem[] {
  const problems = new ProblemList();
  const { encoding } = header;
  if (encoding.unit === 2) return []; // every pair of bytes is a character
  const { bytes } = tokens;
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (kind !== KIND.strI && kind !== KIND.extI && kind !== KIND.stringTableEntry) continue;
    const start = tokens.start(i) + (kind === KIND.stringTableEntry ? 0 : 1);
    const end = tokens.end(i);
    const bad =
      encoding.mib === UTF_8
        ? findBadUtf8(bytes, start, end)
        : findReplaced(encoding.decode, bytes, start, end);
    if (!bad) continue;
    const found = toHex(bytes.subarray(bad.start, bad.end), ' ');
    problems.warn('not-text', bad.start, bad.end, `${encoding.name} text`, found, 'kept as bytes');
  }
  return problems.done();
}

/** The first bytes from `start` to `end` that are no UTF-8, or `undefined`. Overlong forms and surrogates are none. */
export function findBadUtf8(
  bytes: Uint8Array,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  for (let i = start; i < end;) {
    if (i + 8 <= end && (highBits4(bytes, i) | highBits4(bytes, i + 4)) < 0x80) {
      i += 8; // most text is ASCII alone
      continue;
    }
    const length = utf8Length(bytes, i, end);
    if (length === 0) return { start: i, end: i + 1 };
    i += length;
  }
  return undefined;
}

const highBits4 = (bytes: Uint8Array, i: number): number =>
  (bytes[i] as number) | (bytes[i + 1] as number) | (bytes[i + 2] as number) | (bytes[i + 3] as number);

/** Length of the UTF-8 character at `i`, 1 to 4, or 0 where there is none. */
export function utf8Length(bytes: Uint8Array, i: number, end: number): number {
  const first = bytes[i] as number;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (i + length > end) return 0;
  const second = bytes[i + 1] as number;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if (((bytes[i + k] as number) & 0xc0) !== 0x80) return 0;
  return length;
}

function findReplaced(
  decode: (bytes: Uint8Array) => string,
  bytes: Uint8Array,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  return decode(bytes.subarray(start, end)).includes('\ufffd') ? { start, end } : undefined;
}

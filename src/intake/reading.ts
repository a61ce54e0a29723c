import { grouped } from '../bytes/index.ts';
import type { Around, Conversation, Side } from '../conversation/index.ts';
import type { PasteKind, PasteProblem, PasteProblemCode } from './types.ts';

/** A problem before its line and column are counted. Text offsets, half-open. */
export type Slip = Omit<PasteProblem, 'line' | 'column'>;

/**
 * One way to read a stretch of text as bytes. Text offsets, half-open.
 * `marks`, 0 to 10, says how much the text itself vouches for the form: offsets that add up say more than
 * digits that could be anything.
 */
export interface Reading {
  kind: PasteKind;
  /** What it was taken for: 'hex digits with spaces between the bytes'. */
  form: string;
  start: number;
  end: number;
  bytes: Uint8Array;
  marks: number;
  slips: Slip[];
  /** Set where the bytes are the WBXML part of a multipart answer. */
  around?: Around;
  /** Content-Type of the bytes, where what carried them says it. */
  mediaType?: string;
  /** Set where the reading knows messages, not only bytes. */
  messages?: Conversation;
  /** Set where it is XML text, with the message it is the text of. */
  xml?: { text: string; exchange: number; side: Side };
}

/** Marks of a reading that may as well be a word: it counts only where its bytes are good WBXML. */
export const WORD_MARKS = 0;

/** Reads one family of forms; never throws; time is linear in the text. */
export type Reader = (text: string) => Reading[];

export function slip(
  code: PasteProblemCode,
  severity: Slip['severity'],
  start: number,
  end: number,
  expected: string,
  found: string,
  assumed: string,
): Slip {
  return { code, severity, start, end, expected, found, assumed };
}

/** '1 byte', '37 bytes'. */
export const count = (n: number, thing: string): string => `${grouped(n)} ${thing}${n === 1 ? '' : 's'}`;

/** What is said about bytes in front of a fault; the rest is never made up. */
export const keptBefore = (bytes: number): string =>
  `${count(bytes, 'byte')} read before it; nothing invented`;

/** A character as it is shown to a person: itself in quotes, or its number where it has no looks. */
export function shown(text: string, at: number): string {
  const code = text.codePointAt(at);
  if (code === undefined) return 'the end of the text';
  if (code === 10 || code === 13) return 'the end of the line';
  const visible = code > 0x20 && code < 0x7f;
  if (visible) return `“${String.fromCharCode(code)}”`;
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Collects bytes without knowing how many there will be. */
export class ByteSink {
  private bytes: Uint8Array;
  length = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array(Math.max(16, expected));
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1);
    this.bytes[this.length++] = byte;
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(this.length + bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  clear(): void {
    this.length = 0;
  }

  /** What is there so far; valid until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(needed: number): void {
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

/** How many bytes the repetitions of a text may make: `<repeats 4000 times>` is a few characters. */
export class Repeats {
  private left = 16 * 1024 * 1024;

  /** Whether there is room for so many. */
  spend(times: number): boolean {
    if (times > this.left) return false;
    this.left -= times;
    return true;
  }
}

/** Characters that stand between bytes without being any: blank, tab, line ends, no-break and zero-width spaces. */
export const isBlank = (unit: number): boolean =>
  unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x200b || unit === 0xfeff;

/** A UTF-16 unit that continues a word: an ASCII letter or digit, an underscore, or any letter beyond ASCII. */
export const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) ||
  (unit >= 65 && unit <= 90) ||
  unit === 95 ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 0xc0 && (unit < 0x2000 || unit > 0x206f) && unit !== 0xfeff);

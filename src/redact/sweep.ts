import { toBase64, toHex } from '../bytes/index.ts';
import { inCaseOf, lower } from './invention.ts';
import { fromBinary, utf8Binary } from './binary.ts';
import { Prefixes } from './prefixes.ts';

/** A value that must not stand anywhere else either. UTF-8, a character a byte. */
interface Pattern {
  original: string;
  made: string;
  /** Letters and digits must not go on at either end: `Ann` is not in `Annex`. */
  whole: boolean;
  anyCase: boolean;
}

const HEAD = 4;
/** Longest value that is looked for in other spellings. */
const LONGEST = 400;
/** Bytes from which a value is looked for as base64 and hex. */
const LEAST_PACKED = 8;
const isWord = (unit: string): boolean => /[A-Za-z0-9\x80-\xff]/.test(unit);

/** Finds original values in texts that are not theirs: as they are, percent-encoded, in base64, in hex. */
export class Sweep {
  /** How the values begin, in lower case: most places of a text begin none. */
  private readonly heads = new Set<string>();
  /** By the original in lower case. */
  private readonly anyCase = new Prefixes<Pattern>();
  private readonly exact = new Prefixes<Pattern>();

  /** A value and what stands for it; shorter than four bytes it is not looked for. */
  add(original: string, made: string): void {
    const [before, after] = [utf8Binary(original), utf8Binary(made)];
    if (before.length < HEAD || before === after) return;
    this.put({ original: before, made: after, whole: true, anyCase: true });
    if (before.length > LONGEST) return;
    const percent = encodeURIComponent(original);
    if (percent !== original && percent.length === encodeURIComponent(made).length) {
      this.put({ original: percent, made: encodeURIComponent(made), whole: true, anyCase: true });
    }
    if (before.length < LEAST_PACKED || before.length !== after.length) return;
    this.put({
      original: toHex(fromBinary(before)),
      made: toHex(fromBinary(after)),
      whole: false,
      anyCase: true,
    });
    for (let shift = 0; shift < 3; shift++) {
      this.put({
        original: packed(before, shift),
        made: packed(after, shift),
        whole: false,
        anyCase: false,
      });
    }
  }

  /** A text without the values; UTF-8, a character a byte. It stays as long as it is. Of several values at a place the longest goes. */
  over(binary: string): string {
    if (this.heads.size === 0 || binary.length < HEAD) return binary;
    const folded = lower(binary);
    let made = '';
    let done = 0;
    for (let at = 0; at + HEAD <= binary.length; at++) {
      if (!this.heads.has(folded.slice(at, at + HEAD))) continue;
      const pattern = this.patternAt(binary, folded, at);
      if (!pattern) continue;
      const end = at + pattern.original.length;
      const asItStands = pattern.anyCase
        ? inCaseOf(binary.slice(at, end), lower(pattern.made))
        : pattern.made;
      made += binary.slice(done, at) + asItStands;
      done = end;
      at = done - 1;
    }
    return made + binary.slice(done);
  }

  private patternAt(binary: string, folded: string, at: number): Pattern | undefined {
    const alone = (pattern: Pattern): boolean => !pattern.whole || standsAlone(pattern.original, binary, at);
    const loose = this.anyCase.longestAt(folded, at, alone);
    const exact = this.exact.longestAt(binary, at, alone);
    return exact && exact.original.length > (loose?.original.length ?? 0) ? exact : loose;
  }

  private put(pattern: Pattern): void {
    const folded = lower(pattern.original);
    if (folded.length < HEAD) return;
    this.heads.add(folded.slice(0, HEAD));
    if (pattern.anyCase) this.anyCase.add(folded, pattern);
    else this.exact.add(pattern.original, pattern);
  }
}

/** Whether no word goes on at an end of the value that stands there. */
function standsAlone(original: string, binary: string, at: number): boolean {
  const before = isWord(original.charAt(0)) && isWord(binary.charAt(at - 1));
  const behind = isWord(original.charAt(original.length - 1)) && isWord(binary.charAt(at + original.length));
  return !before && !behind;
}

/** The digits of base64 that depend on the value alone when `shift` bytes of something stand before it. */
function packed(binary: string, shift: number): string {
  const digits = toBase64(fromBinary('\0'.repeat(shift) + binary));
  return digits.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + binary.length) * 8) / 6));
}

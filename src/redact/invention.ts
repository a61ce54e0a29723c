import { characterLike, drawFrom, letterLike, type Draw } from './invent-characters.ts';

/** What may stay of a text: ids and keys are compared by programs, and a short number tells nobody anything. */
export interface Keep {
  /** Runs of letters shorter than this stay. */
  letters: number;
  /** Runs of digits shorter than this stay. */
  digits: number;
}

/** Nothing stays. */
export const KEEP_NOTHING: Keep = { letters: 0, digits: 0 };
/** What stays of ids and keys: `0`, `1:5`, the counter behind a key. */
export const KEEP_SHORT: Keep = { letters: 3, digits: 6 };

/** A UUID, a run of letters and digits, or a picture character. */
const RUN =
  /(?<![\p{L}\p{N}])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/giu;
const HEX = /^[a-f\d]{8,}(?:-[a-f\d]{4,12})*$/;
const ASCII_DIGITS = /^\d+$/;
const ATTEMPTS = 60;

/**
 * Invents a replacement for every word, number and code, the same one for the same original. What it invents depends
 * on how many there were before, never on the original itself: nobody can find that out by trying.
 * Every replacement has as many characters and, in UTF-8, as many bytes as its original.
 */
export class Invention {
  private readonly runs = new Map<string, string>();
  private readonly blobs = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly avoid: ReadonlySet<string>;
  private count = 0;

  /** @param avoid runs in lower case that must not come out as a replacement: the originals, where they are known */
  constructor(avoid: ReadonlySet<string> = new Set()) {
    this.avoid = avoid;
  }

  /** Every run that was replaced so far, in lower case. */
  get originals(): Set<string> {
    return new Set(this.runs.keys());
  }

  /** A text with every run replaced; spaces and signs stay. */
  text(text: string, keep: Keep = KEEP_NOTHING): string {
    return text.replace(RUN, (run) => this.run(run, keep));
  }

  /** Bytes that are no text, each as a character of its own. */
  bytes(binary: string): string {
    const known = this.blobs.get(binary);
    if (known !== undefined) return known;
    const draw = drawFrom(++this.count);
    const made = Array.from(binary, () => String.fromCharCode(draw(256))).join('');
    this.blobs.set(binary, made);
    return made;
  }

  /** A date in the same form: another year of the same century, month and day; the time of day stays. */
  date(text: string): string {
    const known = this.runs.get(text);
    if (known !== undefined) return known;
    const draw = drawFrom(++this.count);
    const two = (from: number, most: number): string => String(from + draw(most)).padStart(2, '0');
    const made = text.replace(
      /^(\d\d)\d\d(-?)\d\d(-?)\d\d/,
      (_, century: string, a: string, b: string) =>
        `${century}${two(50, 40)}${a}${two(1, 12)}${b}${two(1, 28)}`,
    );
    this.runs.set(text, made);
    return made;
  }

  /** A machine's number on the net in the same form: as many digits in each of its groups. */
  machine(text: string): string {
    const key = lower(text);
    const made = this.runs.get(key) ?? this.invent(key, key.includes(':') ? hexLike : groupsLike);
    this.runs.set(key, made);
    this.taken.add(made);
    return inCaseOf(text, made);
  }

  private run(run: string, keep: Keep): string {
    const isNumber = ASCII_DIGITS.test(run);
    if (run.length < (isNumber ? keep.digits : keep.letters)) return run;
    const key = lower(run);
    let made = this.runs.get(key);
    if (made === undefined) {
      made = this.invent(key, isNumber ? numberLike : HEX.test(key) ? hexLike : wordLike);
      this.runs.set(key, made);
      this.taken.add(made);
    }
    return isNumber ? made : inCaseOf(run, made);
  }

  private invent(key: string, like: (key: string, draw: Draw) => string): string {
    let made = key;
    for (let i = 0; i < ATTEMPTS; i++) {
      made = like(key, drawFrom(++this.count));
      if (made !== key && !this.taken.has(made) && !this.avoid.has(made)) break;
    }
    return made;
  }
}

/** Lower case in ASCII only: elsewhere it could change how long a text is. */
export const lower = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());

/** A text in the upper and lower case of another that is as long; ASCII only. */
export function inCaseOf(run: string, made: string): string {
  let cased = '';
  for (let i = 0; i < made.length; i++) {
    const unit = run.charCodeAt(i);
    cased += unit >= 0x41 && unit <= 0x5a ? made.charAt(i).toUpperCase() : made.charAt(i);
  }
  return cased;
}

function wordLike(key: string, draw: Draw): string {
  let at = draw(2);
  return Array.from(key, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0x80) return characterLike(character, draw);
    return code <= 0x39 ? String(draw(10)) : letterLike(code, at++, draw);
  }).join('');
}

const hexLike = (key: string, draw: Draw): string =>
  key.replace(/[\da-f]/g, (digit) => (digit <= '9' ? String(draw(10)) : 'abcdef'.charAt(draw(6))));

/** Groups of digits, none of them above 255. */
const groupsLike = (key: string, draw: Draw): string =>
  key.replace(/\d+/g, (digits) =>
    Array.from(digits, (_, i) => {
      if (i > 0) return draw(10);
      return digits.length === 3 ? 1 : 1 + draw(9);
    }).join(''),
  );

/** Leading zeros stay, and what fits 32 bits does so again. */
const numberLike = (key: string, draw: Draw): string => {
  const zeros = /^0*/.exec(key)?.[0].length ?? 0;
  return Array.from(key, (digit, i) => {
    if (i < zeros) return digit;
    return String(i > zeros ? draw(10) : 1 + draw(key.length === 10 ? 3 : 9));
  }).join('');
};

import { hexDigit } from '../bytes/index.ts';
import { isBlank, isWord } from './reading.ts';

/** What may stand between two bytes, as bits that add up. */
export const BETWEEN = { nothing: 0, blank: 1, line: 2, colon: 4, dash: 8, comma: 16 } as const;
/** What may stand in front of a byte. */
export const PREFIX = { none: 0, zeroX: 1, backslashX: 2 } as const;

/** A stretch of hex words and what separates them. Text offsets, half-open. */
export interface Island {
  start: number;
  end: number;
  words: number;
  digits: number;
  /** Digits 0 to 9 among them: hex that is a message has many, words that happen to be hex have few. */
  decimals: number;
  /** Words of one digit, and words of an odd number of digits. */
  ones: number;
  odd: number;
  /** Digits of the longest word. */
  longest: number;
  /** Two-digit words that begin with 0: whoever wrote them fills up to two digits. */
  padded: number;
  /** What was seen between and in front of words: sums of `BETWEEN` and `PREFIX`. */
  between: number;
  prefixes: number;
  /** The longest stretch of words alike, see `Runs`. */
  run: Run;
  /** The word that ended it, where it is hex but for one character: where it begins, and that character. */
  broken?: { start: number; foreign: number };
  /** Where the next word would have had to begin. */
  stop: number;
}

/** Words with the same number of digits and the same mark between them; the last of an island may be shorter. */
interface Run {
  start: number;
  end: number;
  digits: number;
  /** Sum of `BETWEEN`. */
  between: number;
}

const COLON = 58;
const DASH = 45;
const COMMA = 44;
const SEMICOLON = 59;
const BACKSLASH = 92;
const isX = (unit: number): boolean => (unit | 0x20) === 120;

/** Offset of the first digit of the word at `at`, behind `0x` or `\x`; −1 where no hex word begins. */
export function firstDigit(text: string, at: number): number {
  let i = at;
  if (text.charCodeAt(i) === BACKSLASH) {
    while (text.charCodeAt(i) === BACKSLASH && i < at + 2) i++;
    return isX(text.charCodeAt(i)) && hexDigit(text.charCodeAt(i + 1)) >= 0 ? i + 1 : -1;
  }
  if (text.charCodeAt(i) === 48 && isX(text.charCodeAt(i + 1))) i += 2;
  return hexDigit(text.charCodeAt(i)) >= 0 ? i : -1;
}

/** Offset past the last digit of the word whose first digit is at `at`; the 0 of a following `0x` is not in it. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (hexDigit(text.charCodeAt(end)) >= 0) end++;
  const zeroOfNext = isX(text.charCodeAt(end)) && text.charCodeAt(end - 1) === 48 && end - at > 1;
  return zeroOfNext ? end - 1 : end;
}

/** How a line of a log or of words begins: a date, a time of day, a word. */
const NO_HEX =
  /[ \t[]*(?:\d{4}[-/]\d\d[-/]\d\d[T _]|\d\d:\d\d:\d\d(?:[.,]\d+)?[ \t\]Z]|\d\d:\d\d[,; \t]{1,3}[a-z]{0,20}[g-wyz]|(?:[a-z]{0,20}[g-wyz]){2}[a-z]{0,20}(?![\da-z]))/iy;

/** Whether the line at `at` is hex words and separators, but for a character here and there. */
function lineIsHex(text: string, at: number): boolean {
  NO_HEX.lastIndex = at;
  if (NO_HEX.test(text)) return false;
  let digits = 0;
  let others = 0;
  for (let i = at; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13 || (unit === 60 && digits > 0)) break; // a tag of HTML ends it
    if (hexDigit(unit) >= 0) digits++;
    else if (!isBlank(unit) && !isX(unit) && unit !== BACKSLASH && markOf(unit) === 0) others++;
  }
  return others === 0 || others * 8 <= digits;
}

function markOf(unit: number): number {
  if (unit === COLON) return BETWEEN.colon;
  if (unit === DASH) return BETWEEN.dash;
  return unit === COMMA || unit === SEMICOLON ? BETWEEN.comma : BETWEEN.nothing;
}

/** Where one string of source code ends and the next goes on: `" + "`, or a new line between the two. */
const JOINT = /(["'`])[ \t]*(?:[+.&\\][ \t]*)?(?:\r?\n[ \t]*)?(?:[+.&][ \t]*)?\1/y;
/** The same inside Rust's `concat!`, where a comma stands between. */
const CONCAT = /concat!\s*\(/;
const COMMA_JOINT = /(["'`])\s*,\s*\1/y;

/** What joins the strings of a text: its kinds of joint. */
const jointsOf = (text: string): readonly RegExp[] => (CONCAT.test(text) ? [JOINT, COMMA_JOINT] : [JOINT]);

/** Where the joint at `at` ends; `at` itself where none begins. */
function jointEnd(text: string, at: number, joints: readonly RegExp[]): number {
  for (const joint of joints) {
    joint.lastIndex = at;
    if (joint.test(text)) return joint.lastIndex;
  }
  return at;
}

/** A line that goes on, as files of a registry, shells and makefiles have them. */
const GOES_ON = /^\\[ \t]?\r?\n/;

/** Reads over blanks and at most one mark; says what it saw and where the next word would begin. */
function separator(
  text: string,
  at: number,
  wholeLines: boolean,
  joints: readonly RegExp[],
): { seen: number; next: number } {
  let seen: number = BETWEEN.nothing;
  let next = at;
  for (; next < text.length; next++) {
    const unit = text.charCodeAt(next);
    if (unit === 10 || unit === 13) {
      const inside = unit === 13 && text.charCodeAt(next + 1) === 10;
      if (wholeLines && !inside && !lineIsHex(text, next + 1)) break;
      seen |= BETWEEN.line;
    } else if (isBlank(unit) || (unit === BACKSLASH && GOES_ON.test(text.slice(next, next + 4)))) {
      seen |= BETWEEN.blank;
    } else {
      const joint = jointEnd(text, next, joints);
      if (joint > next) {
        seen |= BETWEEN.line;
        next = joint - 1;
        continue;
      }
      const mark = markOf(unit);
      if (mark === 0 || seen >= BETWEEN.colon) break;
      seen |= mark;
    }
  }
  return { seen, next };
}

/** Finds the longest run: a date or a counter in front of a message has words unlike those of the message. */
class Runs {
  private best: Run = { start: 0, end: 0, digits: 0, between: 0 };
  private last: Run = this.best;
  private before: Run | undefined;
  private length = 0;
  private words = 0;

  add(start: number, end: number, digits: number, seen: number): void {
    const { last } = this;
    const marks = ~(BETWEEN.blank | BETWEEN.line);
    const same = digits === this.length && (this.words < 2 || (last.between & marks) === (seen & marks));
    if (this.words > 0 && same) {
      this.last = { start: last.start, end, digits: last.digits + digits, between: last.between | seen };
      this.words++;
    } else {
      const tail = this.words > 0 && digits < this.length && digits % 2 === 0 && this.length % 2 === 0;
      this.before = tail ? last : undefined;
      this.last = { start, end, digits, between: 0 };
      this.words = 1;
    }
    this.length = digits;
    if (this.last.digits > this.best.digits) this.best = this.last;
  }

  longest(): Run {
    const { before, last } = this;
    if (!before || this.words > 1) return this.best;
    const digits = before.digits + last.digits;
    const whole = { start: before.start, end: last.end, digits, between: before.between };
    return whole.digits > this.best.digits ? whole : this.best;
  }
}

/** A word this long that is hex but for one character was meant to be hex. */
const LONG_WORD = 8;

/** The word at `at`, where it is hex but for one character and otherwise like the words before it. */
function brokenWord(text: string, at: number, before: Island): Island['broken'] {
  if (before.prefixes && /^(?:0|\\)x$/i.test(text.slice(at, at + 2))) return { start: at, foreign: at + 2 };
  let foreign = -1;
  let end = at;
  let decimals = 0;
  for (; isWord(text.charCodeAt(end)); end++) {
    const unit = text.charCodeAt(end);
    if (unit < 58) decimals++;
    if (hexDigit(unit) >= 0) continue;
    if (foreign >= 0) return undefined;
    foreign = end;
  }
  const length = end - at;
  const alike = before.words > 1 && length === before.longest && (length === 2 || length >= 4);
  const long = length >= LONG_WORD && decimals * 4 >= length; // “feedback” is a word
  return foreign >= 0 && (alike || long) ? { start: at, foreign } : undefined;
}

/**
 * Reads hex words from `at` as far as they go; `undefined` where no hex word begins.
 * @param wholeLines whether to stop in front of a line that holds anything but hex words
 * @param joints what may stand between two strings of source code that are one
 */
export function hexIsland(
  text: string,
  at: number,
  wholeLines: boolean,
  joints: readonly RegExp[] = [JOINT],
): Island | undefined {
  const island: Island = {
    start: at,
    end: at,
    words: 0,
    digits: 0,
    decimals: 0,
    ones: 0,
    odd: 0,
    longest: 0,
    padded: 0,
    between: 0,
    prefixes: 0,
    run: { start: at, end: at, digits: 0, between: 0 },
    stop: at,
  };
  const runs = new Runs();
  let next = at;
  let seen = 0;
  for (;;) {
    const first = firstDigit(text, next);
    const end = first < 0 ? next : digitsEnd(text, first);
    const after = text.charCodeAt(end);
    const goesOn = isWord(after) && firstDigit(text, end) < 0;
    const suffixed = goesOn && first >= 0 && (after | 0x20) === 104 && !isWord(text.charCodeAt(end + 1)); // 03h
    if (first < 0 || (goesOn && !suffixed)) {
      const broken = brokenWord(text, next, island);
      if (broken) island.broken = broken;
      break;
    }
    const length = end - first;
    island.between |= seen;
    island.prefixes |=
      text.charCodeAt(next) === BACKSLASH ? PREFIX.backslashX : first > next ? PREFIX.zeroX : 0;
    island.end = end;
    island.words++;
    island.digits += length;
    for (let i = first; i < end; i++) if (text.charCodeAt(i) < 58) island.decimals++;
    if (length === 1) island.ones++;
    if (length % 2 === 1) island.odd++;
    if (length > island.longest) island.longest = length;
    if (length === 2 && text.charCodeAt(first) === 48) island.padded++;

    runs.add(next, end, length, seen);
    island.end = suffixed ? end + 1 : end;
    ({ seen, next } = separator(text, island.end, wholeLines, joints));
    island.stop = next;
  }
  island.run = runs.longest();
  return island.words > 0 || island.broken ? island : undefined;
}

/** Fewer digits than this are not worth keeping, unless they are all there is. */
const FEWEST_DIGITS = 4;

/** Whether the word at `at` is a number at the end of a line of words: the line behind it is none of that. */
function isTail(text: string, at: number): boolean {
  const end = digitsEnd(text, at);
  if (
    end - at > MOST_TAIL ||
    !/[=(]/.test(text.charAt(at - 1)) ||
    !/^[ \t)]*\r?\n/.test(text.slice(end, end + 20))
  )
    return false;
  return end > at;
}

/** Digits of a number in a text. */
const MOST_TAIL = 7;

/** All islands of a text, in order; only words that stand alone count, not digits inside other words. */
export function hexIslands(text: string): Island[] {
  const islands: Island[] = [];
  const joints = jointsOf(text);
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const starts = unit === BACKSLASH || hexDigit(unit) >= 0;
    const island = starts ? hexIsland(text, at, true, joints) : undefined;
    if (island && island.words > 1 && isTail(text, at)) {
      at = digitsEnd(text, at);
      continue;
    }
    if (island) {
      if (island.digits >= FEWEST_DIGITS || island.broken || islands.length === 0) islands.push(island);
      at = Math.max(island.end, island.broken?.foreign ?? at);
      continue;
    }
    if (isWord(unit)) while (at < text.length && isWord(text.charCodeAt(at))) at++;
    else at++;
  }
  return islands;
}

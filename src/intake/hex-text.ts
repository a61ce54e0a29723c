import { grouped, hexDigit } from '../bytes/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';
import { BETWEEN, PREFIX, digitsEnd, firstDigit, hexIsland, hexIslands, type Island } from './hex-island.ts';
import { ByteSink, count, isBlank, keptBefore, shown, slip, type Reading, type Slip } from './reading.ts';
import { MOST_STRETCHES, isHead, worthReading } from './stretches.ts';

/** Fewer digits than this, in the middle of other text, are words or numbers. */
const FEWEST_DIGITS = 8;
/** UTF-16 units of the longest first byte: `\\x03`. */
const FIRST_BYTE = 5;
/** What part of the digits must be 0 to 9 before text with a fault in it is taken for hex. */
const FEWEST_DECIMALS = 0.25;
/** What part of a text must be hex digits before the rest of it is called a fault. */
const MOSTLY_HEX = 0.8;

function nameOf(between: number, prefixes: number): string {
  if (prefixes === PREFIX.zeroX) return 'hex digits with 0x in front';
  if (prefixes === PREFIX.backslashX) return 'hex digits with \\x in front';
  const marks = between & (BETWEEN.colon | BETWEEN.dash | BETWEEN.comma);
  if (marks === BETWEEN.colon) return 'hex digits with colons between';
  if (marks === BETWEEN.dash) return 'hex digits with dashes between';
  if (marks === BETWEEN.comma) return 'hex digits with commas between';
  if (marks !== 0 || prefixes !== 0) return 'hex digits with mixed separators';
  if (between & BETWEEN.blank) return 'hex digits with spaces between';
  return between & BETWEEN.line ? 'hex digits in lines' : 'hex digits';
}

function marksOf(island: Island): number {
  if (island.prefixes) return 7;
  if (island.between & (BETWEEN.colon | BETWEEN.dash | BETWEEN.comma)) return 6;
  return island.decimals < island.digits ? 5 : 4;
}

/** Bytes of the digits from `start` to `end`, two a byte, across words and lines. */
function pairs(text: string, start: number, end: number): Uint8Array {
  const sink = new Uint8Array((end - start) >> 1);
  let n = 0;
  let high = -1;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const digit = hexDigit(unit);
    if (digit < 0 || (digit === 0 && (text.charCodeAt(i + 1) | 0x20) === 120)) continue; // 0x is no digit
    if (high < 0) {
      high = digit;
    } else {
      sink[n++] = high * 16 + digit;
      high = -1;
    }
  }
  return sink.slice(0, n);
}

/** Bytes of the words from `start` to `end`, a word of one or two digits a byte. */
function tokens(text: string, start: number, end: number): Uint8Array {
  const sink = new ByteSink((end - start) >> 1);
  for (let i = start; i < end;) {
    const first = firstDigit(text, i);
    if (first < 0) {
      i++;
      continue;
    }
    i = digitsEnd(text, first);
    sink.push(Number.parseInt(text.slice(first, i), 16));
  }
  return sink.done();
}

/** The first word with an odd number of digits: where it ends, and how many bytes stand before its last digit. */
function oddWord(text: string, island: Pick<Island, 'start' | 'end'>): { end: number; bytes: number } {
  let bytes = 0;
  for (let i = island.start; i < island.end;) {
    const first = firstDigit(text, i);
    if (first < 0) {
      i++;
      continue;
    }
    i = digitsEnd(text, first);
    bytes += (i - first) >> 1;
    if ((i - first) % 2 === 1) return { end: i, bytes };
  }
  return { end: island.end, bytes };
}

/** How a description of NSData begins, and what stands behind the dots in its middle. */
const LENGTH = /length = (\d{1,9}), bytes = $/;
const LAST = /^\s*((?:[0-9a-f]{2}|\s)+)\}/i;
/** A row of a dump without offsets that stands for rows like the one before it. */
const STAR = /^\s*\n[ \t]*\*[ \t\r]*(?=\n[ \t]*[0-9a-f]{2})/i;

/** What was left out in the middle, where the text says how many bytes there are. */
function leftOutWithin(text: string, start: number, end: number, behind: number): string | undefined {
  const said = LENGTH.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  if (said === undefined) return undefined;
  const last = LAST.exec(text.slice(behind, behind + 200))?.[1]?.replace(/\s/g, '').length ?? 0;
  const printed = pairs(text, start, end).length + last / 2;
  const what = last === 0 ? '' : `; the last ${last / 2} stand behind them`;
  return `dots: ${grouped(Number(said) - printed)} of ${count(Number(said), 'byte')} were not printed${what}`;
}

/** Dots behind the digits say that whoever printed them left the rest out, and so does a star between rows. */
function leftOut(text: string, start: number, end: number): Slip[] {
  const assumed = 'what is there was read; nothing invented';
  const star = STAR.exec(text.slice(end, end + 200));
  if (star) {
    const found = '“*”: rows like the last one were left out, and no offset says how many';
    const stop = end + star[0].length;
    return [
      slip('not-printed', 'error', stop - star[0].trimStart().length, stop, 'all rows', found, assumed),
    ];
  }
  let at = end;
  while (isBlank(text.charCodeAt(at)) || text[at] === ',') at++;
  const dots = text.startsWith('...', at) ? 3 : text[at] === '…' ? 1 : 0;
  if (dots === 0) return [];
  const more = /^\s*(\d{1,9}) more (bytes|items)/.exec(text.slice(at + dots, at + dots + 40));
  const what = more ? `${more[1]} more ${more[2]}` : 'the rest';
  const end2 = at + dots + (more ? more[0].length : 0);
  const found = leftOutWithin(text, start, end, end2) ?? `dots: ${what} ${more ? 'were' : 'was'} not printed`;
  return [slip('not-printed', 'error', at, end2, 'all bytes', found, assumed)];
}

/** Lines cut at an odd width, as some terminals do: only line ends between, all lines alike but the last. */
function cutLines(island: Island): boolean {
  const lastLine = island.digits - (island.words - 1) * island.longest;
  return island.between === BETWEEN.line && island.digits % 2 === 0 && lastLine > 0;
}

/** The bytes in front of a digit without a partner. */
function readOdd(text: string, island: Island, form: string): Reading {
  const { end, bytes } = oddWord(text, island);
  const expected = 'two hex digits to a byte';
  const lone = slip(
    'odd-digit',
    'error',
    end - 1,
    end,
    expected,
    'one digit without a partner',
    keptBefore(bytes),
  );
  const read = pairs(text, island.start, end - 1);
  const marks = marksOf(island) - 1;
  return { kind: 'hex', form, start: island.start, end: island.end, bytes: read, marks, slips: [lone] };
}

/** The bytes in front of the foreign character at `foreign`, which stands in the word at `word`. */
function readUpTo(text: string, start: number, word: number, foreign: number, form: string): Reading {
  const bytes = pairs(text, start, word + ((foreign - word) & ~1));
  const found = shown(text, foreign);
  const end = Math.min(text.length, foreign + 1); // the text may end where a digit is wanted
  const bad = slip('bad-digit', 'error', foreign, end, 'a hex digit', found, keptBefore(bytes.length));
  const line = text.indexOf('\n', foreign);
  return { kind: 'hex', form, start, end: line < 0 ? text.length : line, bytes, marks: 5, slips: [bad] };
}

/** The longest run of an island that has other words in front of it: a date, a counter. */
function readRun(
  text: string,
  { start, end, run, prefixes }: Island,
  marks: number,
  slips: Slip[],
): Reading[] {
  if (run.start === start || run.digits < FEWEST_DIGITS || run.digits % 2 === 1) return [];
  const atEnd = run.end === end;
  const bytes = pairs(text, run.start, run.end);
  const form = nameOf(run.between, prefixes);
  const common = { kind: 'hex', form, start: run.start, bytes, marks: marks - 1 } as const;
  return [{ ...common, end: atEnd ? (slips.at(-1)?.end ?? end) : run.end, slips: atEnd ? slips : [] }];
}

/** Several blocks with empty lines between that begin alike are several messages, each block one. */
function readBlocks(text: string, { start, end, between, odd }: Island, form: string): Reading[] {
  if (odd > 0 || !(between & BETWEEN.line)) return [];
  const gaps = [...text.slice(start, end).matchAll(/\n[ \t\r]*\n/g)];
  if (gaps.length === 0 || gaps.length >= MOST_STRETCHES) return [];
  const starts = [start, ...gaps.map(({ index, 0: gap }) => start + index + gap.length)];
  const readings = starts.map((from, i): Reading => {
    const to = start + (gaps[i]?.index ?? end - start);
    return { kind: 'hex', form, start: from, end: to, bytes: pairs(text, from, to), marks: 4, slips: [] };
  });
  const [first] = readings;
  return readings.every(({ bytes }) => bytes[0] === first?.bytes[0]) ? readings : [];
}

/** Several lines that begin alike are several messages, each line one. */
function readLines(text: string, { start, end, between, words }: Island, form: string): Reading[] {
  if (between !== BETWEEN.line || words < 2) return [];
  const readings: Reading[] = [];
  for (let at = start; at < end && readings.length < MOST_STRETCHES;) {
    const first = firstDigit(text, at);
    if (first < 0) {
      at++;
      continue;
    }
    at = digitsEnd(text, first);
    if (!text.startsWith(text.slice(start, start + 4), first) || (at - first) % 2 === 1) return [];
    const bytes = pairs(text, first, at);
    readings.push({ kind: 'hex', form, start: first, end: at, bytes, marks: 4, slips: [] });
  }
  return readings.length > 1 ? readings : [];
}

function readIsland(text: string, island: Island, isWhole: boolean): Reading[] {
  if (!isWhole && isLabelled(text, island)) {
    const { start, end } = island.run;
    const bytes = pairs(text, start, end);
    const form = nameOf(island.run.between, island.prefixes);
    return [
      { kind: 'hex', form, start, end, bytes, marks: marksOf(island) - 1, slips: leftOut(text, start, end) },
    ];
  }
  const { start, end, broken } = island;
  const slips = leftOut(text, start, end);
  const common = { start, end: slips.at(-1)?.end ?? end, slips };
  const form = nameOf(island.between, island.prefixes);
  const marks = marksOf(island);
  const run = readRun(text, island, marks, slips);
  if (island.odd === 0 || cutLines(island)) {
    if (broken) return [readUpTo(text, start, broken.start, broken.foreign, form), ...run];
    const bytes = pairs(text, start, end);
    return [
      { ...common, kind: 'hex', form, bytes, marks },
      ...run,
      ...readLines(text, island, form),
      ...readBlocks(text, island, form),
    ];
  }
  if (island.longest <= 2 && (island.padded === 0 || island.ones > 1)) {
    const oneEach = 'hex digits, one or two to a byte';
    const read: Reading = {
      ...common,
      kind: 'hex-tokens',
      form: oneEach,
      bytes: tokens(text, start, end),
      marks,
    };
    return [read, ...(island.padded > 0 ? joinedOver(text, island, form) : []), ...run];
  }
  return [readOdd(text, island, form), ...joinedOver(text, island, form), ...run];
}

/** All digits in pairs, across a blank inside a byte. */
function joinedOver(text: string, { start, end, digits, broken }: Island, form: string): Reading[] {
  if (digits % 2 === 1 || broken) return [];
  const at = oddWord(text, { start, end }).end;
  const said = slip(
    'odd-digit',
    'warning',
    at,
    at + 1,
    'two hex digits to a byte',
    'a blank inside one',
    'joined',
  );
  return [{ kind: 'hex', form, start, end, bytes: pairs(text, start, end), marks: 3, slips: [said] }];
}

/** How much of a text is hex digits, and how many of these are 0 to 9; blanks and separators do not count. */
function shares(text: string): { hex: number; decimal: number } {
  let digits = 0;
  let decimals = 0;
  let others = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (hexDigit(unit) >= 0) {
      digits++;
      if (unit < 58) decimals++;
    } else if (!isBlank(unit) && !',;:-\\xX'.includes(text.charAt(i))) {
      others++;
    }
  }
  return { hex: digits / Math.max(1, digits + others), decimal: decimals / Math.max(1, digits) };
}

/** Inside other text, words that happen to be hex have few digits 0 to 9. */
function isLikely({ digits, decimals, odd, words, longest }: Island): boolean {
  if (digits < FEWEST_DIGITS || decimals < digits * FEWEST_DECIMALS) return false;
  // two long odd words: a blank got in
  const parted = digits % 2 === 0 && longest > FEWEST_DIGITS;
  return odd === 0 || longest <= 2 || parted || words === 1 || words > 3;
}

/**
 * A word of the text, such as the 1 of “Reply 1” or the 2 of a second line, makes the digits odd; the rest are alike and
 * begin as messages do.
 */
const isLabelled = (text: string, { end, digits, odd, run }: Island): boolean =>
  odd === 1 &&
  run.digits % 2 === 0 &&
  (run.end === end || /^[ \t]*[.):]/.test(text.slice(end, end + 8))) &&
  digits - run.digits <= MOST_LABEL &&
  isHead(pairs(text, run.start, run.end));

/** Digits of the longest word that is taken for a number of the text around. */
const MOST_LABEL = 7;

/** Reads text that is hex but for some mark that has no business there, up to that mark. */
function readFaulty(text: string): Reading[] {
  let start = 0;
  while (isBlank(text.charCodeAt(start))) start++;
  const island = hexIsland(text, start, false);
  if (!island || island.broken || island.stop >= text.trimEnd().length) return [];
  if (!isLikely(island) && (island.odd > 0 || island.longest > 2)) return []; // two digits are a byte already
  const { stop } = island;
  let word = stop;
  while (word > start && hexDigit(text.charCodeAt(word - 1)) >= 0) word--;
  let foreign = stop;
  while (hexDigit(text.charCodeAt(foreign)) >= 0) foreign++;
  const reading = readUpTo(text, start, word, foreign, nameOf(island.between, island.prefixes));
  return reading.bytes.length < 1 ? [] : [reading];
}

/**
 * Reads hex digits: alone, or as stretches inside other text. Two digits are a byte, except where words of one
 * digit show that each word is a byte. A digit without a partner, a foreign character and dots that stand for
 * more are slips; the bytes before them are kept.
 */
export function readHexText(text: string): Reading[] {
  const trimmed = text.trim().length;
  const whole = (island: Island): boolean => island.end - island.start >= trimmed;
  const likely = hexIslands(text).filter(
    (island) => whole(island) || island.broken || isLikely(island) || isLabelled(text, island),
  );
  const begins = ({ start, run }: Island): boolean =>
    [start, run.start].some((at) => mayBeginWbxml(pairs(text, at, at + FIRST_BYTE)[0]));
  const islands = worthReading(likely, ({ digits }) => digits, begins);
  const readings = islands.flatMap((island) => readIsland(text, island, whole(island)));
  if (islands[0] && (whole(islands[0]) || islands[0].broken)) return readings;
  const start = text.length - text.trimStart().length;
  const { hex, decimal } = shares(text);
  const isMostlyHex = hex >= MOSTLY_HEX && decimal >= FEWEST_DECIMALS;
  const front = readings.find((reading) => reading.start === start && reading.slips.length > 0);
  const faulty = front ?? (isMostlyHex ? readFaulty(text)[0] : undefined);
  if (!faulty) return readings;
  const fault = isMostlyHex ? (faulty.slips[0]?.start ?? Infinity) : Infinity;
  // what stands behind the fault begins in the middle: it is no reading of its own, unless it begins as messages do
  const apart = readings.filter(({ start, bytes }) => start < fault || isHead(bytes));
  return front ? apart : [...apart, faulty];
}

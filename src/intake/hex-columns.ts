import { fromHex } from '../bytes/index.ts';
import { ByteSink, keptBefore, shown, slip, type Reading, type Slip } from './reading.ts';
import { MOST_STRETCHES } from './stretches.ts';

/** Longer lines are not looked at. */
const LONGEST_LINE = 1000;
const MARKS = 6;

/**
 * Bytes in a row: alone or together, with 0x or without; single blanks, a tab or a comma between, two blanks at most.
 * The numbers of a date or a time are none.
 */
const BYTES = /(?:0x)?(?:[0-9a-f]{2})+(?:(?: {1,2}|\t|, ?)(?:0x)?(?:[0-9a-f]{2})+)*(?![\w.]|[:/]\w|-\d)/giy;
const BEGIN = /(?<![\w.]|(?<!\d)\d\d?:|\d[/-]| [+-])(?:0x)?[0-9a-f]{2}/gi;
/** What stands in front must be more than bytes, or the number of the line with room behind it. */
const FOREIGN = /[^0-9a-f\s,]/i;
const LINE_NUMBER = /^\s*\d{1,6}(?: {2,}|\t)(?=(?:0x)?[0-9a-f]{2})/i;
/** Fewer bytes than this were no message that a fault could be in. */
const FEWEST_BYTES = 8;
/** The marks of a quoted mail: whoever wrote it broke its lines as they liked. */
const QUOTED = /^[> \t]{0,40}>[ \t]*$/;
/** UTF-16 units of a text that is looked at: longer ones are dumps that tools wrote, and not by their lines. */
const LONGEST_TEXT = 2_000_000;

interface Line {
  line: string;
  start: number;
}

/** A line with bytes in it, from `column` of the line on. */
interface Column {
  prefix: string;
  digits: string;
}

/** The bytes from a column of a line on; `undefined` where there are none. */
function bytesAt(line: string, column: number): string | undefined {
  BYTES.lastIndex = column;
  return BYTES.exec(line)?.[0].replace(/0x|[\s,]/gi, '');
}

/** Where the longest row of bytes begins that has something in front of it. Linear. */
function columnOf(line: string): Column | undefined {
  const number = LINE_NUMBER.exec(line)?.[0].length;
  const from = number ?? line.search(FOREIGN) + 1;
  if (from === 0) return undefined;
  let best: Column | undefined;
  BEGIN.lastIndex = from;
  for (let found = BEGIN.exec(line); found; found = BEGIN.exec(line)) {
    const { index } = found;
    const digits = bytesAt(line, index);
    if (digits === undefined) continue;
    if (!best || digits.length > best.digits.length) best = { prefix: line.slice(0, index), digits };
    BEGIN.lastIndex = Math.max(BEGIN.lastIndex, BYTES.lastIndex);
  }
  return best;
}

/** What stands in front of the bytes of other lines of the same kind: the same words, other numbers. */
function patternOf(prefix: string): RegExp {
  const parts = prefix.match(/\w+|\s+|[^\w\s]/g) ?? [];
  const source = parts.map((part, i) => {
    if (/^\s/.test(part)) return i === 0 ? '\\s*' : '\\s+';
    if (/\d/.test(part)) return '\\w+';
    return part.replace(/[^\w]/g, '\\$&');
  });
  return new RegExp(`^${/^\s/.test(prefix) ? '' : '\\s*'}${source.join('')}(?=(?:0x)?[0-9a-f]{2})`, 'i');
}

/** The lines of a text with their offsets. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    lines.push({ line: end - start > LONGEST_LINE ? '' : text.slice(start, end), start });
    start = end + 1;
  }
  return lines;
}

/** A line in which the bytes are broken off, where those behind it are of the same kind and of the same width. */
function interrupted(
  lines: readonly Line[],
  at: number,
  { prefix, digits }: Column,
  pattern: RegExp,
  length: number,
): Slip[] {
  const [broken, next] = [lines[at], lines[at + 1]];
  const found = next && pattern.exec(next.line)?.[0];
  const behind = found === undefined ? undefined : bytesAt(next?.line ?? '', found.length);
  if (!broken || behind?.length !== digits.length || length < FEWEST_BYTES) return [];
  if (behind.startsWith(digits.slice(0, 4))) return []; // it begins anew: another message
  const column = pattern.exec(broken.line)?.[0].length ?? prefix.length;
  BYTES.lastIndex = column;
  const end = column + (BYTES.exec(broken.line)?.[0].length ?? 0);
  const ahead = /^[ \t,]{0,3}(?:[0-9a-f](?=\S))?/i.exec(broken.line.slice(end))?.[0].length ?? 0;
  const foreign = Math.min(broken.line.length, end + ahead);
  if (foreign === broken.line.length) return []; // a short row
  const start = broken.start + foreign;
  const assumed = keptBefore(length);
  const what = shown(broken.line, foreign);
  return [
    slip(
      'bad-digit',
      'error',
      start,
      Math.min(start + 1, broken.start + broken.line.length),
      'bytes as in the lines around it',
      what,
      assumed,
    ),
  ];
}

/** The bytes of the lines from `first` on that are of one kind, and how many lines those are. */
function readStretch(
  lines: readonly Line[],
  first: number,
): { bytes: Uint8Array; count: number; slips: Slip[] } {
  const line = lines[first]?.line ?? '';
  const column = columnOf(line);
  const none = { bytes: new Uint8Array(0), count: 1, slips: [] };
  if (!column) return none;
  const pattern = patternOf(column.prefix);
  const isQuoted = QUOTED.test(column.prefix);
  const sink = new ByteSink(256);
  let isRepeated = true;
  let count = 0;
  for (; first + count < lines.length; count++) {
    const next = lines[first + count]?.line ?? '';
    // a number that all lines have, in a line in front of those with the bytes
    if (count > 0 && (columnOf(next)?.digits.length ?? 0) > column.digits.length && !isQuoted) break;
    const prefix = count === 0 ? column.prefix : pattern.exec(next)?.[0];
    const digits = prefix === undefined ? undefined : bytesAt(next, prefix.length);
    const bytes = digits === undefined ? undefined : fromHex(digits);
    if (!bytes || digits === undefined || (digits.length > column.digits.length && !isQuoted)) break; // rows are of one width
    const isShort = digits.length < column.digits.length && !isQuoted;
    if (isShort && interrupted(lines, first + count, column, pattern, sink.length).length > 0) break;
    sink.append(bytes);
    isRepeated &&= digits === column.digits;
    if (isShort) {
      count++;
      break; // a shorter one is the last
    }
  }
  if (count < 2) return none;
  if (isRepeated) return { ...none, count }; // what each line says is a name or a number
  return {
    bytes: sink.done(),
    count,
    slips: interrupted(lines, first + count, column, pattern, sink.length),
  };
}

/**
 * Reads hex that is spread over lines with something in front of each: a time and a name as logs have them, the mark of
 * a quoted mail, the number of the line, an address, the bar of a table. All lines are alike in that, and of one
 * width but the last; what stands behind the bytes is passed over.
 */
export function readHexColumns(text: string): Reading[] {
  if (text.length > LONGEST_TEXT) return [];
  const lines = linesOf(text);
  const readings: Reading[] = [];
  for (let i = 0; i < lines.length && readings.length < MOST_STRETCHES;) {
    const { bytes, count, slips } = readStretch(lines, i);
    const [from, to] = [lines[i], lines[i + count - 1]];
    i += count;
    if (bytes.length === 0 || !from || !to) continue;
    const form = 'hex digits with something in front of each line';
    const end = to.start + to.line.length;
    readings.push({ kind: 'hex', form, start: from.start, end, bytes, marks: MARKS, slips });
  }
  return readings;
}

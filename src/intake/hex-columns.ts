import { fromHex } from '../bytes/index.ts';
import { ByteSink, type Reading } from './reading.ts';
import { MOST_STRETCHES } from './stretches.ts';

/** Longer lines are not looked at. */
const LONGEST_LINE = 1000;
const MARKS = 6;

/** Bytes in a row: alone or together, with 0x or without; single blanks, a tab or a comma between, two blanks at most. */
const BYTES = /(?:0x)?(?:[0-9a-f]{2})+(?:(?: {1,2}|\t|, ?)(?:0x)?(?:[0-9a-f]{2})+)*(?![\w.])/giy;
const BEGIN = /(?<![\w.])(?:0x)?[0-9a-f]{2}/gi;
/** What stands in front must be more than bytes, or the number of the line with room behind it. */
const FOREIGN = /[^0-9a-f\s,]/i;
const LINE_NUMBER = /^\s*\d{1,6}(?: {2,}|\t)(?=(?:0x)?[0-9a-f]{2})/i;
/** UTF-16 units of a text that is looked at: longer ones are dumps that tools wrote, and not by their lines. */
const LONGEST_TEXT = 2_000_000;

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
function linesOf(text: string): { line: string; start: number }[] {
  const lines: { line: string; start: number }[] = [];
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    lines.push({ line: end - start > LONGEST_LINE ? '' : text.slice(start, end), start });
    start = end + 1;
  }
  return lines;
}

/** The bytes of the lines from `first` on that are of one kind, and how many lines those are. */
function readStretch(
  lines: readonly { line: string }[],
  first: number,
): { bytes: Uint8Array; count: number } {
  const line = lines[first]?.line ?? '';
  const column = columnOf(line);
  const none = { bytes: new Uint8Array(0), count: 1 };
  if (!column) return none;
  const pattern = patternOf(column.prefix);
  const sink = new ByteSink(256);
  let count = 0;
  for (; first + count < lines.length; count++) {
    const next = lines[first + count]?.line ?? '';
    const prefix = count === 0 ? column.prefix : pattern.exec(next)?.[0];
    const digits = prefix === undefined ? undefined : bytesAt(next, prefix.length);
    const bytes = digits === undefined ? undefined : fromHex(digits);
    if (!bytes || digits === undefined || digits.length > column.digits.length) break; // rows are of one width
    sink.append(bytes);
    if (digits.length < column.digits.length) {
      count++;
      break; // a shorter one is the last
    }
  }
  return count < 2 ? none : { bytes: sink.done(), count };
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
    const { bytes, count } = readStretch(lines, i);
    const [from, to] = [lines[i], lines[i + count - 1]];
    i += count;
    if (bytes.length === 0 || !from || !to) continue;
    const form = 'hex digits with something in front of each line';
    const end = to.start + to.line.length;
    readings.push({ kind: 'hex', form, start: from.start, end, bytes, marks: MARKS, slips: [] });
  }
  return readings;
}

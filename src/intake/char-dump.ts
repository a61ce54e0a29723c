import { mayBeginWbxml } from '../wbxml/index.ts';
import { MOST_DUMPED } from './dump-rows.ts';
import { ByteSink, keptBefore, slip, type Reading, type Slip } from './reading.ts';
import { worthReading } from './stretches.ts';
import { textBytes } from './text-bytes.ts';

/** Columns of a cell, and cells of a row. */
const WIDTH = 4;
const MOST_CELLS = 64;
/** Bytes of a row, unless somebody asks for more. */
const USUAL = 16;
/** An offset, with cells behind it; the first row of those without offsets may have lost its blanks. */
const OFFSET = /^([0-9a-f]{6,8})(?=$| )/i;
const BARE = /^[0-7]{3} /;
/** Escapes that od and hexdump print. */
const ESCAPES: Readonly<Record<string, number>> = {
  '\\0': 0,
  '\\a': 7,
  '\\b': 8,
  '\\t': 9,
  '\\n': 10,
  '\\v': 11,
  '\\f': 12,
  '\\r': 13,
};
/** Stands for the further bytes of the character before it. */
const FURTHER = '**';
/** Cells that are no single character: without them a row is words. */
const FEWEST_NUMBERS = 2;
/** Cells side by side as no other text has them: an escape, and an octal number in front of a character. */
const TYPICAL = /(?:^|[ \d])\\[0abtnvfr](?= {1,3}\S|[ \r]*$)|(?:^| )[0-3][0-7]{2} {3}[^\s\d](?= |\r?$)/m;
const MARKS = 8;

interface Row {
  start: number;
  end: number;
  /** As it is written; empty where there is none. */
  offset: string;
  bytes: number[];
  numbers: number;
  /** Whether a `*` stands in front: rows like the one before were left out. */
  isRepeated: boolean;
}

/** The bytes of a cell; `undefined` where it is none. */
function cellBytes(cell: string): readonly number[] | undefined {
  if (cell === '') return [0x20];
  if (cell === FURTHER) return [];
  const escape = ESCAPES[cell];
  if (escape !== undefined) return [escape];
  if (/^[0-3][0-7]{2}$/.test(cell)) return [Number.parseInt(cell, 8)];
  return [...cell].length === 1 ? [...textBytes(cell)] : undefined;
}

/** The bytes of the cells of a row; `undefined` where something else stands there. */
function cellsOf(line: string): { bytes: number[]; numbers: number } | undefined {
  const signs = [...line];
  if (signs.length > WIDTH * MOST_CELLS) return undefined;
  const bytes: number[] = [];
  let numbers = 0;
  for (let at = 0; at < signs.length; at += WIDTH) {
    const cell = signs.slice(at, at + WIDTH).join('');
    const text = cell.trimStart();
    const found =
      cell.startsWith(' ') && (text === '' || cell.length === WIDTH) ? cellBytes(text) : undefined;
    if (!found) return undefined;
    bytes.push(...found);
    if (text.length > 1) numbers++;
  }
  return { bytes, numbers };
}

/** @param offset of the row of another form in front of it, which is blank in this one; `''` where there is none */
function readRow(line: string, start: number, isRepeated: boolean, offset: string): Row | undefined {
  const own = OFFSET.exec(line)?.[1] ?? '';
  const isBelow = own === '' && offset !== '' && line.startsWith(' '.repeat(offset.length));
  const rest = line.slice(isBelow ? offset.length : own.length);
  const place = isBelow ? offset : own;
  // a paste may have lost the blank in front of its first row
  const cells = cellsOf(place === '' && !rest.startsWith(' ') && BARE.test(rest) ? ` ${rest}` : rest);
  if (!cells || (place === '' && cells.numbers === 0 && rest.trim() === '')) return undefined;
  return { ...cells, start, end: start + line.length, offset: place, isRepeated };
}

/** The rows of a text, those of one dump together: others lines end it, but for those of another form of the same bytes. */
function dumpsOf(text: string): Row[][] {
  const dumps: Row[][] = [];
  let rows: Row[] = [];
  let isRepeated = false;
  let pending = '';
  for (let at = 0; at < text.length;) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 ? text.length : stop;
    const line = text.slice(at, Math.min(next, at + WIDTH * MOST_CELLS + 10)).replace(/\r$/, '');
    const isStar = line.trim() === '*' && rows.length > 0;
    const row = isStar ? undefined : readRow(line, at, isRepeated, pending);
    pending = row ? '' : (OFFSET.exec(line)?.[1] ?? '');
    const isOther = !row && !isStar && pending === '' && !/^ {6,8}/.test(line);
    const isAnew = row && row.offset !== '' && /^0+$/.test(row.offset);
    if ((isOther || isAnew) && rows.length > 0) {
      dumps.push(rows);
      rows = [];
    }
    if (row) rows.push(row);
    if (row ?? isStar) isRepeated = isStar;
    at = next + 1;
  }
  return rows.length > 0 ? [...dumps, rows] : dumps;
}

/** Bytes of the longest row: others may have lost blanks at their ends. */
const longestOf = (rows: readonly Row[]): number =>
  rows.reduce((longest, { bytes }) => Math.max(longest, bytes.length), 0);

/** The radix in which the offsets of two rows are as far apart as a row has bytes: octal where nothing says it. */
function radixOf(rows: readonly Row[]): number {
  const [first, second] = rows.filter(({ offset }) => offset !== '');
  if (!first || !second || second.isRepeated) return 8;
  const wanted = second.bytes.length === 0 ? first.bytes.length : longestOf(rows);
  const step = (radix: number): number =>
    Number.parseInt(second.offset, radix) - Number.parseInt(first.offset, radix);
  return [8, 10].find((radix) => step(radix) >= wanted) ?? 16;
}

/** Blanks at the end of a line are lost on the way, and those of the last row stand for nothing. */
function fitted(bytes: readonly number[], size: number): readonly number[] {
  if (bytes.length <= size) return [...bytes, ...new Array<number>(size - bytes.length).fill(0x20)];
  return bytes.slice(size).every((byte) => byte === 0x20) ? bytes.slice(0, size) : bytes;
}

/** Puts the rows of a dump together; what does not follow is a slip, and the bytes before it are kept. */
function readDump(rows: readonly Row[]): { bytes: Uint8Array; slips: Slip[] } {
  const sink = new ByteSink(256);
  const radix = radixOf(rows);
  const hasOffsets = rows.every(({ offset }) => offset !== '');
  const width = Math.max(USUAL, longestOf(rows));
  const base = Number.parseInt(rows[0]?.offset ?? '', radix);
  let before: readonly number[] = [];
  const stoppedAt = (row: Row, code: Slip['code'], expected: string, found: string) => ({
    bytes: sink.done(),
    slips: [slip(code, 'error', row.start, row.end, expected, found, keptBefore(sink.length))],
  });
  for (const [i, row] of rows.entries()) {
    const offset = Number.parseInt(row.offset, radix) - base;
    const missing = offset - sink.length;
    if (row.isRepeated && hasOffsets && before.length > 0 && offset <= MOST_DUMPED) {
      for (let n = Math.floor(missing / before.length); n > 0; n--) sink.append(Uint8Array.from(before));
    } else if (row.isRepeated) {
      const found = '“*”: rows like the one before, and no offset says how many';
      return stoppedAt(row, 'not-printed', 'all rows', found);
    }
    if (hasOffsets && offset !== sink.length) {
      const code = offset > sink.length ? 'missing-bytes' : 'overlapping-rows';
      const expected = `offset ${(base + sink.length).toString(radix).padStart(row.offset.length, '0')}, where the bytes before end`;
      return stoppedAt(row, code, expected, `offset ${row.offset}`);
    }
    const next = rows[i + 1];
    const step =
      hasOffsets && next && !next.isRepeated ? Number.parseInt(next.offset, radix) - base - offset : width;
    before = fitted(row.bytes, next && step <= width ? step : row.bytes.length);
    sink.append(Uint8Array.from(before));
  }
  return { bytes: sink.done(), slips: [] };
}

/**
 * Reads dumps of characters, as `od -c` and `hexdump -c` print them: cells of four columns, a character, an escape or
 * three octal digits; with offsets or without. Blanks that the end of a line lost are put back where the offsets say so.
 */
export function readCharDump(text: string): Reading[] {
  if (!TYPICAL.test(text)) return [];
  const readings: Reading[] = [];
  const sizeOf = (rows: readonly Row[]): number => rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
  for (const rows of worthReading(dumpsOf(text), sizeOf, ([row]) => mayBeginWbxml(row?.bytes[0]))) {
    const numbers = rows.reduce((sum, row) => sum + row.numbers, 0);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || numbers < FEWEST_NUMBERS) continue;
    const { bytes, slips } = readDump(rows);
    const form = 'a dump of characters, as od -c prints';
    readings.push({ kind: 'hex-dump', form, start: first.start, end: last.end, bytes, marks: MARKS, slips });
  }
  return readings;
}

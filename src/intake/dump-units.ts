import type { Row } from './dump-rows.ts';

/** Bytes of a row and, for each, where in the text its group ends. */
export interface RowBytes {
  bytes: number[];
  ends: number[];
}

/** One way to read the groups of a row. */
export interface Unit {
  id: 'hex' | 'low-first' | 'octal-words' | 'octal' | 'decimal';
  /** Bytes of one group; `undefined` where it does not fit, `first` being the first group of the row. */
  read(group: string, first: string): number[] | undefined;
}

function hexBytes(group: string, first: string): number[] | undefined {
  if (group.length % 2 === 1 || group.length > first.length || group.length > 32) return undefined;
  const bytes: number[] = [];
  for (let i = 0; i < group.length; i += 2) bytes.push(Number.parseInt(group.slice(i, i + 2), 16));
  return bytes;
}

/** Words of 2, 4 or 8 bytes, all alike. */
function lowFirst(group: string, first: string): number[] | undefined {
  if (first.length < 4 || group.length > 16) return undefined;
  return hexBytes(group, first)?.reverse();
}

function octalWord(group: string): number[] | undefined {
  if (!/^[01][0-7]{5}$/.test(group)) return undefined;
  const word = Number.parseInt(group, 8);
  return [word & 0xff, word >> 8];
}

function octalByte(group: string): number[] | undefined {
  return /^[0-3][0-7]{2}$/.test(group) ? [Number.parseInt(group, 8)] : undefined;
}

function decimalByte(group: string): number[] | undefined {
  return /^\d{1,3}$/.test(group) && Number(group) < 256 ? [Number(group)] : undefined;
}

export const UNITS: readonly Unit[] = [
  { id: 'hex', read: hexBytes },
  { id: 'low-first', read: lowFirst },
  { id: 'octal-words', read: octalWord },
  { id: 'octal', read: octalByte },
  { id: 'decimal', read: decimalByte },
];

/** The groups of a row as bytes, up to the first that does not fit. */
export function rowBytes(text: string, row: Row, unit: Unit): RowBytes {
  const read: RowBytes = { bytes: [], ends: [] };
  const first = row.cells[0] ? text.slice(row.cells[0].start, row.cells[0].end) : '';
  for (const cell of row.cells) {
    const bytes = unit.read(text.slice(cell.start, cell.end), first);
    if (!bytes) break;
    for (const byte of bytes) {
      read.bytes.push(byte);
      read.ends.push(cell.end);
    }
  }
  return read;
}

/** Whether `shown` is how a dump prints these bytes as text: printable ones as they are, others as anything. */
function isTextColumn(shown: string, bytes: readonly number[]): boolean {
  if (shown.length > bytes.length) return false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const printable = byte > 0x20 && byte < 0x7f;
    if (i >= shown.length ? byte !== 0x20 : printable && shown.charCodeAt(i) !== byte) return false;
  }
  return true;
}

/** Whether what stands behind the first `n` bytes of a row is those bytes as text, set off by a gap or a frame. */
function hasTextColumn(text: string, row: Row, read: RowBytes, n: number): boolean {
  const rest = text.slice(read.ends[n - 1] ?? row.start, row.end);
  const bytes = read.bytes.slice(0, n);
  const framed = /^\s*(?:\|(.*)\||>(.*)<)\s*$/.exec(rest);
  if (framed) return isTextColumn(framed[1] ?? framed[2] ?? '', bytes);
  const gap = /^\s{2,}/.exec(rest)?.[0].length ?? 0;
  if (gap === 0 || gap === rest.length) return false;
  // blanks in front of the text column may be its own first characters
  const blankFirst = rest.slice(0, -n).trim() === '' && isTextColumn(rest.slice(-n), bytes);
  return blankFirst || isTextColumn(rest.slice(gap), bytes);
}

/** How many bytes a row has, and whether nothing but its text column follows them. */
export interface Measured {
  bytes: number;
  clean: boolean;
}

/**
 * How many of a row's bytes are its bytes and not letters of its text column that look like hex: the text column
 * itself tells.
 * @param width bytes of a full row, where known
 */
export function measuredByText(text: string, row: Row, read: RowBytes, width: number | undefined): Measured {
  const most = Math.min(read.bytes.length, width ?? Infinity);
  for (let n = most; n > 0; n--) {
    const insideGroup = read.ends[n] === read.ends[n - 1];
    if (!insideGroup && hasTextColumn(text, row, read, n)) return { bytes: n, clean: true };
  }
  const rest = text.slice(read.ends[most - 1] ?? row.start, row.end);
  return { bytes: most, clean: rest.trim() === '' };
}

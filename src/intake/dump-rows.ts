import { hexDigit } from '../bytes/index.ts';

/** One row of a dump. Text offsets, half-open. */
export interface Row {
  start: number;
  end: number;
  /** The offset as it is written; which radix it has shows only in comparison with other rows. */
  offset: string;
  /** Characters of the line up to the end of the offset. */
  behind: number;
  /** Whether a colon stands behind the offset, as xxd and tcpdump write it. */
  colon: boolean;
  /** Groups of digits behind the offset; the last ones may belong to the text column. */
  cells: { start: number; end: number }[];
  /** The first group, where it is none: hex but for a character, and as long as those of the row before. */
  broken?: { start: number; end: number };
  /** Whether a line with only `*` stands in front: rows like the one before were left out. */
  repeated: boolean;
}

/** Longer lines are no rows of a dump. */
const LONGEST_ROW = 1000;
/** Offset, and what may stand behind it: the name of the place, a colon, a bar, blanks, or the end of the line. */
const OFFSET =
  /^[ \t]*(?:0x)?([0-9a-f]{1,16}(?:`[0-9a-f]{8})?)h?(?:[ \t]<[^>\n]{1,100}>(?=:))?(:|[ \t]*\||[ \t][:-](?=[ \t])|(?=[ \t]|$))/i;
/** The numbers of columns above a dump. */
const COLUMNS = /^[ \t]*0?0[ \t]+0?1[ \t]+0?2[ \t]+0?3[ \t]/;
/** A row somewhere in a line, behind what a logger put there. */
const INNER_ROW = /(?:^|[\s\]>|:])(?:0x)?0{4,16}(?: ?:| -|[|│])?[ \t]+[0-9a-f]{2}(?:[ \t-]*[0-9a-f]{2}){3,}/i;
/** Most bytes of a dump whose rows are left out (`*`): 16 MiB. */
export const MOST_DUMPED = 16 * 1024 * 1024;
/** What a debugger writes in front of a command. */
const PROMPT = /^\d{1,3}:\d{3}(?::\w{1,9})?> /;

/** Groups of hex digits from `at`, `0x` in front or not: blanks or one dash between; one that does not stand alone ends it. */
function cellsOf(line: string, at: number): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let i = at;
  for (;;) {
    while (line[i] === ' ' || line[i] === '\t') i++;
    if (line[i] === '0' && line[i + 1] === 'x') i += 2;
    const start = i;
    while (hexDigit(line.charCodeAt(i)) >= 0) i++;
    if (i === start) return cells;
    const after = line[i];
    if (after !== undefined && !' \t-|>'.includes(after)) return cells;
    cells.push({ start, end: i });
    if (after === '-') i++;
  }
}

/** The word at `at`, where it is as long as a group and half of it is hex digits: one that a fault got into. */
function brokenGroup(line: string, at: number, group: number): { start: number; end: number } | undefined {
  const [word = '', blanks = ''] = /^([ \t]{1,4})\S{1,32}/.exec(line.slice(at, at + 40)) ?? [];
  const [start, end] = [at + blanks.length, at + word.length];
  const hex = [...line.slice(start, end)].filter((sign) => hexDigit(sign.charCodeAt(0)) >= 0).length;
  return end - start === group && hex * 2 >= group ? { start, end } : undefined;
}

/** @param before the row in front of it, which tells how long groups are */
function readRow(line: string, start: number, before?: Row): Row | undefined {
  const isNone = line.length > LONGEST_ROW || COLUMNS.test(line) || PROMPT.test(line);
  const head = isNone ? null : OFFSET.exec(line);
  if (!head) return undefined;
  const mark = head[2] ?? '';
  const offset = (head[1] ?? '').replace('`', '');
  const cells = cellsOf(line, head[0].length);
  const wide = offset.length >= 4 || mark !== '' || /^[ \t]{2}/.test(line.slice(head[0].length));
  const [first] = before?.cells ?? [];
  const isBare = line.trim() === head[0].trim();
  const follows = first && Number.parseInt(offset, 16) > Number.parseInt(before?.offset ?? '', 16);
  const broken =
    follows && cells.length === 0 && !isBare
      ? brokenGroup(line, head[0].length, first.end - first.start)
      : undefined;
  if (!wide || (cells.length === 0 && !isBare && !broken)) return undefined;
  const place = (cell: { start: number; end: number }) => ({
    start: start + cell.start,
    end: start + cell.end,
  });
  return {
    start,
    end: start + line.length,
    offset,
    behind: head[0].length,
    colon: mark.trim() === ':',
    cells: cells.map(place),
    repeated: false,
    ...(broken && { broken: place(broken) }),
  };
}

/** Where rows begin in the lines of a log: the column of the first offset that is zero; 0 where there is none. */
function columnOf(text: string): number {
  for (let at = 0; at < Math.min(text.length, 200_000);) {
    const stop = lineStop(text, at);
    const inner = stop - at <= LONGEST_ROW ? INNER_ROW.exec(text.slice(at, stop)) : null;
    if (inner) return inner.index;
    at = stop + 1;
  }
  return 0;
}

function lineStop(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  return stop < 0 ? text.length : stop;
}

/** The bar in front of an offset that has one behind it. */
const FIRST_BAR = /^([ \t]{0,40})[|│](?=[0-9a-f]{4,16}[|│])/i;

/** Bars that are drawn: between columns they stand for plain ones, in front of a row and inside a column for a gap. As long as before. */
const withPlainBars = (line: string): string =>
  /[│┊|]/.test(line) ? line.replace(FIRST_BAR, '$1 ').replaceAll('│', '|').replaceAll('┊', ' ') : line;

/** Column of a group behind the offset: rows of one dump may be indented differently. */
const columnIn = (row: Row, cell: { start: number } | undefined): number =>
  cell ? cell.start - row.start - row.behind : -1;

/**
 * A first row that begins in the middle leaves its places in front blank, and the offset is that of the place of the
 * first: frames that are printed from a byte on look so. Its offset becomes that of the byte it begins with.
 */
function withBlanksCounted(row: Row, next: Row): Row {
  const column = columnIn(row, row.cells[0]);
  if (!/^[0-9a-f]+$/i.test(row.offset) || column <= columnIn(next, next.cells[0])) return row;
  const blanks = next.cells.findIndex((cell) => columnIn(next, cell) === column);
  const before = next.cells.slice(0, Math.max(0, blanks));
  if (before.length === 0 || before.some(({ start, end }) => end - start !== 2)) return row;
  const offset = Number.parseInt(row.offset, 16) + before.length;
  return { ...row, offset: offset.toString(16).padStart(row.offset.length, '0') };
}

/**
 * Finds the rows of a text that look like those of a dump: an offset and groups of hex digits. Other lines are
 * passed over. A last row with an offset only says where the bytes end.
 */
export function dumpRows(text: string): Row[] {
  const column = columnOf(text);
  const rows: Row[] = [];
  let repeated = false;
  for (let at = 0; at < text.length;) {
    const stop = lineStop(text, at);
    const line = withPlainBars(text.slice(Math.min(at + column, stop), stop)).replace(/\r$/, '');
    at = stop + 1;
    if (line.trim() === '*') {
      repeated = rows.length > 0;
      continue;
    }
    const row = readRow(line, stop - (line.length + (text[stop - 1] === '\r' ? 1 : 0)), rows.at(-1));
    if (!row) continue;
    rows.push({ ...row, repeated });
    repeated = false;
  }
  return rows.map((row, i) => {
    const next = rows[i + 1];
    return next && row.cells.length < next.cells.length ? withBlanksCounted(row, next) : row;
  });
}

import { MOST_DUMPED, dumpRows, type Row } from './dump-rows.ts';
import { UNITS, measuredByText, rowBytes, type Measured, type RowBytes, type Unit } from './dump-units.ts';
import { ByteSink, count, keptBefore, slip, type Reading, type Slip } from './reading.ts';
import { MOST_STRETCHES } from './stretches.ts';

/** Which part of the rows must have offsets that add up. */
const ENOUGH_AGREE = 0.4;
/** What a row counts whose bytes fit but are followed by other words, or are too many, or seem cut by a fault. */
const REMARK = 0.8;
const LETTERS = 0.3;
const BROKEN = 0.5;
const CHANCE = 0.3;
/** Bytes of the widest row that is common. */
const WIDEST = 64;
/** How many rows are looked at to find out what offsets and groups mean. */
const SAMPLE = 60;

type Radix = 16 | 8 | 10;

/** Octal offsets are od's, which writes six or seven digits. */
const MAY_BE: Record<Radix, RegExp> = { 16: /^[0-9a-f]+$/i, 8: /^[0-7]{6,7}$/, 10: /^[0-9]+$/ };

const valueOf = (row: Row, radix: Radix): number =>
  MAY_BE[radix].test(row.offset) ? Number.parseInt(row.offset, radix) : Number.NaN;

interface Scheme {
  unit: Unit;
  radix: Radix;
  /** Neighbouring rows that were compared, and the part of them whose offsets fit. */
  compared: number;
  agree: number;
}

/** How well one row fits the step to the offset of the next. */
function fit(text: string, row: Row, read: RowBytes, step: number, last: boolean): number {
  if (Number.isNaN(step)) return 0; // an offset that is none in this radix
  const there = read.bytes.length;
  const { bytes, clean } = measuredByText(text, row, read, undefined);
  if (clean && bytes === step) return 1;
  // one byte more than there is: the last word of an odd number of bytes is filled up
  if (last && there === step + 1) return 1;
  if (there === step) return REMARK;
  if (there > step) return LETTERS;
  return clean || step > WIDEST ? 0 : BROKEN;
}

/** How well offsets read in this radix fit groups read in this unit. */
function tryScheme(text: string, rows: readonly Row[], unit: Unit, radix: Radix): Scheme | undefined {
  let compared = 0;
  let agree = 0;
  const first = rows[0];
  if (!first || rowBytes(text, first, unit).bytes.length === 0) return undefined;
  for (let i = 0; i + 1 < rows.length && i < SAMPLE; i++) {
    const [row, next] = [rows[i] as Row, rows[i + 1] as Row];
    const step = valueOf(next, radix) - valueOf(row, radix);
    if (next.repeated || step <= 0 || row.cells.length === 0) continue;
    compared++;
    agree += fit(text, row, rowBytes(text, row, unit), step, next.cells.length === 0);
  }
  if (compared === 0) return { unit, radix, compared, agree: 1 };
  // a single row that fits a rare radix may fit it by chance
  const chance = radix !== 16 && compared === 1 && agree < 1 ? CHANCE : 1;
  return { unit, radix, compared, agree: (agree / compared) * chance };
}

/** Every unit that fits, each with the radix that fits it best; the first of equals. */
function schemes(text: string, rows: readonly Row[]): Scheme[] {
  return UNITS.flatMap((unit) => {
    const tried = ([16, 8, 10] as const).flatMap((radix) => tryScheme(text, rows, unit, radix) ?? []);
    const best = tried.reduce<Scheme | undefined>((a, b) => (a && a.agree >= b.agree ? a : b), undefined);
    return best && best.agree >= ENOUGH_AGREE ? [best] : [];
  });
}

interface Dump {
  bytes: Uint8Array;
  slips: Slip[];
}

/** Reads the rows of one dump; stops at the first that does not follow on the one before. */
function readDump(text: string, rows: readonly Row[], { unit, radix }: Scheme): Dump {
  const sink = new ByteSink(rows.length * 16);
  const base = valueOf(rows[0] as Row, radix);
  const slips: Slip[] = [];
  const widths: Widths = { rows: 0, first: undefined, uniform: true };
  let before: number[] = [];
  for (const [i, row] of rows.entries()) {
    const offset = valueOf(row, radix) - base;
    if (row.repeated && before.length > 0) {
      const missing = offset - sink.length;
      if (offset > MOST_DUMPED || missing % before.length !== 0) {
        const found = `${count(missing, 'byte')} left out`;
        const expected = 'whole rows in place of *, 16 MiB at most';
        const assumed = keptBefore(sink.length);
        slips.push(slip('too-large', 'error', row.start, row.end, expected, found, assumed));
        break;
      }
      const repeat = Uint8Array.from(before);
      for (let n = missing / before.length; n > 0; n--) sink.append(repeat);
    }
    const wanted = (base + sink.length).toString(radix).padStart(row.offset.length, '0');
    const problem = misplaced(row, offset, sink.length, wanted);
    const filled = row.cells.length === 0 && offset === sink.length - 1; // a filled-up last word
    if (problem && !filled) {
      slips.push(problem);
      break;
    }
    if (row.broken) {
      slips.push(brokenRow(text, row.broken, sink.length));
      break;
    }
    if (row.cells.length === 0) return { bytes: sink.done().slice(0, offset), slips };
    const read = rowBytes(text, row, unit);
    const next = rows[i + 1];
    const measured = next && !next.repeated ? valueOf(next, radix) - valueOf(row, radix) : undefined;
    const here = measured ?? unmeasured(text, row, read, widths).bytes;
    before = read.bytes.slice(0, here);
    widths.rows++;
    widths.first ??= before.length;
    widths.uniform &&= widths.first === before.length;
    sink.append(Uint8Array.from(before));
    if (measured !== undefined && before.length < here && next) {
      const own = measuredByText(text, row, read, widths.first);
      if (own.clean && own.bytes === before.length) continue; // rows are missing: said at the next one
      slips.push(shortRow(text, row, read, here, sink.length));
      break;
    }
    const fault =
      measured === undefined ? faultBehind(text, row, read, here, widths, rows[0] as Row) : undefined;
    if (fault) {
      slips.push(brokenRow(text, fault, sink.length));
      break;
    }
  }
  return { bytes: sink.done(), slips };
}

/** How many bytes the rows so far have. */
interface Widths {
  rows: number;
  first: number | undefined;
  uniform: boolean;
}

/** A row that no next offset measures: by its text column, else as wide as all rows before, else all it holds. */
function unmeasured(text: string, row: Row, read: RowBytes, widths: Widths): Measured {
  const capped = measuredByText(text, row, read, widths.first);
  return capped.clean || (widths.uniform && widths.rows > 1)
    ? capped
    : measuredByText(text, row, read, undefined);
}

/** A row with fewer bytes than the next offset says: the word behind the last of them cannot be read. */
function shortRow(text: string, row: Row, read: RowBytes, wanted: number, length: number): Slip {
  const behind = read.ends.at(-1) ?? row.cells[0]?.start ?? row.start;
  const word = /^[ \t]*([^ \t]{0,32})/.exec(text.slice(behind, row.end));
  const start = behind + (word?.[0].length ?? 0) - (word?.[1]?.length ?? 0);
  const end = Math.min(row.end, behind + (word?.[0].length ?? 0));
  const found = start < end ? `“${text.slice(start, end)}”` : 'the end of the row';
  const expected = `${count(wanted, 'byte')} in this row, as the next offset says`;
  return slip('missing-bytes', 'error', start, end, expected, found, keptBefore(length));
}

/** A word among the groups of a row that is none. */
function brokenRow(text: string, { start, end }: { start: number; end: number }, length: number): Slip {
  const found = `“${text.slice(start, end)}”`;
  return slip('bad-digit', 'error', start, end, 'a group of digits', found, keptBefore(length));
}

/**
 * The word behind the bytes of a row that no next offset measures, where a fault got into a group: it is as long as
 * one and half hex, or more groups or the text column stand behind it. A row that is full has none.
 */
function faultBehind(
  text: string,
  row: Row,
  read: RowBytes,
  bytes: number,
  widths: Widths,
  first: Row,
): { start: number; end: number } | undefined {
  const isFull = widths.rows > 1 && widths.uniform;
  if (isFull || measuredByText(text, row, read, undefined).clean) return undefined;
  const from = read.ends[bytes - 1] ?? row.start + row.behind;
  const found = /^([ \t]{1,2})(\S{1,32})(.{0,400})/.exec(text.slice(from, row.end));
  const [, blanks = '', word = '', rest = ''] = found ?? [];
  const group = first.cells[0] ? first.cells[0].end - first.cells[0].start : 0;
  const digits = word.replace(/[^0-9a-f]/gi, '').length;
  const isShort = digits === word.length && word.length < group && word.length % 2 === 1;
  const goesOn = new RegExp(`^[ \\t]{1,2}[0-9a-f]{${group}}(?![^ \\t])|^[ \\t]+[|>]`, 'i').test(rest);
  const isAlike = word.length === group && (digits * 2 >= group || goesOn);
  const start = from + blanks.length;
  return isShort || isAlike ? { start, end: start + word.length } : undefined;
}

/** A row whose offset is not where the bytes before it end. */
function misplaced(row: Row, offset: number, length: number, wanted: string): Slip | undefined {
  if (offset === length) return undefined;
  const code = offset > length ? 'missing-bytes' : 'overlapping-rows';
  const expected = `offset ${wanted}, where the bytes before end`;
  return slip(code, 'error', row.start, row.end, expected, `offset ${row.offset}`, keptBefore(length));
}

/** Splits where offsets start over: several dumps in one paste. */
function split(rows: readonly Row[]): Row[][] {
  const dumps: Row[][] = [];
  let last = Infinity;
  for (const row of rows) {
    const offset = Number.parseInt(row.offset, 16);
    if (offset < last || dumps.length === 0) dumps.push([]);
    dumps.at(-1)?.push(row);
    last = offset;
  }
  return dumps.filter((dump) => dump.some((row) => row.cells.length > 0));
}

function nameOf(text: string, rows: readonly Row[], unit: Unit): string {
  const row = rows[0] as Row;
  const rest = text.slice(row.cells.at(-1)?.end ?? row.end, row.end);
  const group = row.cells[0] ? row.cells[0].end - row.cells[0].start : 2;
  switch (unit.id) {
    case 'hex':
      if (rest.includes('|')) return 'a dump with text between bars, as hexdump -C prints';
      if (row.colon && group === 4) return 'a dump as xxd prints';
      return 'a hex dump with offsets';
    case 'low-first':
      return `a dump of ${group * 4}-bit words, low byte first, as hexdump prints`;
    case 'octal-words':
      return 'a dump of octal words, low byte first, as od prints';
    case 'octal':
      return 'a dump of octal bytes';
    case 'decimal':
      return 'a dump of decimal bytes';
    default:
      return unit.id satisfies never;
  }
}

/** A single row proves nothing by its offsets; it must look the part. */
function marksOf(text: string, rows: readonly Row[], scheme: Scheme): number {
  if (scheme.compared > 0) return scheme.agree === 1 ? 9 : 8;
  const row = rows[0] as Row;
  const bar = /[|>]/.test(text.slice(row.cells.at(-1)?.end ?? row.end, row.end));
  const zero = /^0+$/.test(row.offset);
  if (zero && row.offset.length >= 4) return 7;
  if (/^[a-f]$/i.test(row.offset)) return 0; // a letter and a colon: whose it is, or a drive
  // the address of a debugger, or the same bytes as text behind them
  const read = rowBytes(text, row, scheme.unit);
  const { bytes, clean } = measuredByText(text, row, read, undefined);
  const hasText = clean && text.slice(read.ends[bytes - 1] ?? row.end, row.end).trim() !== '';
  if ((hasText && bytes > 3) || text.slice(row.start, row.start + row.behind).includes('`')) return 6;
  return row.colon || bar ? 5 : zero ? 4 : 0;
}

/**
 * Reads dumps: rows of an offset and bytes, hex, octal or decimal, as bytes or as words with the low byte first,
 * with or without a text column. Offsets are compared, so letters of the text column are never taken for bytes;
 * rows left out as `*` are filled in. Rows that do not follow on one another are a slip.
 * @param most dumps that are read
 */
export function readHexDump(text: string, most = MOST_STRETCHES): Reading[] {
  const dumps = split(dumpRows(text)).slice(0, most);
  return dumps.flatMap((rows) =>
    schemes(text, rows).flatMap((scheme): Reading[] => {
      const marks = marksOf(text, rows, scheme);
      if (marks === 0) return [];
      const { bytes, slips } = readDump(text, rows, scheme);
      const end = rows.at(-1)?.end ?? 0;
      const kind =
        scheme.unit.id === 'low-first' || scheme.unit.id === 'octal-words' ? 'word-dump' : 'hex-dump';
      return [
        { kind, form: nameOf(text, rows, scheme.unit), start: rows[0]?.start ?? 0, end, bytes, marks, slips },
      ];
    }),
  );
}

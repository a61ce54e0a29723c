import { fromHex } from '../bytes/index.ts';
import { ByteSink, keptBefore, shown, slip, type Reading, type Slip } from './reading.ts';
import { MOST_STRETCHES } from './stretches.ts';

/** Longer lines are not written by hand. */
const LONGEST_LINE = 1000;
const MARKS = 6;

/**
 * Hex at the start of a line and a remark behind it: two blanks or a tab, or what begins a comment in some language.
 * Bytes may be in pairs or together, with single blanks or a comma between.
 */
const LINE =
  /^[ \t]*((?:(?:0x)?(?:[0-9a-f]{2})+(?: |, ?|(?=\t|$|[|#;])))+)([ \t]{1,200}\S.*|[|#;].*|\/\/.*|-{1,2} .*|<.*|\(.*|)$/i;
/** What stands behind numbers is one more of them that is written in another way, with a cast or a call: no remark. */
const FURTHER_NUMBER = /^\s*(?:\((?:[\w ]+)\)\s*)?0x[0-9a-f]{1,2}(?![0-9a-z])/i;
/** A line that begins a comment, or a cell of a table that stands on a line of its own. */
const ONLY_REMARK = /^[ \t]*(?:\/\/|#|;|--)|\|[ \t]*$/;

/** The bytes at the start of a line, and whether a remark follows; `undefined` where it begins with none. */
function readLine(line: string): { bytes: Uint8Array; remark: boolean } | undefined {
  const found = line.length <= LONGEST_LINE ? LINE.exec(line) : null;
  if (!found || (found[0].includes('0x') && FURTHER_NUMBER.test(found[2] ?? ''))) return undefined;
  const bytes = fromHex((found[1] ?? '').replace(/0x|,/gi, ' ').replace(/\s+/g, ''));
  return bytes ? { bytes, remark: (found[2] ?? '').trim() !== '' } : undefined;
}

/** As much of a line as is bytes. */
const BYTES = /^[ \t]*(?:(?:0x)?[0-9a-f]{2}(?=[ ,\t]|$)[ ,\t]*)*(?:[0-9a-f](?=[^\s,](?:[\s,]|$)))?/i;

/** A line among bytes that is none, where the bytes go on behind it and do not begin anew. */
function interrupted(text: string, from: number, to: number, read: Uint8Array): Slip[] {
  const stop = text.indexOf('\n', to + 1);
  const next = text.slice(to + 1, Math.min(stop < 0 ? text.length : stop, to + 2 + LONGEST_LINE));
  const behind = readLine(next.replace(/\r$/, ''));
  if (!behind || (behind.bytes[0] === read[0] && behind.bytes[1] === read[1])) return [];
  const at = from + (BYTES.exec(text.slice(from, Math.min(to, from + LONGEST_LINE)))?.[0].length ?? 0);
  const expected = 'bytes and a remark, or a remark alone';
  return [
    slip('bad-digit', 'error', at, Math.min(to, at + 1), expected, shown(text, at), keptBefore(read.length)),
  ];
}

/** A line that stands for bytes that are not there: `...`, `[… folder data …]`. */
const LEFT_OUT = /^[ \t]*[[(<]?[ \t]*(?:\.{3}|…)/;

/** What a line says that ends a listing: bytes were left out, or it is none and the bytes go on behind it. */
function endedBy(text: string, from: number, to: number, read: Uint8Array): Slip[] {
  const line = text.slice(from, Math.min(to, from + LONGEST_LINE)).trim();
  if (!LEFT_OUT.test(line)) return interrupted(text, from, to, read);
  const found = `“${line}”`;
  return [slip('not-printed', 'error', from, to, 'all bytes', found, keptBefore(read.length))];
}

/** Bytes of one listing, as far as it was read. */
class Listing {
  private readonly sink = new ByteSink(64);
  private readonly start: number;
  private end: number;
  private lines = 0;
  private remarks = 0;
  slips: Slip[] = [];

  constructor(start: number) {
    this.start = start;
    this.end = start;
  }

  add({ bytes, remark }: { bytes: Uint8Array; remark: boolean }, end: number): void {
    this.sink.append(bytes);
    this.end = end;
    this.lines++;
    if (remark) this.remarks++;
  }

  get bytes(): Uint8Array {
    return this.sink.view();
  }

  readings(): Reading[] {
    const { start, end, slips } = this;
    if (this.lines < 2 || this.remarks === 0) return [];
    const form = 'hex digits with remarks behind them';
    return [{ kind: 'hex', form, start, end, bytes: this.sink.done(), marks: MARKS, slips }];
  }
}

/**
 * Reads hex as people write it to explain it: some bytes a line, a remark behind them. Lines that are nothing but a
 * remark are passed over; any other line ends the listing, which is a slip where bytes go on behind it, and where it says
 * that bytes were left out. Another listing may follow.
 */
export function readHexLines(text: string): Reading[] {
  const readings: Reading[] = [];
  let listing: Listing | undefined;
  for (let at = 0; at < text.length && readings.length < MOST_STRETCHES;) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 ? text.length : stop;
    const line = text.slice(at, next).replace(/\r$/, '');
    const from = at;
    at = next + 1;
    const read = readLine(line);
    if (read) {
      listing ??= new Listing(from);
      listing.add(read, from + line.length);
    } else if (listing && line.trim() !== '' && !ONLY_REMARK.test(line)) {
      listing.slips = endedBy(text, from, next, listing.bytes);
      readings.push(...listing.readings());
      if (listing.slips.some(({ code }) => code === 'bad-digit')) return readings; // what follows begins in the middle
      listing = undefined;
    }
  }
  return [...readings, ...(listing?.readings() ?? [])];
}

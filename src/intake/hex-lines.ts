import { fromHex } from '../bytes/index.ts';
import { ByteSink, keptBefore, shown, slip, type Reading, type Slip } from './reading.ts';

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

/**
 * Reads hex as people write it to explain it: some bytes a line, a remark behind them. Lines that are nothing but a
 * remark are passed over; any other line ends the listing, which is a slip where bytes go on behind it.
 */
export function readHexLines(text: string): Reading[] {
  const sink = new ByteSink(64);
  let start = -1;
  let end = 0;
  let lines = 0;
  let remarks = 0;
  let slips: Slip[] = [];
  for (let at = 0; at < text.length;) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 ? text.length : stop;
    const line = text.slice(at, next).replace(/\r$/, '');
    const from = at;
    at = next + 1;
    const read = readLine(line);
    if (read) {
      if (start < 0) start = from;
      end = from + line.length;
      sink.append(read.bytes);
      lines++;
      if (read.remark) remarks++;
    } else if (line.trim() !== '' && !ONLY_REMARK.test(line) && lines > 0) {
      slips = interrupted(text, from, next, sink.view());
      break;
    }
  }
  if (lines < 2 || remarks === 0) return [];
  const form = 'hex digits with remarks behind them';
  return [{ kind: 'hex', form, start, end, bytes: sink.done(), marks: MARKS, slips }];
}

import { fromHex } from '../bytes/index.ts';
import { ByteSink, keptBefore, slip, type Reading, type Slip } from './reading.ts';

/** Longer lines are no rows. */
const LONGEST_LINE = 400;
const MARKS = 8;
/** Bytes of a row that its text vouches for by itself; of shorter ones there must be more. */
const ENOUGH = 8;

/** Groups of hex digits at the start of a line, a few blanks between; what stands behind may look like more of them. */
const GROUPS = /^[ \t]*((?:[0-9a-f]{2}){1,16}(?: {1,5}(?:[0-9a-f]{2}){1,16})*)(?=[ \t])/i;

/** Whether a text is how dumps show these bytes: printable ones as they are, others as a dot; blanks may part it. */
function isTextOf(shown: string, bytes: Uint8Array): boolean {
  const signs = shown.replace(/[ \t]/g, '');
  const drawn = bytes.filter((byte) => byte !== 0x20);
  if (signs.length !== drawn.length) return false;
  return drawn.every((byte, i) => {
    const isPrintable = byte > 0x20 && byte < 0x7f;
    return signs.charCodeAt(i) === byte || (!isPrintable && signs[i] === '.');
  });
}

/** The bytes of a row whose text stands behind them; `undefined` where it does not. */
function rowOf(line: string): Uint8Array | undefined {
  const found = line.length <= LONGEST_LINE ? GROUPS.exec(line) : null;
  const all = found?.[1]?.split(/ +/) ?? [];
  const start = (found?.[0].length ?? 0) - (found?.[1]?.length ?? 0);
  // letters of the text may look like digits: the longest row that its text agrees with
  for (let count = all.length; count > 0; count--) {
    const end = endOf(line, start, count);
    const bytes = fromHex(line.slice(start, end));
    if (bytes && isTextOf(line.slice(end), bytes)) return bytes;
  }
  return undefined;
}

/** Where group `count` of a line ends. */
function endOf(line: string, start: number, count: number): number {
  let at = start;
  for (let i = 0; i < count; i++) {
    while (line[at] === ' ') at++;
    while (at < line.length && line[at] !== ' ' && line[at] !== '\t') at++;
  }
  return at;
}

/** A line among rows whose digits and text disagree, or that is none, where rows go on behind it. */
function interrupted(text: string, from: number, to: number, line: string, length: number): Slip[] {
  const stop = text.indexOf('\n', to + 1);
  const next = text.slice(to + 1, Math.min(stop < 0 ? text.length : stop, to + LONGEST_LINE));
  if (!rowOf(next.replace(/\r$/, ''))) return [];
  const start = from + line.length - line.trimStart().length;
  const expected = 'bytes, and the same bytes as text';
  const found = GROUPS.test(line) ? 'bytes and a text that disagree' : 'no such row';
  return [slip('bad-digit', 'error', start, from + line.length, expected, found, keptBefore(length))];
}

/**
 * Reads rows of a dump without offsets: hex digits, in groups or alone, and the same bytes as text behind them, which
 * says where the digits end. `[]` where there is no such row.
 */
export function readHexBesideText(text: string): Reading[] {
  const sink = new ByteSink(256);
  let start = -1;
  let end = 0;
  let rows = 0;
  let slips: Slip[] = [];
  for (let at = 0; at < text.length;) {
    const stop = text.indexOf('\n', at);
    const next = stop < 0 ? text.length : stop;
    const line = text.slice(at, Math.min(next, at + LONGEST_LINE + 2)).replace(/\r$/, '');
    const bytes = rowOf(line);
    if (bytes) {
      if (start < 0) start = at;
      end = at + line.length;
      sink.append(bytes);
      rows++;
    } else if (rows > 0 && line.trim() !== '') {
      slips = interrupted(text, at, next, line, sink.length);
      break;
    }
    at = next + 1;
  }
  const bytes = sink.done();
  if (rows === 0 || (rows === 1 && bytes.length < ENOUGH)) return [];
  const form = 'hex digits with their text beside';
  return [{ kind: 'hex-dump', form, start, end, bytes, marks: MARKS, slips }];
}

import { fromBase64 } from '../bytes/index.ts';
import { base64Digit, EQUALS } from './base64-digits.ts';
import type { Reading } from './reading.ts';
import { worthReading } from './stretches.ts';

/**
 * What stands between two pieces: blanks, the line end of a string (`\n`, `\r\n`), a continued line, or the end of one
 * string and the beginning of the next.
 */
const JOINT =
  /(?:\\{1,2}r)?\\{1,2}n[ \t]{0,9}|\\\r?\n[ \t]{0,99}|\s{1,99}|(["'`])\s{0,99}(?:[+.&,]\s{0,99})?[bru]?\1/y;
/** Lines alone are read with the plain form. */
const LINES = /^\s*\n\s*$/;
/** Digits of the shortest text that is taken for one in pieces. */
const FEWEST_DIGITS = 24;
/** Pieces narrower than this may be words: then the first byte has to be a version. */
const NARROW = 16;

interface Piece {
  start: number;
  end: number;
}

/** Pieces one behind the other, as wide as the first; the last may be narrower. */
interface Folded {
  pieces: Piece[];
  isInLines: boolean;
}

const endOf = ({ pieces }: Folded): number => pieces.at(-1)?.end ?? 0;

/** The digits at `at`, with the padding behind them. */
function pieceAt(text: string, at: number): Piece {
  let end = at;
  while (base64Digit(text.charCodeAt(end)) >= 0) end++;
  if (end > at) for (let i = 0; i < 2 && text.charCodeAt(end) === EQUALS; i++) end++;
  return { start: at, end };
}

/** Time is linear in what is read over: pieces, and a joint behind each. */
function foldedAt(text: string, at: number): Folded {
  const first = pieceAt(text, at);
  const folded: Folded = { pieces: [first], isInLines: true };
  const width = first.end - first.start;
  for (let last = first; width % 4 === 0 && last.end - last.start === width;) {
    if (text.charCodeAt(last.end - 1) === EQUALS) break;
    JOINT.lastIndex = last.end;
    const joint = JOINT.exec(text)?.[0] ?? '';
    const next = pieceAt(text, last.end + joint.length);
    if (joint === '' || next.end === next.start || next.end - next.start > width) break;
    folded.pieces.push(next);
    folded.isInLines &&= LINES.test(joint);
    last = next;
  }
  return folded;
}

function toReading(text: string, { pieces, isInLines }: Folded): Reading | undefined {
  const [first, second] = pieces.map(({ start, end }) => text.slice(start, end));
  if (isInLines || first === undefined || second === undefined) return undefined;
  if (first.slice(0, 4) === second.slice(0, 4)) return undefined; // several texts, each by itself
  if (first.length < NARROW && !first.startsWith('A')) return undefined;
  const digits = pieces.map(({ start, end }) => text.slice(start, end)).join('');
  const isMixed = /[A-Z]/.test(digits) && /[a-z]/.test(digits) && /\d/.test(digits);
  const bytes = digits.length >= FEWEST_DIGITS && isMixed ? fromBase64(digits) : undefined;
  const [{ start }, { end }] = [pieces[0] as Piece, pieces.at(-1) as Piece];
  return bytes && { kind: 'base64', form: 'base64 in pieces', start, end, bytes, marks: 6, slips: [] };
}

/**
 * Reads base64 that is folded otherwise than into lines: in groups with blanks between, in the strings of a program, in a
 * string with the escapes of line ends. Pieces are equally wide but for the last, by fours; what is not is left to others.
 */
export function readFoldedBase64(text: string): Reading[] {
  const all: Folded[] = [];
  for (let at = 0; at < text.length;) {
    if (base64Digit(text.charCodeAt(at)) < 0) {
      at++;
      continue;
    }
    const folded = foldedAt(text, at);
    if (folded.pieces.length > 1) all.push(folded);
    at = endOf(folded);
  }
  const digits = (one: Folded): number => endOf(one) - (one.pieces[0]?.start ?? 0);
  const worth = worthReading(all, digits, ({ pieces }) => text[pieces[0]?.start ?? 0] === 'A');
  return worth.flatMap((one) => toReading(text, one) ?? []);
}

import { hexDigit } from '../bytes/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';
import { ByteSink, Repeats, keptBefore, shown, slip, type Reading, type Slip } from './reading.ts';
import { worthReading } from './stretches.ts';
import { latin1Bytes, textBytes } from './text-bytes.ts';

const SIMPLE: Record<string, number> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
};

interface Piece {
  bytes: Uint8Array;
  end: number;
  escapes: number;
  /** Escapes that give a number: only code that means bytes has them. */
  numbers: number;
  /** Characters beyond ASCII: as UTF-8 or, where all are below 256, one byte each. */
  latin1?: Uint8Array;
  slips: Slip[];
  closed: boolean;
}

const BACKSLASH = 0x5c;
const isOctal = (unit: number): boolean => unit >= 48 && unit <= 55;

/** Reads the escape at `at` (its backslash): bytes and where it ends; `undefined` where it is none that is known. */
function readEscape(text: string, at: number): { bytes: number[]; end: number } | undefined {
  const letter = text.charAt(at + 1);
  if (letter === 'x' || letter === 'X') {
    const braced = /^\{([0-9a-f]{1,6})\}/i.exec(text.slice(at + 2, at + 10));
    if (braced)
      return { bytes: codeBytes(Number.parseInt(braced[1] ?? '', 16)), end: at + 2 + braced[0].length };
    const high = hexDigit(text.charCodeAt(at + 2));
    if (high < 0) return undefined;
    const low = hexDigit(text.charCodeAt(at + 3));
    return low < 0 ? { bytes: [high], end: at + 3 } : { bytes: [high * 16 + low], end: at + 4 };
  }
  if (letter === 'u') {
    const digits = /^(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/i.exec(text.slice(at + 2, at + 10));
    if (!digits) return undefined;
    return {
      bytes: codeBytes(Number.parseInt(digits[1] ?? digits[2] ?? '', 16)),
      end: at + 2 + digits[0].length,
    };
  }
  if (isOctal(text.charCodeAt(at + 1))) {
    let end = at + 1;
    let value = 0;
    while (end < at + 4 && isOctal(text.charCodeAt(end)) && value < 32)
      value = value * 8 + text.charCodeAt(end++) - 48;
    return { bytes: [value], end };
  }
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { bytes: [simple], end: at + 2 };
  if (letter === '\n') return { bytes: [], end: at + 2 }; // a line that goes on
  if ('\\\'"`?$@/'.includes(letter) && letter !== '') return { bytes: [letter.charCodeAt(0)], end: at + 2 };
  return undefined;
}

/** Byte strings print a byte as \u00ff; anything larger is a character, so UTF-8. */
const codeBytes = (code: number): number[] =>
  code < 256 ? [code] : [...textBytes(String.fromCodePoint(Math.min(code, 0x10_ffff)))];

/** Reads from `at` up to the `closing` character, or to the end of the line where there is none. */
function readPiece(text: string, at: number, closing: string): Piece {
  const sink = new ByteSink(64);
  const narrow = new ByteSink(64);
  const slips: Slip[] = [];
  let escapes = 0;
  let numbers = 0;
  let wide = false;
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (closing === '' ? unit === 10 || unit === 13 : text.startsWith(closing, end)) break;
    if (unit === BACKSLASH) {
      const escape = readEscape(text, end);
      if (!escape) {
        const stop = Math.min(text.length, end + 2);
        const found = `\\ and ${shown(text, end + 1)}`;
        slips.push(slip('bad-escape', 'error', end, stop, 'an escape', found, keptBefore(sink.length)));
        break;
      }
      for (const byte of escape.bytes) {
        sink.push(byte);
        narrow.push(byte);
      }
      escapes++;
      if (/[xXu0-7]/.test(text.charAt(end + 1))) numbers++;
      end = escape.end;
    } else if (unit < 0x80) {
      sink.push(unit);
      narrow.push(unit);
      end++;
    } else {
      const from = end;
      while (text.charCodeAt(end) >= 0x80) end++;
      const plain = text.slice(from, end);
      sink.append(textBytes(plain));
      const single = latin1Bytes(plain);
      if (single) narrow.append(single);
      else wide = true;
    }
  }
  const closed = slips.length === 0 && (closing === '' || end < text.length);
  const piece: Piece = {
    bytes: sink.done(),
    end: closed ? end + closing.length : end,
    escapes,
    numbers,
    slips,
    closed,
  };
  const latin1 = narrow.done();
  return wide || latin1.length === piece.bytes.length ? piece : { ...piece, latin1 };
}

/** The bytes that escaped text stands for; what follows an escape that is none is left out. */
export function unescapedBytes(text: string): { bytes: Uint8Array; whole: boolean } {
  const { bytes, latin1, closed } = readPiece(text.replace(/[\r\n]/g, ''), 0, '');
  return { bytes: latin1 ?? bytes, whole: closed };
}

/** What joins two quoted strings into one: nothing, a dot or plus, a line end that is continued; with comments around. */
const BETWEEN = '(?:[\\s\\\\]|/\\*[^]{0,300}?\\*/|(?://|#)[^\\n]{0,300}\\n)*';
const JOINT = new RegExp(`${BETWEEN}[.+]?${BETWEEN}`, 'y');

/** How gdb prints a character that is there many times; with what stands around it where it is one of several pieces. */
const REPEATS = / <repeats (\d{1,9}) times>/y;
const BEFORE_REPEATED = /,\s{0,9}(?='(?:\\[^\n]{1,4}|[^'\\\n])' <repeats )/y;
const BEHIND_REPEATED = /,\s{0,9}(?=["'])/y;

/** A piece as often as gdb says that it is there; as it is where it says nothing. */
function repeated(text: string, piece: Piece, repeats: Repeats): Piece {
  REPEATS.lastIndex = piece.end;
  const times = Number(REPEATS.exec(text)?.[1] ?? 1);
  if (times === 1 || piece.bytes.length !== 1 || !repeats.spend(times)) return piece;
  const bytes = new Uint8Array(times).fill(piece.bytes[0] ?? 0);
  return { ...piece, bytes, end: REPEATS.lastIndex, escapes: piece.escapes + 1, numbers: piece.numbers + 1 };
}

interface Joined {
  start: number;
  end: number;
  pieces: Piece[];
}

/** Where three of a quote stand last: in front of it three are one mark, and the string ends at the next three. */
type Threes = Readonly<Record<string, number>>;

const threesOf = (text: string): Threes => ({
  '"': text.lastIndexOf('"""'),
  "'": text.lastIndexOf("'''"),
});

/** Reads the quoted string at `at` and all that are joined to it. */
function readQuoted(text: string, at: number, threes: Threes, repeats: Repeats): Joined {
  const joined: Joined = { start: at, end: at, pieces: [] };
  let next = at;
  for (;;) {
    const opening = /^(?:b|\$)?("{3}|'{3}|["'`])/.exec(text.slice(next, next + 4));
    if (!opening) return joined;
    const mark = opening[1] ?? '"';
    const isLong = mark.length === 3 && (threes[mark.charAt(0)] ?? -1) >= next + opening[0].length;
    const quote = isLong ? mark : mark.charAt(0);
    const written = readPiece(text, next + opening[0].length - mark.length + quote.length, quote);
    const piece = repeated(text, written, repeats);
    if (!piece.closed && piece.slips.length === 0) {
      if (joined.pieces.length > 0) return joined;
      const what = `a closing ${quote}`;
      const found = 'the end of the text';
      const assumed = 'the string was read to the end';
      piece.slips.push(slip('unfinished', 'warning', text.length, text.length, what, found, assumed));
    }
    joined.pieces.push(piece);
    joined.end = piece.end;
    if (!piece.closed) return joined;
    const [joint = JOINT] = [piece === written ? BEFORE_REPEATED : BEHIND_REPEATED, JOINT].filter((one) => {
      one.lastIndex = piece.end;
      return one.test(text);
    });
    next = joint.lastIndex;
  }
}

const isOneLine = (text: string, { start, end }: Joined): boolean => !text.slice(start, end).includes('\n');

/** Dots behind the quote say that whoever printed the string left the rest out. */
function leftOut(text: string, end: number): Slip[] {
  const dots = /^["'`] ?\.{3}(?: \d{1,9} more characters)?/.exec(text.slice(end - 1, end + 40))?.[0];
  if (dots === undefined) return [];
  const [from, to] = [end + dots.indexOf('.') - 1, end - 1 + dots.length];
  const assumed = 'what is there was read; nothing invented';
  return [slip('not-printed', 'error', from, to, 'all bytes', `“${text.slice(from, to)}”`, assumed)];
}

function toReadings(text: string, joined: Joined, form: string, marks: number): Reading[] {
  const { start, end, pieces } = joined;
  const all = new ByteSink(64);
  const narrow = new ByteSink(64);
  for (const piece of pieces) {
    all.append(piece.bytes);
    narrow.append(piece.latin1 ?? piece.bytes);
  }
  const slips = [...pieces.flatMap((piece) => piece.slips), ...leftOut(text, end)];
  const reading: Reading = { kind: 'escaped', form, start, end, bytes: all.done(), marks, slips };
  if (pieces.every((piece) => piece.latin1 === undefined)) return [reading];
  return [
    reading,
    { ...reading, form: `${form}, each character one byte`, bytes: narrow.done(), marks: marks - 1 },
  ];
}

/**
 * Reads strings of source code: quoted, with escapes in hex, octal or letters, joined or not; and text that holds
 * such escapes without quotes, from its first escape to the end of the line. An unknown escape is a slip.
 */
export function readEscaped(text: string): Reading[] {
  if (!text.includes('\\')) return [];
  const found: Joined[] = [];
  const threes = threesOf(text);
  const repeats = new Repeats();
  let at = 0;
  let unquoted = true;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH && unquoted && readEscape(text, at)) {
      const piece = readPiece(text, at, '');
      if (piece.numbers > 1) found.push({ start: at, end: piece.end, pieces: [piece] });
      at = Math.max(at + 1, piece.end);
      continue;
    }
    const quote = unit === 0x22 || unit === 0x27 || unit === 0x60;
    if (!quote) {
      at++;
      continue;
    }
    const isThree = text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === unit;
    if (isThree && (unit === 0x60 || (threes[text.charAt(at)] ?? -1) <= at)) {
      at += 3; // a fence of Markdown, or the end of a string that begins in front of the text
      continue;
    }
    const joined = readQuoted(text, at, threes, repeats);
    const escapes = joined.pieces.reduce((sum, piece) => sum + piece.escapes, 0);
    if (escapes > 0) found.push(joined);
    // an apostrophe opens nothing: only the string that had escapes, was joined to others, or cannot be one, is done with
    const [first] = joined.pieces;
    const isWhole = first?.closed === true && (isThree || (unit === 0x22 && isOneLine(text, joined)));
    const isDone = escapes > 0 || joined.pieces.length > 1 || isWhole;
    at = isDone ? Math.max(at + 1, joined.end) : at + 1;
    unquoted &&= escapes === 0;
  }
  const read = worthReading(
    found,
    ({ start, end }) => end - start,
    ({ pieces: [first] }) => mayBeginWbxml((first?.latin1 ?? first?.bytes)?.[0]),
  );
  return read.flatMap((joined) => {
    if (text.charCodeAt(joined.start) === BACKSLASH) return toReadings(text, joined, 'text with escapes', 6);
    const numbered = joined.pieces.some((piece) => piece.numbers > 0); // “\n” alone is prose
    return toReadings(text, joined, 'a string with escapes', numbered ? 8 : 4);
  });
}

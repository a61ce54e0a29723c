import { mayBeginWbxml } from '../wbxml/index.ts';
import {
  ByteSink,
  Repeats,
  count,
  isWord,
  keptBefore,
  shown,
  slip,
  type Reading,
  type Slip,
} from './reading.ts';
import { worthReading } from './stretches.ts';
import { textBytes } from './text-bytes.ts';

/** Fewer values than this, in the middle of other text, are an index or a pair of coordinates. */
const FEWEST_VALUES = 4;

/** How the numbers of a list are written: with a prefix that says so, in quotes, or bare. */
type Radix = 10 | 8 | 16;

/** What may stand between numbers without being one: blanks, commas, short comments, casts. */
const FILLER =
  /(?:[\s,;]+|\/\/[^\n]{0,200}|\/\*(?:[^*]|\*(?!\/)){0,200}\*\/|\(\s*(?:unsigned\s+)?(?:s?byte|char|u?int8(?:_t)?)\s*\))+/iy;
/** One number: sign, radix prefix, digits, and what languages hang behind it to say it is a byte. */
const NUMBER = /(["']?)(-?)(0x|&h|\$|#)?([0-9a-f]{1,9})(?:u8|i8|uy|y|u|h|\.tobyte\(\))?\1(?![\w.])/iy;
/** A byte written as its character: `'1'`, `'\0'`, `b'1'`, `UInt8(ascii: "1")`. */
const CHARACTER =
  /b?'(?:\\(x[0-9a-f]{1,2}|[0-7]{1,3}|[abefnrtv\\'"])|([^'\\\n]))'|UInt8\(ascii:\s*"([^"\\\n])"\)/iuy;
/** Bytes written as their text, as Erlang and Elixir do: `"0"` in `<<3,"0",0>>`. */
const STRING = /"((?:[^"\\\n]|\\[\\"]){0,10000})"/y;
const ESCAPES: Record<string, number> = { a: 7, b: 8, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11 };
/** What gdb prints behind a value that is there many times. */
const REPEATS = /\s?<repeats (\d{1,9}) times>/y;
const ELISION = /(?:\.\.\.|…)(?:\s*(\d{1,9}) more items?)?/y;
/** `"0":3` and `"0": 3`: a typed array that JSON has turned into an object. */
const KEY = /\s*["']?(\d{1,9})["']?\s*:/y;

interface List {
  /** Offsets of the first number and past the last thing read. */
  start: number;
  end: number;
  values: number;
  bytes: Uint8Array;
  slips: Slip[];
  radix: Radix;
  signed: boolean;
  prefixed: boolean;
  /** Whether a number is filled up with a zero in front, as hex bytes are and decimal ones are not. */
  padded: boolean;
}

/** The value of a character literal; not a number where it is no byte. */
function characterValue([, escape, plain, ascii]: RegExpExecArray): number {
  const unit = (plain ?? ascii)?.codePointAt(0);
  if (unit !== undefined) return unit < 0x80 ? unit : Number.NaN; // further ones are bytes of a charset nobody names
  if (escape === undefined) return Number.NaN;
  if (/^x/i.test(escape)) return Number.parseInt(escape.slice(1), 16);
  return /^[0-7]/.test(escape) ? Number.parseInt(escape, 8) : (ESCAPES[escape] ?? escape.charCodeAt(0));
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads numbers from `at`, bytes from −128 to 255, until something is none. */
function readList(
  text: string,
  at: number,
  radix: Radix,
  { keyed = false, withStrings = false, repeats = new Repeats() } = {},
): List {
  const sink = new ByteSink(64);
  const list: List = {
    start: at,
    end: at,
    values: 0,
    bytes: new Uint8Array(0),
    slips: [],
    radix,
    signed: false,
    prefixed: false,
    padded: false,
  };
  let next = at;
  /** Numbers without quotes: among these what stands in quotes is a character, and else a number. */
  let bare = 0;
  for (;;) {
    next = match(FILLER, text, next) ? FILLER.lastIndex : next;
    const character = bare > 0 ? match(CHARACTER, text, next) : null;
    const unit = character ? characterValue(character) : Number.NaN;
    if (character && unit <= 0xff) {
      sink.push(unit);
      list.values++;
      next += character[0].length;
      list.end = next;
      continue;
    }
    const string = withStrings ? match(STRING, text, next)?.[1] : undefined;
    if (string !== undefined) {
      const bytes = textBytes(string.replace(/\\(.)/g, '$1'));
      sink.append(bytes);
      list.values += bytes.length;
      next = STRING.lastIndex;
      list.end = next;
      continue;
    }
    if (keyed && !text.startsWith('}', next)) {
      const key = match(KEY, text, next);
      if (!key || Number(key[1]) !== list.values) break;
      next = KEY.lastIndex;
      next = match(FILLER, text, next) ? FILLER.lastIndex : next;
    }
    const number = match(NUMBER, text, next);
    if (!number) {
      const dots = match(ELISION, text, next);
      if (!dots || list.values === 0) break;
      const found = dots[1] ? `dots: ${dots[1]} more were not printed` : 'dots: the rest was not printed';
      const assumed = 'what is there was read; nothing invented';
      list.slips.push(slip('not-printed', 'error', next, ELISION.lastIndex, 'all bytes', found, assumed));
      list.end = ELISION.lastIndex;
      break;
    }
    const [whole, quote = '', sign = '', prefix = '', digits = ''] = number;
    const hex = prefix !== '' || quote !== '';
    const base: Radix = hex ? 16 : radix;
    const size = /^[0-7]+$/.test(digits) || base !== 8 ? Number.parseInt(digits, base) : Number.NaN;
    const foreign = base === 10 && /[a-f]/i.test(digits);
    const value = sign ? -size : size;
    if (list.values === 0) list.start = next;
    if (foreign || Number.isNaN(size)) break;
    if (value < -128 || value > 255) {
      const expected = 'a number from −128 to 255';
      const end = next + whole.length;
      list.slips.push(slip('out-of-range', 'error', next, end, expected, whole, keptBefore(list.values)));
      list.end = end;
      break;
    }
    sink.push(value & 0xff);
    list.values++;
    if (quote === '') bare++;
    list.signed ||= value < 0;
    list.prefixed ||= hex;
    list.padded ||= digits.length > 1 && digits.startsWith('0');
    next += whole.length;
    const times = Number(match(REPEATS, text, next)?.[1] ?? 1);
    if (times > 1 && repeats.spend(times)) {
      sink.append(new Uint8Array(times - 1).fill(value & 0xff));
      list.values += times - 1;
      next = REPEATS.lastIndex;
    }
    list.end = next;
  }
  list.bytes = sink.done();
  return list;
}

/** Behind the bytes of a printed typed array may stand its other properties. */
const PROPERTY = /[A-Za-z_]\w{0,30}\s*[:=]/y;

const CLOSING: Record<string, string> = { '[': ']', '{': '}', '(': ')', '<': '>' };

/** What stands in front of the bracket at `at` on its line, and what closes the list, say which language it is. */
function languageOf(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(0, at - 60), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/"data"\s*:\s*$/.test(line)) return 'a JSON Buffer';
  if (/Uint8Array(?:\(\d+\))?\s*\(?$|Uint8Array\.(?:from|of)\s*$/.test(line))
    return 'a JavaScript Uint8Array';
  if (/\[\]byte\s*$/.test(line)) return 'a Go slice';
  if (/new\s+s?byte\s*\[\d*\]\s*$/i.test(line)) return 'a C# or Java array';
  if (/byte\s*\[\]\s*\w+\s*=\s*$|byteArrayOf\s*$/.test(line)) return 'a Java or Kotlin array';
  if (/(?:char|u?int8_t|BYTE)\s+\w+\s*\[\w*\]\s*=\s*$/.test(line)) return 'a C array';
  if (/array\s*$/.test(line)) return 'a PHP array';
  if (/vec!\s*$|&\s*$/.test(line)) return 'a Rust array';
  return undefined;
}

/** How many bytes the text itself says the list has: `Uint8Array(37)` before it, `_len = 37` behind it. */
function declared(
  text: string,
  open: number,
  end: number,
): { value: number; start: number; end: number } | undefined {
  const before = /Uint8Array\((\d{1,9})\)\s*$/.exec(text.slice(Math.max(0, open - 40), open));
  if (before) {
    const start = Math.max(0, open - 40) + before.index;
    return { value: Number(before[1]), start, end: open };
  }
  const behind = /^\s*[\]})]\s*;\s*(?:unsigned int|int|size_t)\s+\w+_len\s*=\s*(\d{1,9})/.exec(
    text.slice(end, end + 120),
  );
  return behind ? { value: Number(behind[1]), start: end, end: end + behind[0].length } : undefined;
}

function checkLength(text: string, open: number, list: List): Slip[] {
  const said = declared(text, open, list.end);
  if (!said || said.value === list.values || list.slips.length > 0) return list.slips;
  const expected = `${count(said.value, 'byte')}, as the text says`;
  const found = count(list.values, 'byte');
  return [
    slip(
      'length-differs',
      'warning',
      said.start,
      said.end,
      expected,
      found,
      'the numbers were read as they stand',
    ),
  ];
}

/** A bracketed list that ends in something else than its bracket is broken there. */
function endSlip(text: string, open: number, list: List): Slip[] {
  const closing = CLOSING[text.charAt(open)] ?? '';
  const rest = match(FILLER, text, list.end) ? FILLER.lastIndex : list.end;
  if (text.startsWith(closing, rest) || '|>])}'.includes(text.charAt(rest) || ' ') || list.slips.length > 0)
    return [];
  if (match(PROPERTY, text, rest)) return [];
  const atEnd = rest >= text.length;
  const found = shown(text, rest);
  const expected = `a number or ${closing}`;
  const end = Math.min(text.length, rest + 1);
  const code = atEnd ? 'unfinished' : 'bad-digit';
  return [slip(code, atEnd ? 'warning' : 'error', rest, end, expected, found, keptBefore(list.values))];
}

/** What a list of numbers may begin with: a digit, a sign, a prefix, a quote, a cast, a comment. */
const FIRST = /[\s,;]*[\d"'\-&$#(/]/y;

/** A lone < opens a tag or a hex print; only << opens a list of numbers. */
function opensList(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const doubled = unit === 0x3c && text.charCodeAt(at - 1) === 0x3c;
  return (
    (unit === 0x5b || unit === 0x7b || unit === 0x28 || doubled) &&
    match(FIRST, text, text[at + 1] === '|' ? at + 2 : at + 1) !== null
  );
}

function readBracketed(text: string): Reading[] {
  const readings: Reading[] = [];
  const repeats = new Repeats();
  for (let at = 0; at < text.length; at++) {
    if (!opensList(text, at)) continue;
    const keyed = text[at] === '{' && match(KEY, text, at + 1)?.[1] === '0';
    const from = text[at + 1] === '|' ? at + 2 : at + 1; // [| … |] of F#
    const list = readList(text, from, 10, { keyed, withStrings: text[at] === '<', repeats });
    if (list.values < FEWEST_VALUES && !isAll(text, at, list)) continue;
    const language = keyed ? 'a typed array as a JSON object' : languageOf(text, at);
    const how = list.prefixed ? 'hex numbers' : list.signed ? 'signed numbers' : 'decimal numbers';
    readings.push({
      kind: 'array',
      form: `${language ?? 'a list of numbers in brackets'}: ${how}`,
      start: at,
      end: list.end,
      bytes: list.bytes,
      marks: language === undefined ? 5 : 8,
      slips: [...checkLength(text, at, list), ...endSlip(text, at, list)],
    });
    at = list.end - 1;
  }
  return readings;
}

/** A short list counts only when it is all there is. */
const isAll = (text: string, open: number, list: List): boolean =>
  list.values > 1 &&
  text.slice(0, open).trim() === '' &&
  /^\s*[\]})>|]{1,2};?\s*$/.test(text.slice(list.end, list.end + 20)) &&
  text.length - list.end < 20;

/** Numbers as Basic and Pascal write them: `&H03`, `$03`. */
const OWN_PREFIX = /^[\s,]*(?:&h|\$)[0-9a-f]{1,2}\b/i;

/** Reads the whole text, or what stands behind its last label, as bare numbers. */
function readBare(text: string): Reading[] {
  const label = /^[^\n]{0,200}[:=]\s/.exec(text);
  const start = label && !/^[\s\d,;-]*$/.test(label[0]) ? label[0].length : 0;
  const readings: Reading[] = [];
  const from = match(FILLER, text, start) ? FILLER.lastIndex : start;
  const decimal = readList(text, from, 10);
  const done = (list: List): boolean => text.slice(list.end).trim() === '' || list.slips.length > 0;
  const commas = text.includes(',');
  const ofBasic = OWN_PREFIX.test(text);
  if (decimal.values > 1 && done(decimal) && (!decimal.prefixed || ofBasic)) {
    const form = ofBasic ? 'hex numbers' : decimal.signed ? 'signed decimal numbers' : 'decimal numbers';
    const { bytes, end, slips } = decimal;
    const marks = decimal.padded ? 2 : commas ? 5 : 4;
    readings.push({ kind: 'decimal', form, start: from, end, bytes, marks, slips });
  }
  if (/^[0-3][0-7]{2}(?:[\s,]+[0-3][0-7]{2})+\s*$/.test(text.slice(from, from + 4000))) {
    const octal = readList(text, from, 8);
    if (done(octal)) {
      const { bytes, end, slips } = octal;
      readings.push({ kind: 'octal', form: 'octal numbers', start: from, end, bytes, marks: 4, slips });
    }
  }
  return readings;
}

/**
 * Reads numbers, a byte each: lists in the brackets of many languages, signed or not, decimal or hex, with casts and
 * comments; JSON buffers; and bare decimal or octal numbers. A number that is no byte is a slip; the bytes before
 * it are kept.
 */
export function readNumbers(text: string): Reading[] {
  const bracketed = worthReading(
    readBracketed(text),
    ({ bytes }) => bytes.length,
    ({ bytes }) => mayBeginWbxml(bytes[0]),
  );
  return isWord(text.trimStart().charCodeAt(0)) || text.includes('-') || OWN_PREFIX.test(text)
    ? [...bracketed, ...readBare(text)]
    : bracketed;
}

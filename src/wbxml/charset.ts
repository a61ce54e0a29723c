import { eucJpCodes, gb18030Code } from './long-codes.ts';

/**
 * Character sets by IANA MIBenum: how strings end, and text ↔ bytes.
 * Every decoder here keeps a byte-order mark as a character and maps bytes that are no text to U+FFFD.
 */
export interface Charset {
  mib: number;
  name: string;
  /** Bytes of a string's terminator: 1, or 2 where a NUL character takes two aligned bytes. */
  unit: 1 | 2;
  /** Bytes of a string to text. */
  readonly decode: (bytes: Uint8Array) => string;
  /** Text to bytes; `undefined` where a character is not in the set. */
  readonly encode: (text: string) => Uint8Array | undefined;
}

export const UTF_8 = 106;

const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const utf8Encoder = new TextEncoder();

const utf8: Charset = {
  mib: UTF_8,
  name: 'UTF-8',
  unit: 1,
  decode: (bytes) => utf8Decoder.decode(bytes),
  encode: (text) => (hasLoneSurrogate(text) ? undefined : utf8Encoder.encode(text)),
};

/** True where a surrogate stands without its partner: such text has no UTF-8 form. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

/** Bytes that are their own code points up to `top`; anything above is no text. */
function direct(mib: number, name: string, top: number): Charset {
  return {
    mib,
    name,
    unit: 1,
    decode(bytes) {
      let text = '';
      for (const byte of bytes) text += byte <= top ? String.fromCharCode(byte) : '\ufffd';
      return text;
    },
    encode(text) {
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (unit > top) return undefined;
        bytes[i] = unit;
      }
      return bytes;
    },
  };
}

/** UTF-16 units; `order` says which byte comes first. Lone surrogates stay as they are read. */
function utf16(mib: number, name: string, order: 'big' | 'little'): Charset {
  const high = order === 'big' ? 0 : 1;
  return {
    mib,
    name,
    unit: 2,
    decode(bytes) {
      let text = '';
      for (let i = 0; i + 1 < bytes.length; i += 2) {
        text += String.fromCharCode(((bytes[i + high] as number) << 8) | (bytes[i + 1 - high] as number));
      }
      return bytes.length % 2 ? `${text}\ufffd` : text;
    },
    encode(text) {
      const bytes = new Uint8Array(text.length * 2);
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        bytes[2 * i + high] = unit >> 8;
        bytes[2 * i + 1 - high] = unit & 0xff;
      }
      return bytes;
    },
  };
}

/** A set known to TextDecoder by `label`; the way back is a table of every character it can give. */
function labelled(mib: number, name: string, label: string): Charset {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { ignoreBOM: true });
  } catch {
    // A runtime without this table (a small-icu Node): ASCII stays text, the rest is shown as bytes.
    return { ...direct(mib, name, 0x7f), mib, name };
  }
  let table: Map<string, Uint8Array> | undefined;
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  const find = (character: string) => {
    const code = (table ??= tableOf(decode, label)).get(character);
    return code ?? (label === 'gb18030' ? gb18030Code(character, decode) : undefined);
  };
  return { mib, name, unit: 1, decode, encode: (text) => encodeEach(text, find) };
}

/** Every code that reads as one character, of one or two bytes, in EUC-JP of three; first code wins. */
function tableOf(decode: (bytes: Uint8Array) => string, label: string): Map<string, Uint8Array> {
  const table = new Map<string, Uint8Array>();
  const note = (code: Uint8Array) => {
    const text = decode(code);
    if (text.length > 0 && [...text].length === 1 && text !== '\ufffd' && !table.has(text))
      table.set(text, code);
  };
  const oneByte = label === 'gb18030' ? 0x80 : 256; // it reads 80 as the euro, too, which it writes as a2 e3
  for (let a = 0; a < oneByte; a++) note(Uint8Array.of(a));
  for (let a = 0x80; a < 256; a++) for (let b = 0x20; b < 256; b++) note(Uint8Array.of(a, b));
  if (label === 'euc-jp') for (const code of eucJpCodes()) note(code);
  return table;
}

function encodeEach(
  text: string,
  find: (character: string) => Uint8Array | undefined,
): Uint8Array | undefined {
  const parts: number[] = [];
  for (const character of text) {
    const code = find(character);
    if (!code) return undefined;
    for (const byte of code) parts.push(byte);
  }
  return Uint8Array.from(parts);
}

const LABELS: readonly (readonly [number, string, string])[] = [
  [5, 'ISO-8859-2', 'iso-8859-2'],
  [6, 'ISO-8859-3', 'iso-8859-3'],
  [7, 'ISO-8859-4', 'iso-8859-4'],
  [8, 'ISO-8859-5', 'iso-8859-5'],
  [9, 'ISO-8859-6', 'iso-8859-6'],
  [10, 'ISO-8859-7', 'iso-8859-7'],
  [11, 'ISO-8859-8', 'iso-8859-8'],
  [13, 'ISO-8859-10', 'iso-8859-10'],
  [17, 'Shift_JIS', 'shift_jis'],
  [18, 'EUC-JP', 'euc-jp'],
  [38, 'EUC-KR', 'euc-kr'],
  [109, 'ISO-8859-13', 'iso-8859-13'],
  [110, 'ISO-8859-14', 'iso-8859-14'],
  [111, 'ISO-8859-15', 'iso-8859-15'],
  [112, 'ISO-8859-16', 'iso-8859-16'],
  [113, 'GBK', 'gbk'],
  [114, 'GB18030', 'gb18030'],
  [2025, 'GB2312', 'gb2312'],
  [2026, 'Big5', 'big5'],
  [2084, 'KOI8-R', 'koi8-r'],
  [2088, 'KOI8-U', 'koi8-u'],
  [2250, 'windows-1250', 'windows-1250'],
  [2251, 'windows-1251', 'windows-1251'],
  [2253, 'windows-1253', 'windows-1253'],
  [2254, 'windows-1254', 'windows-1254'],
  [2255, 'windows-1255', 'windows-1255'],
  [2256, 'windows-1256', 'windows-1256'],
  [2257, 'windows-1257', 'windows-1257'],
  [2258, 'windows-1258', 'windows-1258'],
];

const TURKISH: ReadonlyMap<number, string> = new Map([
  [0xd0, 'Ğ'],
  [0xdd, 'İ'],
  [0xde, 'Ş'],
  [0xf0, 'ğ'],
  [0xfd, 'ı'],
  [0xfe, 'ş'],
]);
/** What windows-1252 has from 80 on; a space where it has the control character, as Latin-1. */
const WESTERN: ReadonlyMap<number, string> = new Map(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].flatMap((character, i) =>
    character === ' ' ? [] : [[0x80 + i, character] as const],
  ),
);

// Own tables where TextDecoder means another set (its iso-8859-1 is windows-1252, its iso-8859-9 windows-1254) or
// depends on the runtime: Node 20 reads windows-1252 as Latin-1.
const OWN: readonly Charset[] = [
  utf8,
  direct(3, 'US-ASCII', 0x7f),
  direct(4, 'ISO-8859-1', 0xff),
  latin(12, 'ISO-8859-9', TURKISH),
  latin(2252, 'windows-1252', WESTERN),
  utf16(1000, 'ISO-10646-UCS-2', 'big'),
  utf16(1013, 'UTF-16BE', 'big'),
  utf16(1014, 'UTF-16LE', 'little'),
  utf16(1015, 'UTF-16', 'big'), // without a mark, big endian (RFC 2781 §4.3)
];

/** Latin-1 but for the bytes in `differing`. */
function latin(mib: number, name: string, differing: ReadonlyMap<number, string>): Charset {
  const back = new Map([...differing].map(([byte, character]) => [character, byte]));
  return {
    mib,
    name,
    unit: 1,
    decode: (bytes) => Array.from(bytes, (byte) => differing.get(byte) ?? String.fromCharCode(byte)).join(''),
    encode(text) {
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const byte = back.get(text.charAt(i)) ?? (unit <= 0xff && !differing.has(unit) ? unit : undefined);
        if (byte === undefined) return undefined;
        bytes[i] = byte;
      }
      return bytes;
    },
  };
}

const known = new Map<number, () => Charset>(OWN.map((charset) => [charset.mib, () => charset]));
for (const [mib, name, label] of LABELS) {
  let made: Charset | undefined;
  known.set(mib, () => (made ??= labelled(mib, name, label)));
}

/** The character set of a MIBenum, or `undefined` where it is none of those known here. */
export const charsetOf = (mib: number): Charset | undefined => known.get(mib)?.();

/** How strings of an unknown set are read: as UTF-8, with what is no text kept as bytes. */
export const FALLBACK: Charset = utf8;

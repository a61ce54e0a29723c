import { fromBase64, toBase64 } from '../bytes/index.ts';
import type { TypedValue } from './types.ts';

/** One encoding of a text as OPAQUE bytes. Both ways give `undefined` where the form does not fit. */
export interface ValueCodec {
  toText(bytes: Uint8Array): string | undefined;
  toBytes(text: string): Uint8Array | undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');
const fromDigits = (high: number, low: number): number => high * 10 + low;

/**
 * Packed decimal YYYYMMDD[hh[mm[ss]]] in UTC, 4 to 7 bytes, trailing zero bytes dropped.
 * @see WAP-167-ServiceInd §8.3.1
 */
const packedDate: ValueCodec = {
  toText(bytes) {
    if (bytes.length < 4 || bytes.length > 7 || (bytes.length > 4 && bytes.at(-1) === 0)) return undefined;
    const digits: number[] = [];
    for (const byte of bytes) {
      if (byte >> 4 > 9 || (byte & 15) > 9) return undefined;
      digits.push(fromDigits(byte >> 4, byte & 15));
    }
    const [century = 0, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits;
    return `${two(century)}${two(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
  },
  toBytes(text) {
    const parts = /^(\d\d)(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(text);
    if (!parts) return undefined;
    const bytes = parts.slice(1).map((part) => parseInt(part, 16));
    while (bytes.length > 4 && bytes.at(-1) === 0) bytes.pop();
    return Uint8Array.from(bytes);
  },
};

/** Unsigned integer, big endian, 1 to 4 bytes, shortest form. */
const integer: ValueCodec = {
  toText(bytes) {
    if (bytes.length < 1 || bytes.length > 4 || (bytes.length > 1 && bytes[0] === 0)) return undefined;
    return String(bytes.reduce((value, byte) => value * 256 + byte, 0));
  },
  toBytes(text) {
    if (!/^(0|[1-9]\d{0,9})$/.test(text) || Number(text) > 0xffff_ffff) return undefined;
    const bytes: number[] = [];
    for (let value = Number(text); bytes.length === 0 || value > 0; value = Math.floor(value / 256)) {
      bytes.unshift(value % 256);
    }
    return Uint8Array.from(bytes);
  },
};

/**
 * Wireless Village date and time, 6 bytes: two zero bits, year 12, month 4, day 5, hour 5, minute 6, second 6
 * bits, then one byte for the zone's letter (Z or nothing).
 * @see WV-CSP-DTD 1.1 §6.6
 */
const wvDate: ValueCodec = {
  toText(bytes) {
    if (bytes.length !== 6) return undefined;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, zone = 0] = bytes;
    if (a > 0x3f || (zone !== 0 && zone !== 0x5a)) return undefined;
    const year = (a << 6) | (b >> 2);
    const month = ((b & 3) << 2) | (c >> 6);
    const day = (c >> 1) & 31;
    const hour = ((c & 1) << 4) | (d >> 4);
    const minute = ((d & 15) << 2) | (e >> 6);
    const date = `${String(year).padStart(4, '0')}${two(month)}${two(day)}`;
    return `${date}T${two(hour)}${two(minute)}${two(e & 63)}${zone === 0 ? '' : 'Z'}`;
  },
  toBytes(text) {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/.exec(text);
    if (!parts) return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
    if (year > 4095 || month > 15 || day > 31 || hour > 31 || minute > 63 || second > 63) return undefined;
    return Uint8Array.of(
      year >> 6,
      ((year & 63) << 2) | (month >> 2),
      ((month & 3) << 6) | (day << 1) | (hour >> 4),
      ((hour & 15) << 4) | (minute >> 2),
      ((minute & 3) << 6) | second,
      parts[7] === 'Z' ? 0x5a : 0,
    );
  },
};

/** Raw bytes, shown as base64 with padding: keys and nonces. */
const base64: ValueCodec = {
  toText: (bytes) => (bytes.length === 0 ? undefined : toBase64(bytes)),
  toBytes(text) {
    const bytes = text === '' ? undefined : fromBase64(text);
    return bytes && toBase64(bytes) === text ? bytes : undefined;
  },
};

/** The codec of each encoding a vocabulary may name. */
export const valueCodecs: Readonly<Record<TypedValue['encoding'], ValueCodec>> = {
  'packed-date': packedDate,
  integer,
  'wv-date': wvDate,
  base64,
};

import { fromBase64 } from '../../bytes/index.ts';
import type { ValueType } from '../../eas/index.ts';
import type { ValueFault } from './fault.ts';

const COMPACT_DATE = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-4])[0-5]\d[0-5]\dZ$/;
const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;
const INTEGER = /^[+-]?\d+$/;
const DOUBLE = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const RANGE = /^\d+-\d+$/;
const TIME_ZONE_BYTES = 172;

/**
 * Why a text does not fit a type, or `undefined` where it does.
 * @param text the whole content of the element; empty where there is none
 * @see MS-ASDTYPE §2
 */
export function valueFault(type: ValueType, text: string): ValueFault | undefined {
  switch (type.kind) {
    case 'container':
    case 'empty':
    case 'bytes':
      return undefined;
    case 'text':
      return lengthFault(type, text);
    case 'words':
      if (text === '') return 'empty';
      return type.words.includes(text) ? undefined : 'not-listed';
    case 'boolean':
      if (text === '') return type.mayBeEmpty ? undefined : 'empty';
      return text === '0' || text === '1' ? undefined : 'not-a-boolean';
    case 'integer':
      if (text === '') return type.mayBeEmpty ? undefined : 'empty';
      if (!INTEGER.test(text)) return 'not-a-number';
      return inRange(Number(text), type.min, type.max) ? undefined : 'out-of-range';
    case 'numbers':
      if (text === '') return 'empty';
      if (!INTEGER.test(text)) return 'not-a-number';
      return type.numbers.includes(Number(text)) ? undefined : 'not-listed';
    case 'double':
      if (text === '') return 'empty';
      return DOUBLE.test(text) ? undefined : 'not-a-number';
    case 'dateTime':
      if (text === '') return 'empty';
      return DATE_TIME.test(text) && isDay(text.replaceAll('-', '')) ? undefined : 'not-a-date';
    case 'compactDate':
      if (text === '') return 'empty';
      return COMPACT_DATE.test(text) && isDay(text) ? undefined : 'not-a-date';
    case 'timeZone':
      if (text === '') return 'empty';
      return fromBase64(text)?.length === TIME_ZONE_BYTES ? undefined : 'not-a-time-zone';
    case 'range':
      if (text === '') return 'empty';
      if (!RANGE.test(text) || runsBackwards(text)) return 'not-a-range';
      return text.split('-').every((index) => index.length <= type.digits) ? undefined : 'out-of-range';
    case 'base64':
      if (text.length > (type.max ?? Infinity)) return 'too-long';
      return fromBase64(text) ? undefined : 'not-base64';
    default:
      return type satisfies never;
  }
}

const runsBackwards = (range: string): boolean => {
  const [first, last] = range.split('-');
  return Number(first) > Number(last);
};

const SHORTEST_MONTH = '28';

/** True where the month of a date has its day. @param text begins with yyyymmdd */
function isDay(text: string): boolean {
  if (text.slice(6, 8) <= SHORTEST_MONTH) return true;
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  // Day 0 of the next month; a year of two digits would be taken for one of the last century.
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

const inRange = (number: number, min = -Infinity, max = Infinity): boolean => number >= min && number <= max;

function lengthFault(
  { min = 0, max = Infinity }: { min?: number; max?: number },
  text: string,
): ValueFault | undefined {
  if (min > 0 && text === '') return 'empty';
  if (text.length <= max && text.length >= min) return undefined;
  // Characters, not UTF-16 units: counted only where the units do not already fit.
  const length = [...text].length;
  if (length > max) return 'too-long';
  return length < min ? 'too-short' : undefined;
}

/** True for types whose every right value is a few ASCII characters. */
export const isShort = (type: ValueType): boolean =>
  type.kind !== 'text' && type.kind !== 'words' && type.kind !== 'timeZone' && type.kind !== 'base64';

/** Digits up to which a number needs no string to be read: it fits 31 bits. */
const FEW_DIGITS = 9;

/** True where the bytes are digits that the type takes: most numbers and booleans, told without making a string. */
export function takesDigits(type: ValueType, bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start || end - start > FEW_DIGITS) return false;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 0x30;
    if (digit < 0 || digit > 9) return false;
    number = number * 10 + digit;
  }
  if (type.kind === 'integer') return inRange(number, type.min, type.max);
  if (type.kind === 'boolean') return end - start === 1 && number < 2;
  return type.kind === 'numbers' && type.numbers.includes(number);
}

import { ByteSink, isBlank, keptBefore, shown, slip, type Slip } from './reading.ts';

const PLUS = 43;
const SLASH = 47;
const DASH = 45;
const UNDERSCORE = 95;
export const EQUALS = 61;

/** The value of a base64 digit of either alphabet by its UTF-16 unit, or −1. */
export function base64Digit(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 65;
  if (unit >= 97 && unit <= 122) return unit - 71;
  if (unit >= 48 && unit <= 57) return unit + 4;
  if (unit === PLUS || unit === DASH) return 62;
  return unit === SLASH || unit === UNDERSCORE ? 63 : -1;
}

interface Base64 {
  bytes: Uint8Array;
  end: number;
  slips: Slip[];
}

/**
 * Reads base64 from `start` to `end`, blanks skipped, up to the padding. Text behind the padding and foreign
 * characters are slips, digits that make no whole byte too; all whole bytes before them are kept.
 */
export function readBase64(text: string, start: number, end: number): Base64 {
  const sink = new ByteSink(((end - start) * 3) >> 2);
  let group = 0;
  let digits = 0;
  let padding = 0;
  let last = start;
  let lastDigit = start;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit)) continue;
    if (unit === EQUALS) {
      padding++;
      last = i;
      continue;
    }
    const digit = base64Digit(unit);
    if (digit < 0 || padding > 0) {
      const expected = padding > 0 ? 'nothing behind the padding' : 'a base64 digit';
      const whole = finish(sink, group, digits, lastDigit);
      const bad = slip(
        'bad-base64',
        'error',
        i,
        i + 1,
        expected,
        shown(text, i),
        keptBefore(whole.bytes.length),
      );
      return { bytes: whole.bytes, end: i + 1, slips: [bad] };
    }
    group = ((group << 6) | digit) & 0xffffff;
    last = lastDigit = i;
    if (++digits % 4 === 0) {
      sink.push(group >> 16);
      sink.push((group >> 8) & 0xff);
      sink.push(group & 0xff);
    }
  }
  const { bytes, slips } = finish(sink, group, digits, lastDigit);
  const wanted = (4 - (digits % 4)) % 4;
  if (slips.length === 0 && padding > 0 && padding !== wanted) {
    const expected = wanted === 0 ? 'no padding' : `${'='.repeat(wanted)} at the end`;
    const assumed = 'the digits were read as they stand';
    slips.push(
      slip('bad-base64', 'warning', last, last + 1, expected, '='.repeat(Math.min(padding, 9)), assumed),
    );
  }
  return { bytes, end, slips };
}

/** The bytes of the digits that fill no group of four, and what is wrong with them. `last`: the last digit. */
function finish(sink: ByteSink, group: number, digits: number, last: number): Omit<Base64, 'end'> {
  const rest = digits % 4;
  if (rest === 2) sink.push((group >> 4) & 0xff);
  if (rest === 3) {
    sink.push((group >> 10) & 0xff);
    sink.push((group >> 2) & 0xff);
  }
  const slips: Slip[] = [];
  const spare = rest === 2 ? group & 15 : rest === 3 ? group & 3 : 0;
  if (rest === 1) {
    const found = 'one digit, which is less than a byte';
    const assumed = keptBefore(sink.length);
    slips.push(slip('unfinished', 'error', last, last + 1, 'two to four digits to a group', found, assumed));
  } else if (spare !== 0) {
    const found = 'bits left over in the last digit';
    slips.push(
      slip('left-over-bits', 'warning', last, last + 1, 'zero bits behind the last byte', found, 'dropped'),
    );
  }
  return { bytes: sink.done(), slips };
}

import { semiOctets } from './digits.ts';

/** A number in a short message. */
export interface SmsAddress {
  /** As a person writes it: with + where it says that it is international. */
  text: string;
  /** Where its digits stand: bytes, half-open. */
  start: number;
  end: number;
  /** False where it is a name, in letters of seven bits. */
  isNumber: boolean;
}

const IS_TYPE = 0x80;
const KIND = 0x70;
const INTERNATIONAL = 0x10;
const NAME = 0x50;
const MOST_DIGITS = 20;

interface Read {
  value: SmsAddress | undefined;
  next: number;
}

/** Reads the address of a sender or receiver: how many digits, its type, the digits. @see 3GPP TS 23.040 §9.1.2.5 */
export function readAddress(bytes: Uint8Array, at: number): Read | undefined {
  const [count, type] = [bytes[at], bytes[at + 1]];
  if (count === undefined || type === undefined || !(type & IS_TYPE) || count > MOST_DIGITS) return undefined;
  const next = at + 2 + ((count + 1) >> 1);
  return next > bytes.length ? undefined : { value: addressOf(bytes, at + 2, next, count, type), next };
}

/** Reads the number of a service centre: how many bytes, its type, the digits; none where the length is 0. */
export function readServiceCentre(bytes: Uint8Array, at: number): Read | undefined {
  const length = bytes[at];
  if (length === 0) return { value: undefined, next: at + 1 };
  const type = bytes[at + 1];
  if (length === undefined || type === undefined || length < 2 || length > 12 || !(type & IS_TYPE))
    return undefined;
  const next = at + 1 + length;
  if (next > bytes.length || (type & KIND) === NAME) return undefined;
  const value = addressOf(bytes, at + 2, next, 2 * (length - 1), type);
  return value && { value, next };
}

function addressOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  count: number,
  type: number,
): SmsAddress | undefined {
  if ((type & KIND) === NAME) {
    return { text: septets(bytes, start, Math.floor((count * 4) / 7)), start, end, isNumber: false };
  }
  const digits = semiOctets(bytes, start, count);
  if (digits === undefined) return undefined;
  const plus = (type & KIND) === INTERNATIONAL && digits !== '' ? '+' : '';
  return { text: plus + digits, start, end, isNumber: true };
}

/** Letters of seven bits, those that ASCII has too; another is a dot. @see 3GPP TS 23.038 §6.2.1 */
function septets(bytes: Uint8Array, start: number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) {
    const bit = i * 7;
    const at = start + (bit >> 3);
    const pair = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const letter = String.fromCharCode((pair >> (bit & 7)) & 0x7f);
    text += /[\w .,:;!?+*#&/()-]/.test(letter) ? letter : '.';
  }
  return text;
}

/** Puts letters in the place of those that stand there, as many. */
export function writeSeptets(bytes: Uint8Array, start: number, text: string): void {
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) & 0x7f;
    for (let bit = 0; bit < 7; bit++) {
      const at = i * 7 + bit;
      const mask = 1 << (at & 7);
      const byte = bytes[start + (at >> 3)] ?? 0;
      bytes[start + (at >> 3)] = (letter >> bit) & 1 ? byte | mask : byte & ~mask;
    }
  }
}

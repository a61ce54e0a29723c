const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) {
  VALUES[STANDARD.charCodeAt(i)] = i;
  VALUES[URL_SAFE.charCodeAt(i)] = i;
}

const ascii = new TextDecoder('latin1');
const PADDING = 61;
const codes = (alphabet: string): Uint8Array => Uint8Array.from(alphabet, (digit) => digit.charCodeAt(0));
const STANDARD_CODES = codes(STANDARD);
const URL_SAFE_CODES = codes(URL_SAFE);

function write(bytes: Uint8Array, alphabet: Uint8Array, padded: boolean): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let n = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const left = Math.min(3, bytes.length - i);
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k <= left; k++) out[n + k] = alphabet[(group >> (18 - 6 * k)) & 63] as number;
    n += padded ? 4 : left + 1;
  }
  return ascii.decode(out.subarray(0, n));
}

/** What newer engines bring themselves, many times as fast. */
interface Native {
  toBase64?: () => string;
}

/** Base64 with the standard alphabet and padding (RFC 4648 §4). */
export const toBase64 = (bytes: Uint8Array): string =>
  (bytes as Native).toBase64?.() ?? write(bytes, STANDARD_CODES, true);

/** Base64 with the alphabet for addresses, without padding (RFC 4648 §5). */
export const toBase64Url = (bytes: Uint8Array): string => write(bytes, URL_SAFE_CODES, false);

/**
 * Reads base64 in either alphabet, padded or not; white space is skipped.
 * @returns the bytes, or `undefined` at a foreign character, a lone last digit, bits left over that are
 *   not zero, or padding that does not fit.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let n = 0;
  let group = 0;
  let digits = 0;
  let padding = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || (unit >= 9 && unit <= 13)) continue;
    if (unit === 61) {
      padding++;
      continue;
    }
    const value = unit < 128 ? (VALUES[unit] as number) : -1;
    if (value < 0 || padding > 0) return undefined;
    group = ((group << 6) | value) & 0xffffff;
    digits++;
    if (digits % 4 === 0) {
      bytes[n++] = group >> 16;
      bytes[n++] = (group >> 8) & 0xff;
      bytes[n++] = group & 0xff;
    }
  }
  const rest = digits % 4;
  if (rest === 1 || (padding > 0 && (rest === 0 || padding !== 4 - rest))) return undefined;
  if (rest === 2) {
    if (group & 15) return undefined;
    bytes[n++] = (group >> 4) & 0xff;
  } else if (rest === 3) {
    if (group & 3) return undefined;
    bytes[n++] = (group >> 10) & 0xff;
    bytes[n++] = (group >> 2) & 0xff;
  }
  return bytes.slice(0, n);
}

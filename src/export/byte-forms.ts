import { hexByte, toBase64, toHex } from '../bytes/index.ts';

/** One way to write bytes as text. */
export interface ByteForm {
  id: 'hex' | 'spaced-hex' | 'c-array' | 'base64';
  /** What it is called in a menu. */
  label: string;
  /** @param name of the message, where the form has a place for one */
  write(bytes: Uint8Array, name: string): string;
}

const HEX_PER_LINE = 16;
const C_PER_LINE = 12;

/** Every form that bytes are copied in. Each is a form that a paste is read from again. */
export const BYTE_FORMS: readonly ByteForm[] = [
  { id: 'hex', label: 'Hex', write: (bytes) => toHex(bytes) },
  { id: 'spaced-hex', label: 'Hex with spaces', write: (bytes) => spacedHex(bytes) },
  { id: 'c-array', label: 'C array', write: (bytes, name) => cArray(bytes, name) },
  { id: 'base64', label: 'Base64', write: (bytes) => toBase64(bytes) },
];

/** Pairs of digits with spaces between them, 16 to a line; no line end at the end. */
export function spacedHex(bytes: Uint8Array): string {
  return rows(bytes, HEX_PER_LINE)
    .map((row) => toHex(row, ' '))
    .join('\n');
}

/** A C array of this name, 12 bytes to a line. C has no empty arrays: for no bytes it is a comment that says so. */
export function cArray(bytes: Uint8Array, name: string): string {
  const identifier = identifierOf(name);
  if (bytes.length === 0) return `/* ${identifier}: no bytes */\n`;
  const lines = rows(bytes, C_PER_LINE).map(
    (row) => `  ${[...row].map((byte) => `0x${hexByte(byte)}`).join(', ')},`,
  );
  return `static const unsigned char ${identifier}[${bytes.length}] = {\n${lines.join('\n')}\n};\n`;
}

/** A name that C takes: ASCII letters, digits and _, never a digit first. */
function identifierOf(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(plain) ? plain : `message${plain === '' ? '' : `_${plain}`}`;
}

function rows(bytes: Uint8Array, length: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / length);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * length, (i + 1) * length));
}

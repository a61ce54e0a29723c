import { toBase64, toHex } from '../bytes/index.ts';

/** One way to write bytes as text. */
export interface ByteForm {
  id: 'hex' | 'spaced-hex' | 'base64';
  /** What it is called in a menu. */
  label: string;
  write(bytes: Uint8Array): string;
}

const HEX_PER_LINE = 16;

/** Forms that no language has a part in. Each is a form that a paste is read from again. */
export const BYTE_FORMS: readonly ByteForm[] = [
  { id: 'hex', label: 'Hex', write: (bytes) => toHex(bytes) },
  { id: 'spaced-hex', label: 'Hex with spaces', write: (bytes) => spacedHex(bytes) },
  { id: 'base64', label: 'Base64', write: (bytes) => toBase64(bytes) },
];

/** Pairs of digits with spaces between them, 16 to a line; no line end at the end. */
export function spacedHex(bytes: Uint8Array): string {
  return rows(bytes, HEX_PER_LINE)
    .map((row) => toHex(row, ' '))
    .join('\n');
}

function rows(bytes: Uint8Array, length: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / length);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * length, (i + 1) * length));
}

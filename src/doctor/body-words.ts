import { latin1Text } from '../bytes/index.ts';
import type { BodyKind } from './body-kind.ts';

/** Which part of a text is dots where they stand for bytes that could not be shown. */
const MOSTLY_DOTS = 0.25;
const FEWEST_DOTS = 4;
const HEAD = 512;
const LOST =
  'Dots stand in it where a tool had no character to show: copy the bytes as hex or base64 instead.';

/** What is seen in a body that is no WBXML, and what to do about it, in sentences. */
export function bodyWords({ kind, why }: BodyKind, bytes: Uint8Array): string {
  return kind === 'text' && lostBytes(bytes) ? `${why} ${LOST}` : why;
}

/** Whether a text is what a tool shows of bytes: a dot for each that is no character. */
function lostBytes(bytes: Uint8Array): boolean {
  const text = latin1Text(bytes.subarray(0, HEAD));
  const dots = text.split('.').length - 1;
  return dots >= FEWEST_DOTS && dots >= text.length * MOSTLY_DOTS && !/\.{8}| \w+ /.test(text);
}

import type { Part } from '../eas/index.ts';
import { fromBinary, toBinary } from './binary.ts';
import type { Ledger } from './ledger.ts';

/**
 * The parts of a multipart body, each made anew by itself; the table stays. What stands between parts and behind the
 * last is nobody's: zeros stand for it, and it is told as replaced.
 * @param make a part with its values replaced, as many bytes; the first is the WBXML
 */
export function redactParts(
  body: Uint8Array,
  parts: readonly Part[],
  ledger: Ledger,
  make: (part: Uint8Array, index: number) => Uint8Array,
): Uint8Array {
  const out = new Uint8Array(body.length);
  const empty = (start: number, end: number): void => {
    if (start < end) ledger.emptied(toBinary(body.subarray(start, end)));
  };
  let behind = parts[0]?.start ?? 0;
  out.set(body.subarray(0, behind));
  for (const [i, { start, end }] of parts.entries()) {
    empty(behind, start);
    out.set(make(body.subarray(start, end), i), start);
    behind = end;
  }
  empty(behind, body.length);
  return out;
}

/** A file that is a part of a body. */
export const redactFile = (part: Uint8Array, ledger: Ledger): Uint8Array =>
  fromBinary(ledger.data(toBinary(part), 'text')).subarray(0, part.length);

import { fromBase64, fromHex, toBase64, toHex } from '../bytes/index.ts';
import { fromBinary, toBinary } from './binary.ts';
import type { Ledger } from './ledger.ts';

/** Tags of the parameters behind a query in base64. @see MS-ASHTTP §2.2.1.1.1.1.2 */
const PARAMETERS: Readonly<Record<number, string>> = {
  0: 'file',
  1: 'id',
  3: 'id',
  4: 'id',
  6: 'id',
  8: 'account',
};

/**
 * A query in base64: version, command, locale, then DeviceId, policy key, DeviceType and parameters by length.
 * @returns nothing where it is none
 */
export function redactPackedQuery(query: string, ledger: Ledger): string | undefined {
  const bytes = fromBase64(query.replace(/%2b/gi, '+').replace(/%2f/gi, '/').replace(/%3d/gi, '='));
  if (!bytes || bytes.length < 6) return undefined;
  const out = bytes.slice();
  const replace = (at: number, kind: string): void => {
    const field = bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0));
    const made = replaced(field, kind, ledger);
    if (made.length === field.length) out.set(made, at + 1);
  };
  let at = 4;
  replace(at, 'device');
  at += 1 + (bytes[at] ?? 0);
  if (bytes[at] === 4 && at + 5 <= bytes.length) replaceKey(out, at + 1, ledger);
  at += 1 + (bytes[at] ?? 0);
  at += 1 + (bytes[at] ?? 0); // the type of the device stays
  for (; at + 1 < bytes.length; at += 2 + (bytes[at + 1] ?? 0)) {
    const kind = PARAMETERS[bytes[at] ?? -1];
    if (kind !== undefined) replace(at + 1, kind);
  }
  return toBase64(out);
}

function replaced(field: Uint8Array, kind: string, ledger: Ledger): Uint8Array {
  const binary = toBinary(field);
  if (/^[\x20-\x7e]*$/.test(binary)) return fromBinary(ledger.binary(binary, kind));
  // elsewhere the same phone is told in hexadecimal
  const asHex = kind === 'device' ? fromHex(ledger.text(toHex(field), kind)) : undefined;
  return asHex ?? fromBinary(ledger.data(binary, kind));
}

/** A policy key is the same number in a header, in a body and here. */
function replaceKey(out: Uint8Array, at: number, ledger: Ledger): void {
  const view = new DataView(out.buffer, out.byteOffset + at, 4);
  const made = Number(ledger.text(String(view.getUint32(0, true)), 'key'));
  if (made <= 0xffff_ffff) view.setUint32(0, made, true);
}

import type { Decoded } from '../../doctypes/index.ts';
import { ATTRIBUTE_BIT, CONTENT_BIT, KIND } from '../../wbxml/index.ts';

/** Bytes to put in place of a span: bytes of the message before any of them, half-open. */
export interface Splice {
  start: number;
  end: number;
  bytes: Uint8Array;
}

const SWITCH_PAGE = 0x00;
const BITS = CONTENT_BIT | ATTRIBUTE_BIT;

/**
 * Gives tags other codes and pages, and puts the SWITCH_PAGEs that the new pages need; one that is not needed any
 * more goes, one that never was stays.
 * @param keyOfTag the new page and code of the tag with this token, or `undefined` where it stays
 */
export function rewriteTags(decoded: Decoded, keyOfTag: (token: number) => number | undefined): Splice[] {
  const { tokens } = decoded;
  const splices: Splice[] = [];
  let before = 0; // the page that is in force in the new bytes
  let switches: number[] = []; // SWITCH_PAGEs since the last tag
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.inAttributes(i)) continue;
    const kind = tokens.kind(i);
    if (kind === KIND.switchPage) switches.push(i);
    if (kind !== KIND.tag) continue;
    const key = keyOfTag(i);
    const page = key === undefined ? tokens.page(i) : key >> 8;
    const start = tokens.start(i);
    const last = switches.at(-1);
    const asIs = last === undefined ? before : tokens.page(last);
    if (asIs !== page) {
      for (const token of switches) {
        const keep = token === last && page !== before;
        const bytes = keep ? Uint8Array.of(SWITCH_PAGE, page) : new Uint8Array();
        splices.push({ start: tokens.start(token), end: tokens.end(token), bytes });
      }
      if (last === undefined) splices.push({ start, end: start, bytes: Uint8Array.of(SWITCH_PAGE, page) });
    } else if (last !== undefined && page === before && isMade(decoded, switches, keyOfTag, i)) {
      for (const token of switches) {
        splices.push({ start: tokens.start(token), end: tokens.end(token), bytes: new Uint8Array() });
      }
    }
    if (key !== undefined && (key & 0xff) !== tokens.tagCode(i)) {
      const bytes = Uint8Array.of((key & 0xff) | (tokens.byte(i) & BITS));
      splices.push({ start, end: start + 1, bytes });
    }
    before = page;
    switches = [];
  }
  return splices.filter(({ start, end, bytes }) => {
    return end - start !== bytes.length || bytes.some((byte, k) => byte !== decoded.bytes[start + k]);
  });
}

/** True where a switch was needed before the tags changed and is not any more. */
function isMade(
  { tokens }: Decoded,
  switches: readonly number[],
  keyOfTag: (token: number) => number | undefined,
  tag: number,
): boolean {
  const first = switches[0];
  if (first === undefined) return false;
  for (let k = first - 1; k >= 0; k--) {
    if (tokens.inAttributes(k) || tokens.kind(k) !== KIND.tag) continue;
    return tokens.page(k) !== tokens.page(tag) && keyOfTag(k) !== undefined;
  }
  return false;
}

/** The bytes with all splices made; they are in order and do not overlap. */
export function applySplices(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const grown = splices.reduce((sum, { start, end, bytes: put }) => sum + put.length - (end - start), 0);
  const result = new Uint8Array(bytes.length + grown);
  let from = 0;
  let to = 0;
  for (const { start, end, bytes: put } of splices) {
    result.set(bytes.subarray(from, start), to);
    to += start - from;
    result.set(put, to);
    to += put.length;
    from = end;
  }
  result.set(bytes.subarray(from), to);
  return result;
}

import type { Decoded } from '../../doctypes/index.ts';
import { align, isElement, type Alignment } from './alignment.ts';

/** A row of a view of two messages side by side: a token of the first, of the second, or one of each. */
export interface TokenRow {
  /** Index of the token; absent where the other has one more. */
  a?: number;
  b?: number;
  /** True where both have the same bytes. */
  same: boolean;
}

/**
 * The tokens of two messages side by side: each once, each side in order. Elements that stand in another order are
 * not paired. Linear in the tokens.
 */
export function alignTokens(a: Decoded, b: Decoded, alignment: Alignment = align(a, b)): TokenRow[] {
  const rows: TokenRow[] = [];
  const anchors = anchorsOf(a, b, alignment);
  let [i, k] = [0, 0];
  for (const [one, other] of [...anchors, [a.tokens.length, b.tokens.length] as const]) {
    gap(a, i, one, b, k, other, rows);
    if (one < a.tokens.length) rows.push({ a: one, b: other, same: sameToken(a, one, b, other) });
    [i, k] = [one + 1, other + 1];
  }
  return rows;
}

/** Pairs of tags, and of the ENDs that close them, rising on both sides. */
function anchorsOf(a: Decoded, b: Decoded, { toB, moved }: Alignment): (readonly [number, number])[] {
  const partner = new Int32Array(a.tokens.length).fill(-1);
  for (let i = 0; i < a.tokens.length; i++) {
    if (moved.has(i)) {
      i = a.tokens.past(i) - 1;
      continue;
    }
    const other = toB[i] as number;
    if (other < 0 || !isElement(a.tokens, i)) continue;
    partner[i] = other;
    const [end, otherEnd] = [a.tokens.past(i) - 1, b.tokens.past(other) - 1];
    if (end > i && otherEnd > other) partner[end] = otherEnd;
  }
  const anchors: (readonly [number, number])[] = [];
  let last = -1;
  partner.forEach((other, i) => {
    if (other <= last) return;
    anchors.push([i, other]);
    last = other;
  });
  return anchors;
}

/** The tokens between two anchors: the first with the first while they are of one kind. */
function gap(
  a: Decoded,
  fromA: number,
  toA: number,
  b: Decoded,
  fromB: number,
  toB: number,
  rows: TokenRow[],
): void {
  let [i, k] = [fromA, fromB];
  while (i < toA && k < toB && a.tokens.kind(i) === b.tokens.kind(k) && !isElement(a.tokens, i)) {
    rows.push({ a: i, b: k, same: sameToken(a, i, b, k) });
    i++;
    k++;
  }
  for (; i < toA; i++) rows.push({ a: i, same: false });
  for (; k < toB; k++) rows.push({ b: k, same: false });
}

/** True where two tokens have the same bytes on the same page. */
export function sameToken(a: Decoded, i: number, b: Decoded, k: number): boolean {
  const [start, other] = [a.tokens.start(i), b.tokens.start(k)];
  const length = a.tokens.end(i) - start;
  if (length !== b.tokens.end(k) - other || a.tokens.page(i) !== b.tokens.page(k)) return false;
  for (let n = 0; n < length; n++) if (a.bytes[start + n] !== b.bytes[other + n]) return false;
  return true;
}

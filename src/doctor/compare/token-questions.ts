import type { Decoded } from '../../doctypes/index.ts';
import { KIND, type TokenKind } from '../../wbxml/index.ts';
import { textOf } from '../walk/element-text.ts';
import { sameToken } from './align-tokens.ts';
import { isElement } from './alignment.ts';

/** Index of the first token of a kind, −1 where there is none. Header kinds stand first, `unread` last. */
export function firstOf({ tokens }: Decoded, kind: TokenKind): number {
  if (kind === 'unread') return tokens.kind(tokens.length - 1) === KIND.unread ? tokens.length - 1 : -1;
  for (let i = 0; i < tokens.length && tokens.kind(i) <= KIND.stringTableEntry; i++) {
    if (tokens.kind(i) === KIND[kind]) return i;
  }
  return -1;
}

/** What stands between an element's tag and its END. */
export function holds({ tokens }: Decoded, i: number): 'elements' | 'value' {
  const past = tokens.past(i);
  for (let k = i + 1; k < past; k++) if (isElement(tokens, k)) return 'elements';
  return 'value';
}

/** True where the tokens from `i` on of one element are those from `k` on of another. */
export function sameValue(a: Decoded, i: number, b: Decoded, k: number): boolean {
  const length = a.tokens.past(i) - i;
  if (length !== b.tokens.past(k) - k) return false;
  for (let n = 0; n < length; n++) if (!sameToken(a, i + n, b, k + n)) return false;
  return true;
}

/** The text an element holds. */
export const valueOf = (decoded: Decoded, i: number): string =>
  textOf(decoded, i + 1, decoded.tokens.past(i));

/** Tokens of the SWITCH_PAGEs of tag space that change nothing. */
export function redundant({ tokens }: Decoded): number[] {
  const found: number[] = [];
  let page = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) !== KIND.switchPage || tokens.inAttributes(i)) continue;
    if (tokens.page(i) === page) found.push(i);
    page = tokens.page(i);
  }
  return found;
}

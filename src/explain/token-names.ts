import { hexUpper, type Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { tableHead, visible } from './shown-text.ts';
import { numberOf } from './token-parts.ts';

/** Name of a code page, or `undefined` where the vocabulary has none for it. */
export const pageName = (decoded: Decoded, page: number): string | undefined =>
  decoded.vocabulary.page(page)?.name;

/** A code page in words: `page 2 Email`, `page 99`, `attribute page 1`. */
export function pageWords(decoded: Decoded, page: number, space: 'tag' | 'attribute' = 'tag'): string {
  if (space === 'attribute') return `attribute page ${page}`;
  const name = pageName(decoded, page);
  return name === undefined ? `page ${page}` : `page ${page} ${name}`;
}

/**
 * Name of the tag (or PI) with index `i`: from the vocabulary, from the string table for a LITERAL, or made of
 * page and code as in the XML text (`tag-0x3F`, `page-99:tag-0x05`).
 */
export function tagName(decoded: Decoded, i: number): string {
  const { tokens, vocabulary } = decoded;
  const kind = tokens.kind(i);
  if (kind === KIND.pi) return 'PI';
  if (kind === KIND.literalTag) return `literal:${literalName(decoded, i)}`;
  const page = tokens.page(i);
  const code = tokens.tagCode(i);
  const name = vocabulary.tag(page, code)?.name;
  if (name !== undefined) return name;
  const known = page === 0 || (vocabulary.namespaced && vocabulary.page(page) !== undefined);
  return `${known ? '' : `page-${page}:`}tag-0x${hexUpper(code)}`;
}

/** Name of the attribute that token `i`, a start or a LITERAL, begins. */
export function attributeName(decoded: Decoded, i: number): string {
  const { tokens, vocabulary } = decoded;
  if (tokens.kind(i) === KIND.attributeLiteral) return literalName(decoded, i);
  const code = tokens.byte(i);
  return vocabulary.attributeStart(tokens.page(i), code)?.name ?? `attr-0x${hexUpper(code)}`;
}

/** Longest name that is shown whole; a string table can hold anything. */
const LONGEST_NAME = 60;

function literalName(decoded: Decoded, i: number): string {
  const offset = numberOf(decoded, i);
  const head = tableHead(decoded, offset, LONGEST_NAME);
  if (!head) return `(offset ${offset}, outside the string table)`;
  return `${visible(head.text)}${head.whole ? '' : '…'}`;
}

/**
 * Index of the start or LITERAL of the attribute that token `i` belongs to, or −1: `i` is no part of one.
 * @param reach tokens that are looked at; an attribute that begins further back is not found
 */
export function attributeOf(decoded: Decoded, i: number, reach = Infinity): number {
  const { tokens } = decoded;
  if (!tokens.inAttributes(i) || tokens.kind(i) === KIND.end) return -1;
  const last = Math.max(tokens.parent(i), i - reach);
  for (let k = i; k > last; k--) {
    const kind = tokens.kind(k);
    if (kind === KIND.attributeStart || kind === KIND.attributeLiteral) return k;
    // A switch stands before a start or before a value; only the second belongs to an attribute begun before it.
    if (k === i && kind === KIND.switchPage && !valueFollows(decoded, i)) return -1;
  }
  return -1;
}

function valueFollows(decoded: Decoded, i: number): boolean {
  const { tokens } = decoded;
  for (let k = i + 1; k < tokens.length; k++) {
    const kind = tokens.kind(k);
    if (kind === KIND.switchPage) continue;
    return kind !== KIND.attributeStart && kind !== KIND.attributeLiteral && kind !== KIND.end;
  }
  return false;
}

/** How WML reads a variable, by the last two bits of its EXT token. */
const VARIABLE_FORMS = [':escape', ':unesc', ':noesc'] as const;
/** Tokens of an attribute that are looked at for its start. */
const NEAR = 256;

/** The WML variable of token `i`, EXT_I or EXT_T, as it is written in text: `$(name:escape)`. */
export function variableText(decoded: Decoded, i: number, name: string): string {
  const start = attributeOf(decoded, i, NEAR);
  const attribute = start < 0 ? undefined : attributeName(decoded, start);
  const form = VARIABLE_FORMS[decoded.tokens.byte(i) & 3] ?? '';
  const isUsual = form === ':noesc' && decoded.vocabulary.usualConversion(attribute) === 2;
  return `$(${name}${isUsual ? '' : form})`;
}

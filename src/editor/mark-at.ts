import type { Span } from './types.ts';

/** One word of a mark with its value: `str-t` and `5/2` of both `<?wbxml str-t="5/2"?>` and `{str-t 5/2}`. */
export interface MarkWord {
  name: string;
  value?: string;
}

/** A mark of the text, brackets included. */
export interface Mark extends Span {
  words: MarkWord[];
}

const OPEN = '<?wbxml';
const CLOSE = '?>';

/**
 * The mark an offset stands in: `<?wbxml …?>` in content, `{…}` in an attribute value. What only looks like
 * one, in CDATA, a comment or plain text, is none.
 * @param offset a character of the text, in UTF-16 units
 */
export function markAt(text: string, offset: number): Mark | undefined {
  return instructionAt(text, offset) ?? braceAt(text, offset);
}

function instructionAt(text: string, offset: number): Mark | undefined {
  const start = text.lastIndexOf(OPEN, offset);
  if (start < 0 || !/[\s?]/.test(text.charAt(start + OPEN.length)) || isHidden(text, start)) return undefined;
  const close = text.indexOf(CLOSE, start);
  const end = close < 0 ? text.length : close + CLOSE.length;
  if (offset >= end) return undefined;
  return { start, end, words: wordsOf(text.slice(start + OPEN.length, close < 0 ? end : close)) };
}

const WORD = /([^\s="']+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?))?/g;

function wordsOf(body: string): MarkWord[] {
  return Array.from(body.matchAll(WORD), ([, name = '', double, single]) => {
    const value = double ?? single;
    return value === undefined ? { name } : { name, value };
  });
}

function braceAt(text: string, offset: number): Mark | undefined {
  const start = text.lastIndexOf('{', offset);
  const close = text.indexOf('}', start);
  if (start < 0 || close < offset || !isInValue(text, start)) return undefined;
  const [name = '', ...values] = text
    .slice(start + 1, close)
    .trim()
    .split(/\s+/);
  const value = values.join(' ');
  return { start, end: close + 1, words: [value === '' ? { name } : { name, value }] };
}

/** Whether an offset stands in a quoted value of a tag. */
function isInValue(text: string, offset: number): boolean {
  const tag = text.lastIndexOf('<', offset);
  if (tag < 0 || /[\s/!?]/.test(text.charAt(tag + 1)) || isHidden(text, tag)) return false;
  let quote = '';
  for (let at = tag; at < offset; at++) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return false;
  }
  return quote !== '';
}

/** Whether an offset stands in CDATA or in a comment. */
function isHidden(text: string, offset: number): boolean {
  return isWithin(text, offset, '<![CDATA[', ']]>') || isWithin(text, offset, '<!--', '-->');
}

function isWithin(text: string, offset: number, open: string, close: string): boolean {
  const start = text.lastIndexOf(open, offset);
  if (start < 0) return false;
  const end = text.indexOf(close, start + open.length);
  return end < 0 || offset < end;
}

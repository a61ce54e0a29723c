import type { Span } from './types.ts';

/** A piece of markup. `other` is a comment, CDATA, an instruction that is no mark, or a declaration. */
export interface Markup extends Span {
  kind: 'open' | 'empty' | 'close' | 'mark' | 'other';
  /** Of a tag: its name, prefix included. */
  name?: string;
}

// Comments, CDATA and instructions are matched whole, of a tag only the beginning.
const MARKUP =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<(?<slash>\/?)(?<name>[^\s<>/="'&!?][^\s<>/="'&]*)/g;
const MARK = /<\?wbxml[\s?]/y;

/**
 * The markup of a text, in order. Of what is broken, that which can be told: an unfinished tag is left out, any
 * other unfinished piece runs to the end.
 */
export function* markupOf(text: string): Generator<Markup> {
  for (const { 0: matched, index: start, groups } of text.matchAll(MARKUP)) {
    const name = groups?.['name'];
    if (name === undefined) {
      MARK.lastIndex = start;
      yield { kind: MARK.test(text) ? 'mark' : 'other', start, end: start + matched.length };
      continue;
    }
    const end = tagEnd(text, start + matched.length);
    if (end < 0) continue;
    const kind = groups?.['slash'] === '/' ? 'close' : text.charAt(end - 2) === '/' ? 'empty' : 'open';
    yield { kind, start, end, name };
  }
}

const [DOUBLE, SINGLE, LESS, GREATER] = [0x22, 0x27, 0x3c, 0x3e];

/**
 * Offset just past the `>` of a tag, quoted values passed over; −1 where another `<` or the end of the text
 * comes first. A loop, since a pattern for the whole tag runs out of stack on a very long one.
 */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LESS) return -1;
    if (quote !== 0) quote = unit === quote ? 0 : quote;
    else if (unit === GREATER) return at + 1;
    else if (unit === DOUBLE || unit === SINGLE) quote = unit;
  }
  return -1;
}

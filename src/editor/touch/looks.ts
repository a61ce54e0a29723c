import { markupOf } from '../markup.ts';
import type { Span } from '../types.ts';

/** A part of the text that is drawn unlike the rest. */
export interface Look extends Span {
  kind: 'tag' | 'dim';
}

/** How the markup of a text is drawn: tags, and dim the marks in content and in values, and what is not sent. */
export function looksOf(text: string): Look[] {
  const looks: Look[] = [];
  for (const { kind, start, end } of markupOf(text)) {
    if (text.startsWith('<![CDATA[', start)) continue;
    const isTag = kind !== 'mark' && kind !== 'other';
    looks.push({ kind: isTag ? 'tag' : 'dim', start, end });
    if (!isTag || kind === 'close') continue;
    for (const brace of text.slice(start, end).matchAll(/\{[^{}]*\}/g)) {
      looks.push({ kind: 'dim', start: start + brace.index, end: start + brace.index + brace[0].length });
    }
  }
  return looks;
}

import { decode } from '../doctypes/index.ts';
import { elementMessage } from '../export/index.ts';
import { KIND } from '../wbxml/index.ts';
import { toXml } from '../xml/index.ts';
import type { Outline } from './outline.ts';

/** The XML of one element, complete by itself, or why it is not shown. */
export type ElementText = { text: string; why?: undefined } | { text?: undefined; why: string };

/**
 * The XML of an element alone, to be edited.
 * @param most UTF-16 units of it at most
 */
export function elementText(outline: Outline, element: number, most: number): ElementText {
  const { decoded } = outline;
  const { start, end } = outline.span(element);
  const hint = (outline.counts[element] ?? 0) > 0 ? ' Open one of its children.' : '';
  if (end - start > most) return { why: `It is too large to be edited as text.${hint}` };
  if (switchesAttributes(outline)) {
    return { why: 'This message changes the page of its attributes: no element of it can be read alone.' };
  }
  const text = toXml(decode(elementMessage(decoded, outline.token(element)), typeOf(outline)));
  return text.length > most ? { why: `Its text is too long to be edited.${hint}` } : { text };
}

/** How the message of one element is read. */
export const typeOf = ({ decoded }: Outline): { doctype: string } => ({ doctype: decoded.doctype.id });

/** A page of attribute space stays in force over elements, and nothing before a root could say so. */
function switchesAttributes({ decoded: { tokens } }: Outline): boolean {
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) === KIND.switchPage && tokens.inAttributes(i)) return true;
  }
  return false;
}

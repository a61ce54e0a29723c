import { elementHover } from './element-hover.ts';
import { namespaceHover } from './namespace-hover.ts';
import { placeOfUnit } from './text-place.ts';
import type { Hover, TextQuestion } from './types.ts';
import { valueHover } from './value-hover.ts';

/**
 * What is known of the name, the namespace or the value that the unit at `offset` belongs to; nothing where it is
 * layout, a mark or no markup. Gets along with text that is broken; takes time linear in it.
 */
export function hover(question: TextQuestion): Hover | undefined {
  const place = placeOfUnit(question.text, question.offset, question.doctype);
  const { spot, open } = place;
  switch (spot.kind) {
    case 'tag': {
      const { element, span, name } = spot;
      const end = spot.whole && name.end === span.end - 1 ? span.end : name.end;
      return element && elementHover(question, place, [...open, element], { start: span.start, end });
    }
    case 'end':
      return open.length > 0 && spot.whole ? elementHover(question, place, open, spot.span) : undefined;
    case 'text':
      return spot.alone ? valueHover(question, place, spot.span) : undefined;
    case 'attributes':
      return namespaceHover(question, place, spot.element);
    case 'other':
      return undefined;
    default:
      return spot satisfies never;
  }
}

import { elementProposals } from './element-proposals.ts';
import { modelAt } from './models.ts';
import { placeOfCaret, type TextPlace } from './text-place.ts';
import type { Proposal, Span, TextQuestion } from './types.ts';
import { valueProposals } from './value-proposals.ts';

/**
 * What may be written at a caret, best first: the elements that may stand there, the end tag of the element that
 * is open, the values of one that has a list of them. Nothing where the text is free, or where it is not known
 * what may stand there. Gets along with text that is broken; takes time linear in it.
 */
export function complete(question: TextQuestion): Proposal[] {
  const place = placeOfCaret(question.text, question.offset, question.doctype);
  const { spot } = place;
  switch (spot.kind) {
    case 'end':
      return endTag(place, spot.name, spot.whole);
    case 'tag':
      return [
        ...elementProposals(question, place, { span: spot.name, form: spot.whole ? 'name' : 'rest' }),
        ...(spot.whole ? [] : missingEnd(place, spot.name, '')),
      ];
    case 'text':
      return inText(question, place, spot);
    case 'attributes':
    case 'other':
      return [];
    default:
      return spot satisfies never;
  }
}

function inText(
  question: TextQuestion,
  place: TextPlace,
  { span, alone }: { span: Span; alone: boolean },
): Proposal[] {
  const values = alone ? valueProposals(question, place, span) : [];
  const isContainer = place.open.length === 0 || modelAt(question, place.open)?.content !== undefined;
  if (!isContainer || values.length > 0) {
    const caret = { start: question.offset, end: question.offset };
    return [...values, ...missingEnd(place, caret, '<')];
  }
  const typed = wordBefore(question, span);
  const elements = elementProposals(question, place, { span: typed, form: 'whole' });
  return [...elements, ...missingEnd(place, typed, '<')];
}

/** The letters right before the caret that may be the beginning of a name. */
function wordBefore({ text, offset }: TextQuestion, { start }: Span): Span {
  const word = /[\w:.-]*$/.exec(text.slice(Math.max(start, offset - 100), offset))?.[0] ?? '';
  return { start: offset - word.length, end: offset };
}

/** The end tag of the innermost element, where it has none. @param less what stands before its slash and is not there yet */
function missingEnd(place: TextPlace, span: Span, less: string): Proposal[] {
  const name = place.open.at(-1)?.name;
  if (name === undefined || place.close) return [];
  return [ending(name, span, `${less}/${name}>`)];
}

/** The end tag at a caret behind `</`. @param isWhole true where its `>` is there */
function endTag({ open }: TextPlace, span: Span, isWhole: boolean): Proposal[] {
  const name = open.at(-1)?.name;
  return name === undefined ? [] : [ending(name, span, isWhole ? name : `${name}>`)];
}

const ending = (name: string, span: Span, insert: string): Proposal => ({
  kind: 'end tag',
  label: `/${name}`,
  detail: 'ends the element',
  about: [],
  ...span,
  insert,
  caret: insert.length,
  otherName: name,
  also: [],
});

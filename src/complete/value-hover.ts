import { elementMeaning, valueWords } from '../explain/index.ts';
import { resolveReferences } from '../xml/index.ts';
import { modelAt } from './models.ts';
import { activeSyncName, codeOf, pageOf } from './tag-facts.ts';
import type { TextPlace } from './text-place.ts';
import type { Hover, Span, TextQuestion } from './types.ts';
import { contextOf, statusPlace } from './value-proposals.ts';
import { typeWords } from '../eas/index.ts';

/** Units of a value that are looked at: enough for the head of a mail. */
const HEAD = 16_384;

/** What is known of the text of an element that holds nothing else. */
export function valueHover(question: TextQuestion, place: TextPlace, whole: Span): Hover | undefined {
  const { open, vocabulary } = place;
  const key = open.at(-1)?.key;
  if (key === undefined || vocabulary.type.id !== 'activesync') return undefined;
  const raw = question.text.slice(whole.start, Math.min(whole.end, whole.start + HEAD));
  const resolved = resolveReferences(raw);
  if (raw.trim() === '' || !resolved.ok) return undefined;
  const model = modelAt(question, open);
  if (model?.content && model.textIn === undefined) return undefined;
  const [page = '', name = ''] = activeSyncName(key).split(':');
  const size = raw.length < whole.end - whole.start ? whole.end - whole.start : resolved.text.length;
  const content = {
    kind: 'text' as const,
    head: { text: resolved.text, whole: raw.length === whole.end - whole.start },
    typed: false,
    size,
  };
  const type = vocabulary.tag(pageOf(key), codeOf(key))?.type;
  const { parent, root } = statusPlace(place);
  const words = valueWords(
    { content, page, name, parent, root, ...(type && { type }) },
    contextOf(question, place),
  );
  const expected = model ? [{ label: 'Type', text: typeWords(model.value) }] : [];
  const facts = [...words.lines, ...expected];
  if (facts.length === 0) return undefined;
  const meaning = elementMeaning(page, name);
  return {
    ...whole,
    title: `Value of ${name}`,
    about: meaning === undefined ? [] : [meaning],
    facts,
    ...(words.source !== undefined && { source: words.source }),
  };
}

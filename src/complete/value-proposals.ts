import type { ElementModel, ValueType } from '../eas/index.ts';
import {
  listedValues,
  statusesAt,
  valueWords,
  type ExplainContext,
  type StatusPlace,
} from '../explain/index.ts';
import { commandOf, modelAt } from './models.ts';
import { activeSyncName } from './tag-facts.ts';
import type { TextPlace } from './text-place.ts';
import type { Proposal, Span, TextQuestion } from './types.ts';

/** Numbers of a type that are offered one by one, where it has no more. */
const MOST_NUMBERS = 24;

/** What an element's value may be, where there is a list of it; the caret is in its text. */
export function valueProposals(question: TextQuestion, place: TextPlace, whole: Span): Proposal[] {
  const element = place.open.at(-1);
  if (element?.key === undefined || place.vocabulary.type.id !== 'activesync') return [];
  const span = valueSpan(question, whole);
  if (!span) return [];
  const model = modelAt(question, place.open);
  if (model?.content && model.textIn === undefined) return [];
  return valuesOf(question, place, activeSyncName(element.key), model).map(({ value, meaning, action }) => ({
    kind: 'value' as const,
    label: value,
    detail: meaning,
    about: action === undefined ? [] : [`What the client must do: ${action}.`],
    ...span,
    insert: value,
    caret: value.length,
    also: [],
  }));
}

/** The text that a value would stand for: all of it but white space round it; it must be one line with the caret in it. */
function valueSpan({ text, offset }: TextQuestion, { start, end }: Span): Span | undefined {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === '') return { start: offset, end: offset };
  const from = start + raw.indexOf(trimmed);
  const to = from + trimmed.length;
  return trimmed.includes('\n') || offset < from || offset > to ? undefined : { start: from, end: to };
}

interface Offer {
  value: string;
  meaning: string;
  action?: string | undefined;
}

function valuesOf(
  question: TextQuestion,
  place: TextPlace,
  tag: string,
  model: ElementModel | undefined,
): Offer[] {
  const statuses = tag.endsWith(':Status') ? statusesAt(statusPlace(place), contextOf(question, place)) : [];
  if (statuses.length > 0) {
    return statuses.map(({ code, meaning, action }) => ({ value: String(code), meaning, action }));
  }
  const listed = listedValues(tag);
  const values = valuesOfType(
    model?.value,
    listed.map(({ value }) => value),
  );
  const offers = values.map((value) => ({
    value,
    meaning: listed.find((each) => each.value === value)?.meaning ?? meaningOf(tag, value, model, question),
  }));
  // Of a text only what stands for something is worth an offer.
  return offers.filter(({ meaning }) => meaning !== '' || model?.value.kind !== 'text');
}

/** The values of a type. @param listed those that have a meaning */
function valuesOfType(type: ValueType | undefined, listed: readonly string[]): readonly string[] {
  switch (type?.kind) {
    case 'words':
      return type.words;
    case 'boolean':
      return ['0', '1'];
    case 'numbers':
      return type.numbers.map(String);
    case 'integer': {
      const { min = -Infinity, max = Infinity } = type;
      const fitting = listed.filter((value) => Number(value) >= min && Number(value) <= max);
      if (fitting.length > 0 || max - min >= MOST_NUMBERS) return fitting;
      return Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
    }
    case 'text':
      return listed.length > 0 ? listed : ['0']; // a key or an id that is 0 has a meaning of its own
    default:
      return listed;
  }
}

/** What a value says; empty where that is not known. */
function meaningOf(
  tag: string,
  value: string,
  model: ElementModel | undefined,
  { side }: TextQuestion,
): string {
  const [page = '', name = ''] = tag.split(':');
  const head = { text: value, whole: true };
  const content = { kind: 'text' as const, head, typed: false, size: value.length };
  const type = model?.value.kind === 'boolean' ? { type: 'boolean' as const } : {};
  const { lines } = valueWords({ content, page, name, ...type }, { side });
  return lines.find(({ label }) => label === 'Meaning')?.text ?? '';
}

/** Where the innermost element, a Status, stands. */
export function statusPlace({ open }: TextPlace): StatusPlace {
  const names = open.map(({ key }) => (key === undefined ? '' : activeSyncName(key)));
  return {
    page: names.at(-1)?.split(':')[0] ?? '',
    parent: names.at(-2)?.split(':')[1] ?? '',
    root: names[0] ?? '',
  };
}

/** What is known of the message, for those who put values into words. */
export function contextOf(question: TextQuestion, { root }: TextPlace): ExplainContext {
  const command = commandOf(question, root);
  const { side, version } = question;
  return { side, ...(command !== undefined && { command }), ...(version !== undefined && { version }) };
}

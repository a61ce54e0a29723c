import { hexByte } from '../bytes/index.ts';
import { typeWords, versionsText, type ElementModel } from '../eas/index.ts';
import { documentOf, elementMeaning } from '../explain/index.ts';
import { childrenWords } from './element-words.ts';
import { commandOf, homesOf, modelAt, rootModel, versionsInForce } from './models.ts';
import type { OpenElement } from './open-elements.ts';
import { codeOf, pageOf } from './tag-facts.ts';
import type { TextPlace } from './text-place.ts';
import type { Hover, Span, TextQuestion } from './types.ts';
import { countWords } from './words.ts';

/** Parents that are named; an element that stands nearly everywhere says so by their number. */
const MOST_HOMES = 8;

/** What is known of an element. @param path root first, it last @param span what it is told of */
export function elementHover(
  question: TextQuestion,
  { vocabulary, root }: TextPlace,
  path: readonly OpenElement[],
  span: Span,
): Hover | undefined {
  const key = path.at(-1)?.key;
  if (key === undefined) return undefined;
  const page = vocabulary.page(pageOf(key));
  const tag = vocabulary.tag(pageOf(key), codeOf(key));
  const pageName = page?.name === undefined ? '' : ` ${page.name}`;
  const code = codeOf(key);
  const isEas = vocabulary.type.id === 'activesync';
  const namespace = page?.namespace ?? '';
  const facts = [
    {
      label: 'Token',
      text: `${hexByte(code)} on page ${pageOf(key)}${pageName}; ${hexByte(code | 0x40)} with content`,
    },
    ...(isEas ? elementFacts(question, root, path, key) : []),
  ];
  const documents = [page?.source, isEas && tag ? documentOf(namespace) : undefined];
  const source = documents.filter((part) => part !== undefined).join(', ');
  const meaning = isEas && tag ? elementMeaning(namespace, tag.name) : undefined;
  const legacy = tag?.legacy ? ['The current specification has left it out.'] : [];
  return {
    ...span,
    title: tag?.name ?? 'Tag without a name',
    about: [...(meaning === undefined ? [] : [meaning]), ...legacy],
    facts,
    ...(source !== '' && { source }),
  };
}

function elementFacts(
  question: TextQuestion,
  root: OpenElement | undefined,
  path: readonly OpenElement[],
  key: number,
): Hover['facts'] {
  const model = modelAt(question, path);
  const body = root && rootModel(question, root);
  const versions = versionsInForce(question);
  const homes = body ? homesOf(body, key, versions) : [];
  // One that stands where it may not is still what it is elsewhere.
  const known = model ?? homes[0]?.child;
  const facts: Hover['facts'] = [];
  if (known) facts.push({ label: 'Holds', text: holds(known, question) });
  if (known) facts.push({ label: 'Versions', text: versionsText(known.versions) });
  if (path.length > 1) {
    facts.push({ label: 'Here', text: hereWords(question, path, model, root) });
    if (homes.length > 0) facts.push({ label: 'May stand in', text: homesWords(homes) });
  }
  if (model?.content) facts.push({ label: 'Content model', text: model.content.source });
  return facts;
}

function holds(model: ElementModel, question: TextQuestion): string {
  if (!model.content) return typeWords(model.value);
  const children = childrenWords(model.content, model.namespace, question);
  return model.textIn === undefined ? children : `${children}; text in ${versionsText(model.textIn)}`;
}

function hereWords(
  question: TextQuestion,
  path: readonly OpenElement[],
  model: ElementModel | undefined,
  root: OpenElement | undefined,
): string {
  const parent = modelAt(question, path.slice(0, -1));
  const command = commandOf(question, root);
  const message = command === undefined ? `this ${question.side}` : `a ${command} ${question.side}`;
  if (!parent) return `not known: what stands round it has no place in ${message}`;
  if (!model) return `not among what ${parent.name} may hold in ${message}`;
  const missing =
    model.versions & versionsInForce(question) ? '' : `, but not in version ${question.version ?? ''}`;
  return `${countWords(model)} in ${parent.name}${missing}`;
}

function homesWords(homes: readonly { parent: ElementModel; child: ElementModel }[]): string {
  const each = new Map(homes.map(({ parent, child }) => [parent.name, countWords(child)]));
  const named = [...each].slice(0, MOST_HOMES).map(([name, count]) => `${name} (${count})`);
  return each.size > MOST_HOMES ? `${named.join(', ')} and ${each.size - MOST_HOMES} more` : named.join(', ');
}

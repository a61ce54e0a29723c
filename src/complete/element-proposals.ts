import {
  bodyModel,
  commands,
  typeWords,
  versionsText,
  EVERY_VERSION,
  type ElementModel,
} from '../eas/index.ts';
import { elementMeaning } from '../explain/index.ts';
import { namespaceName } from '../xml/index.ts';
import { aboutElement } from './element-words.ts';
import { legalChildren } from './legal-children.ts';
import { commandOf, modelAt, versionsInForce } from './models.ts';
import { writtenName } from './tag-name.ts';
import { pageOf } from './tag-facts.ts';
import type { TextPlace } from './text-place.ts';
import type { Proposal, Span, TextQuestion } from './types.ts';
import { countWords } from './words.ts';

/** How a tag that is proposed is written. */
export interface TagForm {
  /** What it stands for. */
  span: Span;
  /** `name`: of a tag that is there already. `rest`: all but the `<`, which is there. `whole`: all of it. */
  form: 'name' | 'rest' | 'whole';
}

/** The elements that may stand at a place. */
export function elementProposals(question: TextQuestion, place: TextPlace, tag: TagForm): Proposal[] {
  if (place.vocabulary.type.id !== 'activesync') return [];
  if (place.open.length === 0) return rootProposals(question, place, tag);
  const content = modelAt(question, place.open)?.content;
  const siblings = {
    text: question.text,
    children: place.open.at(-1)?.children ?? [],
    offset: question.offset,
  };
  if (!content) return [];
  return legalChildren(content, versionsInForce(question), siblings).map(({ model, isMissing }) => {
    const { name, also } = writtenName(place, model.key, model.name);
    const closing = tag.form === 'name' && place.ownClose ? [{ ...place.ownClose, insert: name }] : [];
    return {
      kind: 'element' as const,
      label: name,
      detail: detailOf(model, isMissing),
      about: aboutElement(model, question),
      ...written(name, '', model, tag),
      ...(name !== model.name && { otherName: model.name }),
      also: [...also, ...closing],
    };
  });
}

function detailOf(model: ElementModel, isMissing: boolean): string {
  const versions = model.versions === EVERY_VERSION ? [] : [versionsText(model.versions)];
  const count = countWords(model);
  const type = model.content ? [] : [typeWords(model.value)];
  return [isMissing ? `${count}, missing` : count, ...type, ...versions].join(' · ');
}

/** What is written for a tag, and where in it the caret goes: inside the element, or behind one that holds nothing. */
function written(
  name: string,
  attributes: string,
  { value }: ElementModel,
  { span, form }: TagForm,
): Pick<Proposal, 'start' | 'end' | 'insert' | 'caret'> {
  if (form === 'name') return { ...span, insert: name, caret: name.length };
  const less = form === 'whole' ? '<' : '';
  if (value.kind === 'empty') {
    const insert = `${less}${name}${attributes}/>`;
    return { ...span, insert, caret: insert.length };
  }
  const start = `${less}${name}${attributes}>`;
  return { ...span, insert: `${start}</${name}>`, caret: start.length };
}

/** Of a text without an element: the roots of all commands, first that of the command it is. */
function rootProposals(question: TextQuestion, { root, vocabulary }: TextPlace, tag: TagForm): Proposal[] {
  if (root) return [];
  const own = commandOf(question, undefined);
  const ordered = commands.toSorted((a, b) => Number(b.name === own) - Number(a.name === own));
  return ordered.flatMap(({ name: command }) => {
    const model = bodyModel(command, question.side);
    if (!model || !(model.versions & versionsInForce(question))) return [];
    const xmlns = ` xmlns="${namespaceName(vocabulary, pageOf(model.key))}"`;
    return [
      {
        kind: 'element' as const,
        label: model.name,
        detail: `the ${question.side} of ${command}`,
        about: [elementMeaning(model.namespace, model.name) ?? `Root of ${command}.`],
        ...written(model.name, xmlns, model, tag),
        also: [],
      },
    ];
  });
}

import { hexByte } from '../bytes/index.ts';
import { activeSyncPages } from '../doctypes/index.ts';
import { EVERY_VERSION, versionsText, type ContentModel, type ElementModel } from '../eas/index.ts';
import { documentOf, elementMeaning } from '../explain/index.ts';
import { versionsInForce } from './models.ts';
import { codeOf, pageOf } from './tag-facts.ts';
import type { TextQuestion } from './types.ts';
import { countWords } from './words.ts';

/** Names of children that are told one by one; more are summed up by page. */
const MOST = 24;

/** What an element is for, what it may hold, and where that is said: a sentence or so each. */
export function aboutElement(model: ElementModel, question: TextQuestion): string[] {
  const meaning = elementMeaning(model.namespace, model.name);
  const holds = model.content && `May hold ${childrenWords(model.content, model.namespace, question)}.`;
  const said = [documentOf(model.namespace), model.content?.source].filter((part) => part !== undefined);
  const source = said.at(-1)?.startsWith(said[0] ?? '') ? said.at(-1) : said.join(', ');
  return [meaning, holds, `${tokenWords(model.key)}. ${source ?? ''}`].filter((part) => part !== undefined);
}

/** `Page 0 AirSync, token 0b; 4b with content`. */
function tokenWords(key: number): string {
  const page = pageOf(key);
  const code = codeOf(key);
  const name = activeSyncPages.find((each) => each.page === page)?.name;
  return `Page ${page}${name === undefined ? '' : ` ${name}`}, token ${hexByte(code)}; ${hexByte(code | 0x40)} with content`;
}

/** What a container may hold: `Status once, SyncKey at most once`, in order where it has one. */
export function childrenWords(
  { children, order, mixed }: ContentModel,
  namespace: string,
  question: TextQuestion,
): string {
  const versions = versionsInForce(question);
  const legal = children.filter((child) => child.versions & versions);
  if (legal.length === 0) return mixed ? 'text' : 'nothing in this version';
  const free = order === undefined ? '' : legal.length > 1 ? ', in this order' : '';
  const list =
    legal.length > MOST ? summed(legal) : legal.map((child) => childWords(child, namespace, versions));
  return `${list.join(', ')}${free}${mixed ? '; or text' : ''}`;
}

function childWords(child: ElementModel, namespace: string, versions: number): string {
  const name = child.namespace === namespace ? child.name : `${child.namespace}:${child.name}`;
  const partly = versions === EVERY_VERSION && child.versions !== EVERY_VERSION;
  return `${name} ${countWords(child)}${partly ? ` (${versionsText(child.versions)})` : ''}`;
}

/** `26 of Email, 18 of Email2`. */
function summed(children: readonly ElementModel[]): string[] {
  const pages = new Map<string, number>();
  for (const { namespace } of children) pages.set(namespace, (pages.get(namespace) ?? 0) + 1);
  return [...pages].map(([page, count]) => `${count} of ${page}`);
}

import { vocabularyOf } from '../../doctypes/index.ts';
import { hexByte } from '../../bytes/index.ts';
import { childNamed, isElement, type Content, type Element } from '../message/element.ts';
import type { Alteration, Draft } from '../server/draft.ts';
import type { Request } from '../server/request.ts';

/** What becomes of an element: itself, another, several, or nothing. */
export type Edit = (
  element: Element,
  parent: Element | undefined,
) => Element | readonly Element[] | undefined;

/** The tree with every element edited, the inner ones first. What stays as it is stays the same object. */
export function edited(root: Element, edit: Edit): Element {
  return editedElement(root, undefined, edit)[0] ?? root;
}

function editedElement(element: Element, parent: Element | undefined, edit: Edit): readonly Element[] {
  const { holds } = element;
  const inside = holds && editedContent(holds, element, edit);
  const made = edit(inside === holds || !inside ? element : { ...element, holds: inside }, parent);
  if (made === undefined) return [];
  return 'name' in made ? [made] : made;
}

function editedContent(holds: readonly Content[], parent: Element, edit: Edit): readonly Content[] {
  const made: Content[] = [];
  for (const content of holds) {
    if (isElement(content)) made.push(...editedElement(content, parent, edit));
    else made.push(content);
  }
  const same = made.length === holds.length && made.every((content, i) => content === holds[i]);
  return same ? holds : made;
}

/** An alteration of every reply to this command that has a body. */
export const onRoot = (
  command: string,
  change: (root: Element, request: Request) => Element,
): Alteration => ({
  draft: (draft, request) =>
    draft.root && request.command === command ? { ...draft, root: change(draft.root, request) } : draft,
});

/** An alteration of the elements of every Sync reply. */
export const onSync = (edit: Edit): Alteration => onRoot('Sync', (root) => edited(root, edit));

/** An alteration of everything inside the items of a Sync reply. */
export const onItems = (edit: Edit): Alteration =>
  onSync((element, parent) =>
    element.name === 'AirSync:ApplicationData' ? inside(element, edit, parent) : element,
  );

function inside(data: Element, edit: Edit, parent: Element | undefined): Element {
  const made = edited(data, (element, above) =>
    element.name === data.name ? element : edit(element, above),
  );
  return parent ? made : data;
}

/** An alteration of every draft of this command. */
export const onDraft = (command: string, change: (draft: Draft, request: Request) => Draft): Alteration => ({
  draft: (draft, request) => (request.command === command ? change(draft, request) : draft),
});

/** The key of the first Collection of a request; empty where there is none. */
export const firstKey = ({ tree }: Request): string =>
  tree?.nodes.find(({ name }) => name === 'AirSync:SyncKey')?.text ?? '';

/** The Collection of a Sync reply, where there is one. */
export const firstCollection = (root: Element): Element | undefined => {
  const collections = childNamed(root, 'AirSync:Collections');
  return collections && childNamed(collections, 'AirSync:Collection');
};

/** The name of the tag with the same code on another page: what a missing or wrong SWITCH_PAGE makes of it. */
export function onPage(name: string, page: number): string {
  const vocabulary = vocabularyOf('activesync');
  const [namespace = '', local = ''] = name.split(':');
  const own = vocabulary?.namespacePage(namespace) ?? 0;
  const code = vocabulary?.tagCode(own, local) ?? 0;
  return nameOf(page, code);
}

/** The name of a tag by page and code; one that has none is written by its numbers. */
function nameOf(page: number, code: number): string {
  const vocabulary = vocabularyOf('activesync');
  const namespace = vocabulary?.page(page)?.namespace ?? `page-${page}`;
  return `${namespace}:${vocabulary?.tag(page, code)?.name ?? `tag-0x${hexByte(code)}`}`;
}

/** The page of a name, or −1. */
export const pageOf = (name: string): number =>
  vocabularyOf('activesync')?.namespacePage(name.split(':')[0] ?? '') ?? -1;

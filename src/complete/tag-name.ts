import { namespaceName, namespacePrefix, type Scope } from '../xml/index.ts';
import { codeOf, pageOf } from './tag-facts.ts';
import type { TextPlace } from './text-place.ts';
import type { TextEdit } from './types.ts';

/** How a tag is written at a place, and the declaration that the root needs for it. */
export interface WrittenName {
  name: string;
  also: TextEdit[];
}

/**
 * The name of a tag at a place: bare where its page is the default, else with a prefix that is declared for its
 * page; where none is, with the page's own prefix, which then has to be declared on the root.
 */
export function writtenName(place: TextPlace, key: number, local: string): WrittenName {
  const { vocabulary, scope, open, root } = place;
  const prefixes = open.flatMap((element) => element.prefixes).reverse();
  for (const prefix of ['', ...prefixes]) {
    const name = prefix === '' ? local : `${prefix}:${local}`;
    if (means(scope, name, key)) return { name, also: [] };
  }
  const page = pageOf(key);
  if (!vocabulary.namespaced || !root) return { name: local, also: [] };
  const own = namespacePrefix(vocabulary, page);
  let prefix = own;
  for (let n = 2; prefixes.includes(prefix); n++) prefix = `${own}${n}`;
  const insert = ` xmlns:${prefix}="${namespaceName(vocabulary, page)}"`;
  return { name: `${prefix}:${local}`, also: [{ start: root.bodyEnd, end: root.bodyEnd, insert }] };
}

function means(scope: Scope, name: string, key: number): boolean {
  const { target } = scope.resolve(name, 0, name.length, 0);
  return target.kind === 'tag' && target.page === pageOf(key) && target.code === codeOf(key);
}

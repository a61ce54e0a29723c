import { rawAttributes } from '../xml/index.ts';
import type { OpenElement } from './open-elements.ts';
import type { TextPlace } from './text-place.ts';
import type { Hover, TextQuestion } from './types.ts';

/** What a namespace declaration of a tag stands for. */
export function namespaceHover(
  { text, offset }: TextQuestion,
  { vocabulary }: TextPlace,
  { nameEnd, bodyEnd }: OpenElement,
): Hover | undefined {
  const found = rawAttributes(text, nameEnd, bodyEnd).list.find(
    ({ nameFrom, valueTo }) => nameFrom <= offset && offset <= valueTo,
  );
  if (!found || !vocabulary.namespaced || !/^xmlns(:|$)/.test(found.name)) return undefined;
  const namespace = text.slice(found.valueFrom, found.valueTo);
  const page = vocabulary.namespacePage(namespace);
  if (page === undefined) return undefined;
  const prefix = found.name.slice('xmlns:'.length);
  const names = prefix === '' ? 'Names without a prefix' : `Names with the prefix ${prefix}`;
  const source = vocabulary.page(page)?.source;
  return {
    start: found.nameFrom,
    end: found.valueTo + 1,
    title: `Code page ${page}, ${vocabulary.page(page)?.name ?? namespace}`,
    about: [`${names} are tags of this page. A declaration has no bytes: SWITCH_PAGE selects the page.`],
    facts: [],
    ...(source !== undefined && { source }),
  };
}

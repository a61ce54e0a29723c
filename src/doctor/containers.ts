import type { ContentModel, ElementModel } from '../eas/index.ts';

/**
 * The containers below a root, itself included, outermost first. A content that several elements share is listed
 * with each of them, but with an element of the same tag only once: And holds And.
 */
export function containersIn(root: ElementModel): ElementModel[] {
  const found: ElementModel[] = [];
  const done = new Map<ContentModel, Set<number>>();
  let level: readonly ElementModel[] = [root];
  while (level.length > 0) {
    const fresh = level.filter((element) => isNew(element, done));
    found.push(...fresh);
    level = fresh.flatMap(({ content }) => content?.children ?? []);
  }
  return found;
}

function isNew({ content, key }: ElementModel, done: Map<ContentModel, Set<number>>): boolean {
  if (!content) return false;
  const keys = done.get(content);
  if (!keys) done.set(content, new Set([key]));
  else if (keys.has(key)) return false;
  else keys.add(key);
  return true;
}

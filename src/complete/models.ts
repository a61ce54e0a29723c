import {
  EVERY_VERSION,
  bodyModel,
  commandNamed,
  commandOfRoot,
  versionBit,
  type ElementModel,
  type VersionSet,
} from '../eas/index.ts';
import { activeSyncName } from './tag-facts.ts';
import type { OpenElement } from './open-elements.ts';
import type { TextQuestion } from './types.ts';

/** The versions that count: the one in force, or all. */
export function versionsInForce({ version }: Pick<TextQuestion, 'version'>): VersionSet {
  return (version === undefined ? 0 : versionBit(version)) || EVERY_VERSION;
}

/** The command whose body a text with this root is: the one that is known, or the one the root names. */
export function commandOf(question: TextQuestion, root: OpenElement | undefined): string | undefined {
  const known = question.command === undefined ? undefined : commandNamed(question.command)?.name;
  if (root?.key === undefined) return known;
  if (known !== undefined && bodyModel(known, question.side)?.key === root.key) return known;
  return commandOfRoot(activeSyncName(root.key))?.name ?? known;
}

/** The model of the root, where its content is known. */
export function rootModel(question: TextQuestion, root: OpenElement): ElementModel | undefined {
  const command = commandOf(question, root);
  const model = command === undefined ? undefined : bodyModel(command, question.side);
  return model?.key === root.key ? model : undefined;
}

/**
 * The model of the innermost of these elements, root first; `undefined` from the first one on that may not stand
 * where it does.
 */
export function modelAt(question: TextQuestion, path: readonly OpenElement[]): ElementModel | undefined {
  const [root, ...inner] = path;
  let model = root && rootModel(question, root);
  for (const { key } of inner) model = key === undefined ? undefined : model?.content?.byKey.get(key);
  return model;
}

/** An element and a parent that may hold it. */
export interface Home {
  parent: ElementModel;
  child: ElementModel;
}

/** Every place in a body where an element may stand in these versions, each parent once. @param key of the element */
export function homesOf(root: ElementModel, key: number, versions: VersionSet): Home[] {
  const homes: Home[] = [];
  const seen = new Set<unknown>(); // And holds And
  const waiting = [root];
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    const { content } = parent;
    if (!content || seen.has(content)) continue;
    seen.add(content);
    const child = content.byKey.get(key);
    if (child && child.versions & versions) homes.push({ parent, child });
    waiting.push(...content.children.filter((each) => each.content && each.versions & versions).reverse());
  }
  return homes;
}

import type { ContentModel, ElementModel, VersionSet } from '../eas/index.ts';
import type { Child } from './open-elements.ts';
import { pageOf } from './tag-facts.ts';

/** What already stands in an element, and where one more would. */
export interface Siblings {
  text: string;
  children: readonly Child[];
  /** Offset at which the new one would stand. */
  offset: number;
}

/** A child that may still stand at a place, in the order they are best offered. */
export interface LegalChild {
  model: ElementModel;
  /** It may not be missing, and is. */
  isMissing: boolean;
}

/**
 * The children that may be added to an element in some version of `versions`: not those that are there as often as
 * they may be, that exclude one which is there, that need another value beside them, or that belong to another
 * class of item. Those that follow what stands before come first, then the others, each in the order of the model.
 */
export function legalChildren(content: ContentModel, versions: VersionSet, siblings: Siblings): LegalChild[] {
  const counts = new Map<number, number>();
  for (const { key } of siblings.children) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  const has = ({ key }: ElementModel): boolean => counts.has(key);
  const itemClass = content.item ? classOfItem(siblings.children) : 0;
  const legal = content.children.filter((child) => {
    if (!(child.versions & versions) || (counts.get(child.key) ?? 0) >= child.max) return false;
    if (content.exclusive.some(([a, b]) => (a === child && has(b)) || (b === child && has(a)))) return false;
    const conditions = content.onlyWhen.filter((condition) => condition.child === child);
    if (conditions.length > 0 && !conditions.some(({ sibling, is }) => valuesOf(sibling, siblings).has(is)))
      return false;
    const own = CLASSES[pageOf(child.key)] ?? 0;
    return itemClass === 0 || own === 0 || own === itemClass;
  });
  const last = lastBefore(content, siblings);
  const offered = [
    ...legal.filter(({ index }) => index >= last),
    ...legal.filter(({ index }) => index < last),
  ];
  return offered.map((model) => ({
    model,
    isMissing: !has(model) && (model.requiredIn & versions) === (model.versions & versions),
  }));
}

/** Index in the model of the last child before the place; 0 where there is none. */
function lastBefore(content: ContentModel, { children, offset }: Siblings): number {
  const before = children.filter(({ key, start }) => key !== undefined && start < offset);
  return Math.max(
    0,
    ...before.map(({ key }) => content.byKey.get(key ?? -1)?.index ?? 0).slice(-LOOKED_BACK),
  );
}

/** Siblings that decide what comes next; more of them are of a list. */
const LOOKED_BACK = 50;

function valuesOf(sibling: ElementModel, { text, children }: Siblings): Set<string> {
  const same = children.filter(({ key }) => key === sibling.key);
  return new Set(same.map(({ end }) => text.slice(end, text.indexOf('<', end)).trim()));
}

/** The class of item that the properties of a code page make, as a small number; pages that any class uses have none. */
const CLASSES: Readonly<Record<number, number>> = {
  2: 1, // Email
  22: 1, // Email2
  4: 2, // Calendar
  1: 3, // Contacts
  12: 3, // Contacts2
  9: 4, // Tasks
  23: 5, // Notes
  19: 6, // DocumentLibrary
  16: 7, // GAL
};

function classOfItem(children: readonly Child[]): number {
  for (const { key } of children) {
    const found = key === undefined ? undefined : CLASSES[pageOf(key)];
    if (found !== undefined) return found;
  }
  return 0;
}

import { keyOf, type Vocabulary } from '../../doctypes/index.ts';
import type { ContentModel, ElementModel } from '../../eas/index.ts';
import { valueFault } from '../walk/value-fault.ts';
import { lookOf } from './likeness.ts';
import type { Shape } from './shape.ts';

/** What makes a name absurd for its place. */
export type Doubt =
  | 'no name'
  | 'foreign page'
  | 'elements in a value'
  | 'text in a container'
  | 'value'
  | 'foreign content'
  | 'root';

/** What a message says about its own names when it is read as it stands. */
export interface Doubts {
  of: ReadonlyMap<Shape, Doubt>;
  /** Shapes that stand where the model has them, and hold what they should. */
  fitting: ReadonlySet<Shape>;
  /** Right names in a wrong place: the same tag fits elsewhere, or is one of this page that belongs to another element. */
  misplaced: ReadonlySet<Shape>;
}

/** Compares the shapes of a message with a model. */
export function findDoubts(root: Shape, model: ElementModel, vocabulary: Vocabulary): Doubts {
  const of = new Map<Shape, Doubt>();
  const fitting = new Set<Shape>();
  const misplaced = new Set<Shape>();
  if (ownKey(root) !== model.key) of.set(root, 'root');
  const homes = contentsOf(model);
  const left: [Shape, ElementModel][] = [[root, model]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [parent, element] = next;
    for (const child of parent.children) {
      const place = element.content?.byKey.get(ownKey(child));
      const doubt = doubtOf(child, place, element, vocabulary, homes);
      if (doubt) of.set(child, doubt);
      else if (!place) misplaced.add(child);
      else {
        fitting.add(child);
        if (child.holdsElements) left.push([child, place]);
      }
    }
  }
  return { of, fitting, misplaced };
}

export const ownKey = ({ page, code }: Shape): number => keyOf(page, code);

function doubtOf(
  shape: Shape,
  place: ElementModel | undefined,
  parent: ElementModel,
  vocabulary: Vocabulary,
  homes: Homes,
): Doubt | undefined {
  const tag = vocabulary.tag(shape.page, shape.code);
  if (!tag) return 'no name';
  if (place) {
    if (shape.holdsElements) return place.content ? undefined : 'elements in a value';
    if (place.content) {
      if (shape.texts.some((text) => text !== '')) return 'text in a container';
      const isTwo = shape.parent?.children.some((other) => other !== shape && ownKey(other) === place.key);
      return isTwo && place.max === 1 ? 'value' : undefined;
    }
    return shape.texts.some((text) => isAbsurd(text, place)) ? 'value' : undefined;
  }
  if (shape.holdsElements && tag.type !== undefined && tag.type !== 'container') return 'elements in a value';
  if (!shape.holdsElements && tag.type === 'container' && shape.texts.some((text) => text !== '')) {
    return 'text in a container';
  }
  if (tag.type === 'integer' && shape.texts.every((text) => text === '') && !shape.holdsElements)
    return 'value';
  if (shape.holdsElements && !holdsItsOwn(shape, homes)) return 'foreign content';
  const isHome = parent.content?.children.some((child) => child.key >> 8 === shape.page) ?? false;
  return isHome ? undefined : 'foreign page';
}

/** True where a text is of another type than its element, not only out of its bounds. */
function isAbsurd(text: string, element: ElementModel): boolean {
  if (text === '') return false;
  if (element.value.kind === 'empty') return true;
  const fault = valueFault(element.value, text);
  if (fault === 'not-a-number' || fault === 'not-a-date' || fault === 'not-a-boolean') return true;
  return lookOf(text) === 'date' && /^(MessageClass|From|To|Cc|DisplayTo|ReplyTo)$/.test(element.name);
}

/** What each container of a command may hold, wherever it stands. */
type Homes = ReadonlyMap<number, readonly ContentModel[]>;

function contentsOf(root: ElementModel): Homes {
  const homes = new Map<number, ContentModel[]>();
  const done = new Set<ContentModel>();
  const left = [root];
  for (let element = left.pop(); element; element = left.pop()) {
    const { content, key } = element;
    if (!content) continue;
    homes.set(key, [...(homes.get(key) ?? []), content]);
    if (!done.has(content)) left.push(...content.children);
    done.add(content);
  }
  return homes;
}

/** True where at least half of the children are ones that the element holds somewhere, or where nobody knows. */
function holdsItsOwn(shape: Shape, homes: Homes): boolean {
  const contents = homes.get(ownKey(shape));
  if (!contents) return true;
  const own = shape.children.filter((child) => contents.some(({ byKey }) => byKey.has(ownKey(child))));
  return own.length * 2 >= shape.children.length;
}

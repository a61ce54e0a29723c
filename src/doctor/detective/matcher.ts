import { keyOf } from '../../doctypes/index.ts';
import type { ContentModel, ElementModel } from '../../eas/index.ts';
import { bestAssignment } from './assign.ts';
import type { Doubts } from './doubts.ts';
import { ownKey } from './doubts.ts';
import type { KnownReading } from './known-tables.ts';
import { likeness } from './likeness.ts';
import { improve } from './order.ts';
import type { Shape } from './shape.ts';

/** What a first reading took a tag for, and where. */
export interface Vote {
  shape: Shape;
  element: ElementModel;
}

/** To which page, and by how much a code grew. */
export interface Move {
  page: number;
  by: number;
}

/** What each shape is read as; a shape that is left as it stands, with all in it, is missing. */
export type Naming = Map<Shape, ElementModel>;

export interface MatchFacts {
  doubts: Doubts;
  known: ReadonlyMap<number, readonly KnownReading[]>;
  /** What a first reading took a tag for elsewhere in the message. */
  votes: ReadonlyMap<number, readonly Vote[]>;
  /** For each page of the bytes how most of its codes were moved in a first reading. */
  moves: ReadonlyMap<number, Move>;
  /** The vocabulary's name of a tag, where it has one. */
  nameOf: (key: number) => string | undefined;
}

const WRONG = -4;
/** Gain of an element that stays where the model has no place for it. */
const ODD = -3;
const MISPLACED = -0.5;
/** What an element that may not be missing gains by being there, and costs by not. */
const REQUIRED = 1.5;
/** A value below this is of another type: no place makes up for it. */
const ABSURD = -2.5;
/** Gain of a tag that is out of place here but was named by its place elsewhere. */
const VOTED = 1.2;
/** What keeps a tag that fits. */
const LOCKED = 5;
/** Of two names that fit alike the one the model lists first. */
const TIE = 0.002;
/** What nearly every item or list has. */
const USUAL: ReadonlySet<string> = new Set([
  ...[
    'Add',
    'From',
    'To',
    'Subject',
    'DateReceived',
    'Read',
    'MessageClass',
    'Body',
    'Data',
    'Type',
    'Truncated',
  ],
  ...['DisplayName', 'StartTime', 'EndTime', 'FirstName', 'LastName'],
]);
const NEVER = -50;

/**
 * Finds the names under which the elements of a message fit a content model best. Each way to read an element has a
 * gain: what its place, its children and its values say for it, and less the further it is from what the bytes say.
 */
export class Matcher {
  /** Comparisons of a shape with an element so far. */
  steps = 0;
  private readonly facts: MatchFacts;
  private readonly limit: number;
  private readonly known = new Map<ContentModel, Map<number, Fit>>();

  /** @param limit comparisons at most; beyond, nothing fits any more */
  constructor(facts: MatchFacts, limit: number) {
    this.facts = facts;
    this.limit = limit;
  }

  get isSpent(): boolean {
    return this.steps > this.limit;
  }

  /** Gain of reading a shape as an element, what is in it included. */
  gain(shape: Shape, element: ElementModel): number {
    this.steps++;
    if (this.isSpent) return NEVER;
    const inside = this.inside(shape, element);
    if (!shape.holdsElements && inside <= ABSURD && element.key !== ownKey(shape)) return NEVER;
    const surplus = shape.most > element.max ? WRONG : 0;
    return surplus + this.prior(shape, element) + inside;
  }

  /** Names a shape and what is in it, in order. */
  name(shape: Shape, element: ElementModel, into: Naming): void {
    into.set(shape, element);
    if (!shape.holdsElements || !element.content) return;
    const { columns, gains } = this.fit(shape, element.content);
    const { content } = element;
    const better = improve(shape.children, content, columns, gains);
    shape.children.forEach((child, i) => {
      const taken = content.children[better[i] ?? -1];
      const stray = taken ? undefined : this.strayFor(child, content);
      if (taken) this.name(child, taken, into);
      else if (stray) into.set(child, stray);
    });
  }

  private inside(shape: Shape, element: ElementModel): number {
    if (shape.holdsElements) return element.content ? this.fit(shape, element.content).gain : WRONG;
    const all = shape.texts.map((text) => likeness(text, element));
    if (all.length === 0) return 0;
    const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
    const least = element.content && element.content.required.length > 0 ? -2 : 0;
    return Math.min(...all) <= WRONG ? Math.min(mean, -2) + least : mean + least;
  }

  /** How near a name is to what the bytes say: the same tag, the same code or the same name on another page. */
  private prior(shape: Shape, { key, name }: ElementModel): number {
    const own = ownKey(shape);
    const isName = this.facts.nameOf(own) === name;
    const isCode = (key & 0xff) === shape.code;
    let prior = key === own ? 0 : key >> 8 === shape.page ? 0 : isName ? 1.2 : isCode ? 0.2 : -0.7;
    if (this.facts.known.get(own)?.some((reading) => reading.key === key && isUsed(reading.table, shape))) {
      prior += 2.5;
    }
    if (this.voteFor(shape)?.key === key) prior += 1;
    const move = this.facts.moves.get(shape.page);
    if (move && move.page === key >> 8 && move.by === (key & 0xff) - shape.code) prior += 1;
    return USUAL.has(name) ? prior + 0.3 : prior;
  }

  /** What the tag was taken for at another place of the message. */
  private voteFor(shape: Shape): ElementModel | undefined {
    return this.facts.votes.get(symbolOf(shape))?.find((vote) => vote.shape !== shape)?.element;
  }

  /** True where a shape's own name says little: it is absurd, or its neighbours' names are. */
  private isFree(shape: Shape): boolean {
    const { doubts } = this.facts;
    return !(doubts.fitting.has(shape) || doubts.misplaced.has(shape)) || isNearDoubt(shape, doubts);
  }

  private fit(shape: Shape, content: ContentModel): Fit {
    let ofContent = this.known.get(content);
    if (!ofContent) this.known.set(content, (ofContent = new Map<number, Fit>()));
    let fit = ofContent.get(shape.id);
    if (!fit) ofContent.set(shape.id, (fit = this.makeFit(shape, content)));
    return fit;
  }

  private makeFit(shape: Shape, content: ContentModel): Fit {
    const gains = shape.children.map((child) => this.row(child, content));
    const alone = shape.children.map((child) => this.alone(child, content));
    const columns = bestAssignment(gains, alone);
    let gain = -REQUIRED * content.required.length;
    columns.forEach((column, i) => (gain += column < 0 ? (alone[i] ?? 0) : (gains[i]?.[column] ?? 0)));
    return { gain, columns, gains };
  }

  private row(child: Shape, content: ContentModel): number[] {
    const { doubts } = this.facts;
    const isFree = this.isFree(child);
    const stays = !isFree && doubts.misplaced.has(child);
    const own = ownKey(child);
    const trust = isFree ? this.trust(child, content) : LOCKED;
    return content.children.map((element) => {
      if (stays || (!isFree && element.key !== own)) return NEVER;
      const gain = this.gain(child, element) + (element.min > 0 ? REQUIRED : 0) - element.index * TIE;
      return element.key === own ? gain + trust : gain;
    });
  }

  /** What its own name is worth to a tag: the more of its neighbours on the same page are right, the more. */
  private trust(child: Shape, content: ContentModel): number {
    const near = child.parent?.children.filter(({ page }) => page === child.page) ?? [];
    const right = near.filter((shape) => {
      const element = content.byKey.get(ownKey(shape));
      return element && this.inside(shape, element) >= 0;
    });
    // Of two wrong tags one is seldom right by chance where something must stand.
    const isDue = (content.byKey.get(ownKey(child))?.min ?? 0) > 0 && right.length * 2 >= near.length;
    return 0.3 + (1.2 * right.length) / Math.max(1, near.length) + (isDue ? 1 : 0);
  }

  /** Gain of a child that the model has no place for. */
  private alone(child: Shape, content: ContentModel): number {
    if (!this.isFree(child)) return MISPLACED;
    return this.strayFor(child, content) ? VOTED : ODD;
  }

  /** The element a value was taken for elsewhere, where this content has no place for it at all. */
  private strayFor(child: Shape, content: ContentModel): ElementModel | undefined {
    const vote = this.isFree(child) && !child.holdsElements ? this.voteFor(child) : undefined;
    return vote && !content.byKey.has(vote.key) ? vote : undefined;
  }
}

interface Fit {
  gain: number;
  columns: number[];
  gains: number[][];
}

/** A tag, and whether it holds elements, as one number. */
export const symbolOf = (shape: Shape): number =>
  keyOf(shape.page, shape.code) * 2 + Number(shape.holdsElements);

/** True where one in three of the siblings on the same page is out of place, and one of them absurd. */
function isNearDoubt(shape: Shape, { of, misplaced }: Doubts): boolean {
  const near = shape.parent?.children.filter(({ page }) => page === shape.page) ?? [];
  if (!near.some((other) => of.has(other))) return false;
  return near.filter((other) => of.has(other) || misplaced.has(other)).length * 3 >= near.length;
}

/** True where a known table is in use: it has most of the tags on its page, three at least. */
function isUsed({ page, codes }: KnownReading['table'], { parent }: Shape): boolean {
  const near = parent?.children.filter((shape) => shape.page === page) ?? [];
  const known = near.filter((shape) => codes.some(([code]) => code === shape.code));
  return known.length >= 3 && known.length * 2 > near.length;
}

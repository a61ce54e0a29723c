import { EVERY_VERSION, type ContentModel, type ElementModel, type VersionSet } from '../../eas/index.ts';
import type { Container } from './fault.ts';

/** The first child that came too late. */
export interface Late {
  token: number;
  element: ElementModel;
  after: ElementModel;
}

/** Room is made for so many children at once: the next element at the same depth has some, too. */
const LEAST_WIDTH = 12;
/** More children of one kind than this are counted as so many. */
const MOST_COUNTED = 1 << 20;
const NO_COUNTS: number[] = [];

/** One open element; reused for every element at its depth. */
export class Frame {
  token = -1;
  element!: ElementModel;
  /** The protocol versions in which it may stand where it stands. */
  within: VersionSet = EVERY_VERSION;
  childSeen = false;
  textSeen = false;
  opaqueSeen = false;
  /** The first string without a character where none may stand; −1 where there is none. */
  emptyString = -1;
  /** Highest index of a child so far, and the first that came after a higher one. */
  highest = -1;
  late: Late | undefined;
  /** The same for a further order: the highest place in it so far, and whether that was broken. */
  highestAlternate = -1;
  alternateBroken = false;
  itemClass = 0;
  mixed = false;
  /** Tokens of the value: the first, and how many. */
  firstText = -1;
  texts = 0;
  /** How many children its counts have room for. */
  private width = 0;
  // For each child its count above the element's floor, which lies above all counts of the elements before it at this
  // depth: so nothing has to be cleared for the next one.
  private counts = NO_COUNTS; // short: an array is made faster than a typed one
  private floor = 0;

  open(token: number, element: ElementModel, within: VersionSet): void {
    const width = element.content?.children.length ?? 0;
    if (width > this.width) this.widen(width);
    this.token = token;
    this.element = element;
    this.within = within;
    this.childSeen = this.textSeen = this.opaqueSeen = this.mixed = this.alternateBroken = false;
    this.highest = this.highestAlternate = -1;
    this.late = undefined;
    this.itemClass = 0;
    this.firstText = this.emptyString = -1;
    this.texts = 0;
    this.floor += MOST_COUNTED;
  }

  /** How often this child was seen in the element. */
  count({ index }: ElementModel): number {
    return Math.max(0, (this.counts[index] as number) - this.floor);
  }

  /** Counts one more of this child. @returns how many it makes */
  countOne(child: ElementModel): number {
    const count = Math.min(this.count(child) + 1, MOST_COUNTED - 1);
    this.counts[child.index] = this.floor + count;
    return count;
  }

  container(content: ContentModel): Container {
    return { token: this.token, element: this.element, content };
  }

  private widen(width: number): void {
    this.width = Math.max(width, LEAST_WIDTH);
    this.counts = new Array<number>(this.width).fill(0);
  }
}

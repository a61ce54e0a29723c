import { EVERY_VERSION, type ContentModel, type ElementModel, type VersionSet } from '../../eas/index.ts';
import type { Container } from './fault.ts';

/** The first child that came too late. */
export interface Late {
  token: number;
  element: ElementModel;
  after: ElementModel;
}

/** One open element; reused for every element at its depth. */
export class Frame {
  token = -1;
  element!: ElementModel;
  /** The protocol versions in which it may stand where it stands. */
  within: VersionSet = EVERY_VERSION;
  childSeen = false;
  textSeen = false;
  opaqueSeen = false;
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
  readonly width: number;
  // For each child its count and, `width` further on, its round. A count is right where that is the element's: so
  // that nothing has to be cleared for the next element.
  private readonly counts: number[]; // short: an array is made faster than a typed one
  private round = 0;

  constructor(width: number) {
    this.width = width;
    this.counts = new Array<number>(2 * width).fill(0);
  }

  open(token: number, element: ElementModel, within: VersionSet): void {
    this.token = token;
    this.element = element;
    this.within = within;
    this.childSeen = this.textSeen = this.opaqueSeen = this.mixed = this.alternateBroken = false;
    this.highest = this.highestAlternate = -1;
    this.late = undefined;
    this.itemClass = 0;
    this.firstText = -1;
    this.texts = 0;
    this.round++;
  }

  /** How often this child was seen in the element. */
  count({ index }: ElementModel): number {
    return this.counts[this.width + index] === this.round ? (this.counts[index] as number) : 0;
  }

  /** Counts one more of this child. @returns how many it makes */
  countOne(child: ElementModel): number {
    const count = this.count(child) + 1;
    this.counts[child.index] = count;
    this.counts[this.width + child.index] = this.round;
    return count;
  }

  container(content: ContentModel): Container {
    return { token: this.token, element: this.element, content };
  }
}

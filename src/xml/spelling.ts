/** Spellings in a row that are joined, at most. */
const LONGEST_ROW = 8;
/** How many are made of others for one vocabulary, at most: no message shall fill memory with them. */
const MOST_JOINED = 1 << 12;
/** How often strangers have to come before one takes the place of what came second. */
const PATIENCE = 16;

/** What the spellings of one vocabulary share. */
export class Joinery {
  left = MOST_JOINED;
}

/**
 * What is printed between two strings over and over: a tag with the layout before it, or several in a row. What came
 * behind it before mostly comes again, so the two are joined once and for all; a text of fewer pieces is sooner made.
 */
export class Spelling {
  readonly text: string;
  private readonly joinery: Joinery | undefined;
  private readonly row: number;
  private first: Spelling | undefined;
  private withFirst: Spelling | undefined;
  private second: Spelling | undefined;
  private withSecond: Spelling | undefined;
  private strangers = 0;

  /** @param joinery absent for one that is printed hardly ever: it is joined to none */
  constructor(text: string, joinery?: Joinery, row = 1) {
    this.text = text;
    this.joinery = joinery;
    this.row = row;
  }

  /** This one with `next` behind it; `undefined` where two others come behind it more often. */
  before(next: Spelling): Spelling | undefined {
    if (this.first === next) return this.withFirst;
    return this.second === next ? this.withSecond : this.beforeStranger(next);
  }

  private beforeStranger(next: Spelling): Spelling | undefined {
    const { joinery, row } = this;
    if (row === LONGEST_ROW || !joinery || joinery !== next.joinery || joinery.left === 0) return undefined;
    if (!this.first) {
      this.first = next;
      return (this.withFirst = this.join(next, joinery));
    }
    if (this.second && ++this.strangers < PATIENCE) return undefined;
    this.strangers = 0;
    this.second = next;
    return (this.withSecond = this.join(next, joinery));
  }

  private join(next: Spelling, joinery: Joinery): Spelling {
    joinery.left--;
    return new Spelling([this.text, next.text].join(''), joinery, this.row + 1); // flat, unlike a sum
  }
}

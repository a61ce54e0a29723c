/** Spellings in a row that are joined, at most. */
const LONGEST_ROW = 8;
/** How many spellings are made of others for one vocabulary, at most: what was sent to flood it shall not fill memory. */
const MOST_JOINED = 1 << 12;

/** What the spellings of one vocabulary share: how many may still be made of them. */
export class Joinery {
  left = MOST_JOINED;
}

/**
 * What is printed between two strings over and over: a tag with the layout before it, or several in a row. What came
 * behind it once mostly comes again, so the two are joined once and for all; a text of fewer pieces is sooner made.
 */
export class Spelling {
  readonly text: string;
  private readonly joinery: Joinery | undefined;
  private readonly row: number;
  private follower: Spelling | undefined;
  private joined: Spelling | undefined;

  /** @param joinery absent for one that no other is joined to, as it is not printed over and over */
  constructor(text: string, joinery?: Joinery, row = 1) {
    this.text = text;
    this.joinery = joinery;
    this.row = row;
  }

  /** This one with `next` behind it; `undefined` where something else came behind it first. */
  before(next: Spelling): Spelling | undefined {
    if (this.follower === next) return this.joined;
    return this.follower === undefined ? this.join(next) : undefined;
  }

  private join(next: Spelling): Spelling | undefined {
    const { joinery, row } = this;
    if (row === LONGEST_ROW || !joinery || joinery !== next.joinery || joinery.left === 0) return undefined;
    joinery.left--;
    this.follower = next;
    return (this.joined = new Spelling([this.text, next.text].join(''), joinery, row + 1)); // flat, unlike a sum
  }
}

import type { ByteWriter } from '../bytes/index.ts';
import type { ValueCodec } from '../doctypes/index.ts';
import type { Stored } from '../wbxml/index.ts';
import { OpenElements } from './open-elements.ts';
import type { TextContext } from './plain.ts';
import type { TextProblems } from './problems.ts';
import type { RowKind, Rows } from './rows.ts';

/** Where content that is being read goes to, and what is in force there: bytes, rows, problems. */
export class ContentTarget {
  readonly text: string;
  readonly context: TextContext & { whiteIsText: boolean };
  readonly out: ByteWriter;
  readonly rows: Rows | undefined;
  readonly problems: TextProblems;
  tagPage = 0;
  attributePage = 0;
  /** Set once a `rest` or `end` mark stood: nothing more becomes bytes. */
  finished = false;
  readonly open = new OpenElements();
  /** Row of the innermost open element, −1 at the top. */
  parent: number;
  /** How the vocabulary sends that element's text, where it has a form of its own. */
  codec: ValueCodec | undefined;
  /** Index that the first row has. */
  readonly rowBase: number;
  /** True where the content of an element is read, and not a whole text. */
  readonly isFragment: boolean;
  /** A `literal` mark that waits for its tag. */
  literal: { number: Stored; from: number; to: number; byteStart: number } | undefined;
  /** Bytes of the last token of the last run of text; only behind it may an `end` mark stand. */
  lastRun = { start: 0, end: -1 };

  constructor(
    text: string,
    context: TextContext & { whiteIsText: boolean },
    out: ByteWriter,
    rows: Rows | undefined,
    problems: TextProblems,
    parent: number,
    rowBase: number,
  ) {
    this.text = text;
    this.context = context;
    this.out = out;
    this.rows = rows;
    this.problems = problems;
    this.parent = parent;
    this.rowBase = rowBase;
    this.isFragment = parent >= 0;
  }

  get inside(): boolean {
    return this.open.length > 0 || this.isFragment;
  }

  row(kind: RowKind, from: number, to: number, byteStart: number, parent = this.parent): number {
    const index = this.rows?.add(kind, from, to, byteStart, this.out.length, parent) ?? 0;
    return index + this.rowBase;
  }

  setPages(row: number, tagPage: number, attributePage: number): void {
    this.rows?.setPages(row - this.rowBase, tagPage, attributePage);
  }

  /** True, with a problem, where the bytes have ended and nothing may follow. */
  isOver(from: number, to: number): boolean {
    if (!this.finished) return false;
    const found = this.text.slice(from, Math.min(to, from + 20));
    this.problems.error('after-end', from, to, 'nothing but end tags after a rest or end mark', found);
    return true;
  }

  checkLiteral(): void {
    const { literal } = this;
    if (!literal) return;
    this.problems.error(
      'bad-mark',
      literal.from,
      literal.to,
      'a start tag after a literal mark',
      'something else',
    );
    this.literal = undefined;
  }
}

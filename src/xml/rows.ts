/** Kinds of rows of an XML map. */
export const ROW = {
  open: 1,
  empty: 2,
  close: 3,
  /** A run of text: one string (or, beside variables, several tokens). */
  text: 4,
  /** CDATA or another spelling of one OPAQUE. */
  opaque: 5,
  /** A mark that stands for tokens of its own. */
  mark: 6,
  /** A mark of the header, or a `string` line. */
  header: 7,
} as const;

export type RowKind = (typeof ROW)[keyof typeof ROW];

const COLUMNS = ['textStart', 'textEnd', 'byteStart', 'byteEnd', 'parent', 'mate'] as const;
type Column = (typeof COLUMNS)[number];

const ARRAYS = ['kinds', 'pages', 'attributePages', ...COLUMNS] as const;

/** Rows as plain data, which can be sent between threads: an array a column. */
export type RowColumns = Pick<Rows, (typeof ARRAYS)[number]>;

/**
 * What a text became, item by item, as typed arrays: a row has a span of the text (UTF-16 units) and the
 * span of bytes it stands for. Rows are in order of both. Layout, comments and declarations have no row.
 */
export class Rows {
  length = 0;
  kinds: Uint8Array;
  /** Tag page and attribute page in force before the row. */
  pages: Uint8Array;
  attributePages: Uint8Array;
  textStart: Int32Array;
  textEnd: Int32Array;
  byteStart: Int32Array;
  byteEnd: Int32Array;
  /** Row of the open tag it stands in, −1 at the top. A close row's parent is its own open row. */
  parent: Int32Array;
  /** Of an open row the row of its end tag, else −1. */
  mate: Int32Array;
  private capacity: number;

  constructor(capacity = 64) {
    this.capacity = capacity;
    this.kinds = new Uint8Array(capacity);
    this.pages = new Uint8Array(capacity);
    this.attributePages = new Uint8Array(capacity);
    this.textStart = new Int32Array(capacity);
    this.textEnd = new Int32Array(capacity);
    this.byteStart = new Int32Array(capacity);
    this.byteEnd = new Int32Array(capacity);
    this.parent = new Int32Array(capacity);
    this.mate = new Int32Array(capacity);
  }

  /** Rows whose columns are these, which they take over. */
  static of(columns: RowColumns): Rows {
    const rows = new Rows(0);
    rows.take(columns);
    rows.length = rows.capacity = columns.kinds.length;
    return rows;
  }

  /** The columns, just as long as there are rows. */
  get columns(): RowColumns {
    const { length } = this;
    return {
      kinds: this.kinds.slice(0, length),
      pages: this.pages.slice(0, length),
      attributePages: this.attributePages.slice(0, length),
      textStart: this.textStart.slice(0, length),
      textEnd: this.textEnd.slice(0, length),
      byteStart: this.byteStart.slice(0, length),
      byteEnd: this.byteEnd.slice(0, length),
      parent: this.parent.slice(0, length),
      mate: this.mate.slice(0, length),
    };
  }

  /** Adds a row and returns its index. */
  add(
    kind: RowKind,
    textStart: number,
    textEnd: number,
    byteStart: number,
    byteEnd: number,
    parent: number,
  ): number {
    if (this.length === this.capacity) this.resize(Math.max(64, this.capacity * 2));
    const i = this.length++;
    this.kinds[i] = kind;
    this.textStart[i] = textStart;
    this.textEnd[i] = textEnd;
    this.byteStart[i] = byteStart;
    this.byteEnd[i] = byteEnd;
    this.parent[i] = parent;
    this.mate[i] = -1;
    return i;
  }

  setPages(i: number, tagPage: number, attributePage: number): void {
    this.pages[i] = tagPage;
    this.attributePages[i] = attributePage;
  }

  get(column: Column, i: number): number {
    return this[column][i] as number;
  }

  kind(i: number): RowKind {
    return this.kinds[i] as RowKind;
  }

  /** Index of the last row that starts at or before `offset` by text or byte; −1 where there is none. */
  lastAt(column: 'textStart' | 'byteStart', offset: number): number {
    const values = this[column];
    let low = -1;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((values[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * The rows with those from `from` to `to` replaced, everything behind shifted.
   * @param insert rows whose offsets and parents already fit
   */
  splice(from: number, to: number, insert: Rows, textDelta: number, byteDelta: number): Rows {
    const shift = insert.length - (to - from);
    const result = new Rows(Math.max(64, this.length + shift));
    result.length = this.length + shift;
    for (const name of ARRAYS) {
      result[name].set(this[name].subarray(0, from));
      result[name].set(insert[name].subarray(0, insert.length), from);
      result[name].set(this[name].subarray(to, this.length), from + insert.length);
    }
    for (let i = 0; i < from; i++) {
      if (result.get('mate', i) >= to) result.mate[i] = result.get('mate', i) + shift;
    }
    for (let i = from + insert.length; i < result.length; i++) {
      result.textStart[i] = result.get('textStart', i) + textDelta;
      result.textEnd[i] = result.get('textEnd', i) + textDelta;
      result.byteStart[i] = result.get('byteStart', i) + byteDelta;
      result.byteEnd[i] = result.get('byteEnd', i) + byteDelta;
      if (result.get('parent', i) >= to) result.parent[i] = result.get('parent', i) + shift;
      if (result.get('mate', i) >= to) result.mate[i] = result.get('mate', i) + shift;
    }
    return result;
  }

  /** Moves every row: its text by `textDelta`, its bytes by `byteDelta`. */
  move(textDelta: number, byteDelta: number): void {
    for (let i = 0; i < this.length; i++) {
      this.textStart[i] = this.get('textStart', i) + textDelta;
      this.textEnd[i] = this.get('textEnd', i) + textDelta;
      this.byteStart[i] = this.get('byteStart', i) + byteDelta;
      this.byteEnd[i] = this.get('byteEnd', i) + byteDelta;
    }
  }

  private resize(capacity: number): void {
    const grown = new Rows(capacity);
    for (const name of ARRAYS) grown[name].set(this[name]);
    this.capacity = capacity;
    this.take(grown);
  }

  private take(columns: RowColumns): void {
    this.kinds = columns.kinds;
    this.pages = columns.pages;
    this.attributePages = columns.attributePages;
    this.textStart = columns.textStart;
    this.textEnd = columns.textEnd;
    this.byteStart = columns.byteStart;
    this.byteEnd = columns.byteEnd;
    this.parent = columns.parent;
    this.mate = columns.mate;
  }
}

import type { TextContext } from './plain.ts';
import { ROW, type Rows } from './rows.ts';
import { runOffsets } from './run-offsets.ts';

/** Half-open; UTF-16 units on the side of the text, bytes on the other. */
export interface Span {
  start: number;
  end: number;
}

/** Which part of an XML text stands for which bytes, both ways. Exact to the byte inside strings. */
export class XmlMap {
  readonly text: string;
  readonly rows: Rows;
  readonly context: TextContext & { whiteIsText: boolean };

  constructor(text: string, rows: Rows, context: TextContext & { whiteIsText: boolean }) {
    this.text = text;
    this.rows = rows;
    this.context = context;
  }

  /** The bytes that the text from `start` to `end` stands for; `undefined` where it is layout or a comment. */
  toBytes(start: number, end: number): Span | undefined {
    const { rows } = this;
    const last = Math.max(start, end - 1);
    let low: number | undefined;
    let high = 0;
    for (let i = Math.max(0, rows.lastAt('textStart', start)); i < rows.length; i++) {
      if (rows.get('textStart', i) > last) break;
      if (rows.get('textEnd', i) <= start) continue;
      const bytes = this.rowBytes(
        i,
        Math.max(start, rows.get('textStart', i)),
        Math.min(end, rows.get('textEnd', i)),
      );
      low ??= bytes.start;
      high = Math.max(high, bytes.end);
    }
    return low === undefined ? undefined : { start: low, end: high };
  }

  /** The text that stands for the bytes from `start` to `end`; `undefined` outside the message. */
  toText(start: number, end: number): Span | undefined {
    const { rows } = this;
    const last = Math.max(start, end - 1);
    let low: number | undefined;
    let high = 0;
    for (let i = Math.max(0, this.firstWith(start)); i < rows.length; i++) {
      if (rows.get('byteStart', i) > last) break;
      if (rows.get('byteEnd', i) <= start) continue;
      const text = this.rowText(
        i,
        Math.max(start, rows.get('byteStart', i)),
        Math.min(end, rows.get('byteEnd', i)),
      );
      low ??= text.start;
      high = Math.max(high, text.end);
    }
    return low === undefined ? undefined : { start: low, end: high };
  }

  /** First row that may hold the byte at `offset`: several rows may start there, all but the last empty. */
  private firstWith(offset: number): number {
    const { rows } = this;
    let i = rows.lastAt('byteStart', offset);
    while (i > 0 && rows.get('byteEnd', i) <= offset && rows.get('byteStart', i) === offset) i--;
    return i;
  }

  private rowBytes(i: number, start: number, end: number): Span {
    const { rows } = this;
    const whole = { start: rows.get('byteStart', i), end: rows.get('byteEnd', i) };
    const isAll = start === rows.get('textStart', i) && end >= rows.get('textEnd', i);
    const kind = rows.kind(i);
    if ((kind !== ROW.text && kind !== ROW.opaque) || (isAll && end > start)) return whole;
    const offsets = runOffsets(this.text, rows, i, this.context);
    return offsets ? offsets.bytesOf(start, Math.max(end, start)) : whole;
  }

  private rowText(i: number, start: number, end: number): Span {
    const { rows } = this;
    const whole = { start: rows.get('textStart', i), end: rows.get('textEnd', i) };
    const isAll = start === rows.get('byteStart', i) && end >= rows.get('byteEnd', i);
    const kind = rows.kind(i);
    if ((kind !== ROW.text && kind !== ROW.opaque) || isAll) return whole;
    return runOffsets(this.text, rows, i, this.context)?.textOf(start, end) ?? whole;
  }
}

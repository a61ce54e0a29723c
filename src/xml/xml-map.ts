import type { TextContext } from './plain.ts';
import { ROW, type Rows } from './rows.ts';
import { runOffsets, type RunOffsets } from './run-offsets.ts';

/** Half-open; UTF-16 units on the side of the text, bytes on the other. */
export interface Span {
  start: number;
  end: number;
}

/** A part of a text, and where it stands there. */
export interface TextPart {
  text: string;
  from: number;
}

/** Which part of an XML text stands for which bytes, both ways. Exact to the byte inside strings. */
export class XmlMap {
  readonly text: string;
  readonly rows: Rows;
  readonly context: TextContext & { whiteIsText: boolean };
  /** A part of the text, put together already: the whole of a long one may not be yet. */
  private readonly near: TextPart | undefined;
  /** The run asked about last: a pointer moves within one, and walking over a long one takes a while. */
  private lastRun: { row: number; offsets: RunOffsets | undefined } | undefined;

  constructor(text: string, rows: Rows, context: TextContext & { whiteIsText: boolean }, near?: TextPart) {
    this.text = text;
    this.near = near;
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
    const found = this.runOffsets(i)?.bytesOf(start, Math.max(end, start));
    // Markup of a run, such as the brackets of CDATA, stands for the whole of it.
    return found === undefined || (end > start && found.end === found.start) ? whole : found;
  }

  private rowText(i: number, start: number, end: number): Span {
    const { rows } = this;
    const whole = { start: rows.get('textStart', i), end: rows.get('textEnd', i) };
    const isAll = start === rows.get('byteStart', i) && end >= rows.get('byteEnd', i);
    const kind = rows.kind(i);
    if ((kind !== ROW.text && kind !== ROW.opaque) || isAll) return whole;
    const found = this.runOffsets(i)?.textOf(start, end);
    // So do the token, the length and the terminator.
    return found === undefined || found.end === found.start ? whole : found;
  }

  private runOffsets(row: number): RunOffsets | undefined {
    if (this.lastRun?.row !== row) {
      this.lastRun = { row, offsets: runOffsets(this.textOf(row), this.rows, row, this.context) };
    }
    return this.lastRun.offsets;
  }

  private textOf(row: number): string {
    const [start, end] = [this.rows.get('textStart', row), this.rows.get('textEnd', row)];
    const { near } = this;
    const isNear = near !== undefined && start >= near.from && end <= near.from + near.text.length;
    return isNear ? near.text.slice(start - near.from, end - near.from) : this.text.slice(start, end);
  }
}

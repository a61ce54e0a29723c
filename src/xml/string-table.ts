import { sameBytes } from '../bytes/index.ts';
import { FALLBACK, stringEnd, type Charset, type Header } from '../wbxml/index.ts';
import { hasForbidden } from './characters.ts';

/** One string of a table: where it begins, and its text where the charset gives it back exactly. */
interface Entry {
  offset: number;
  text: string | undefined;
}

/**
 * The string table as the plain choice sees it: a text that equals a whole string stands for a reference to
 * its first copy.
 */
export class StringTable {
  readonly bytes: Uint8Array;
  private readonly encoding: Charset;
  private readonly first = new Map<string, number>();
  private readonly texts = new Map<number, string>();

  constructor(bytes: Uint8Array, encoding: Charset) {
    this.bytes = bytes;
    this.encoding = encoding;
    for (const { offset, text } of this.entries()) {
      if (text === undefined || text === '') continue;
      this.texts.set(offset, text);
      if (!this.first.has(text)) this.first.set(text, offset);
    }
  }

  static of(bytes: Uint8Array, header: Header): StringTable {
    if (header.tableStart === header.tableEnd) return NO_TABLE;
    return new StringTable(bytes.subarray(header.tableStart, header.tableEnd), header.encoding);
  }

  get isEmpty(): boolean {
    return this.first.size === 0;
  }

  /** Offset of the first whole, terminated, non-empty string with that text, or `undefined`. */
  plainOffset(text: string): number | undefined {
    return this.first.get(text);
  }

  /** The text that stands for a reference to `offset`, where a plain text can: else `undefined`. */
  plainText(offset: number): string | undefined {
    const text = this.texts.get(offset);
    return text !== undefined && this.first.get(text) === offset ? text : undefined;
  }

  /** The strings with their spans within the table, terminators not included. */
  *spans(): Generator<{ start: number; end: number; terminated: boolean }> {
    const { bytes, encoding } = this;
    for (let at = 0; at < bytes.length;) {
      const past = stringEnd(bytes, at, bytes.length, encoding.unit);
      if (past < 0) {
        yield { start: at, end: bytes.length, terminated: false };
        return;
      }
      yield { start: at, end: past - encoding.unit, terminated: true };
      at = past;
    }
  }

  private *entries(): Generator<Entry> {
    for (const { start, end, terminated } of this.spans()) {
      const text = terminated ? exactText(this.bytes.subarray(start, end), this.encoding) : undefined;
      yield { offset: start, text };
    }
  }
}

/** The table of a document without one. */
export const NO_TABLE = new StringTable(new Uint8Array(0), FALLBACK);

/** The text of `bytes`, where encoding it gives the same bytes again and it is all XML characters. */
function exactText(bytes: Uint8Array, encoding: Charset): string | undefined {
  const text = encoding.decode(bytes);
  if (hasForbidden(text)) return undefined;
  return sameBytes(encoding.encode(text), bytes) ? text : undefined;
}

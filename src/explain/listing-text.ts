import { toHex } from '../bytes/index.ts';
import { counted, spanWords } from './shown-text.ts';
import type { Listing, ListingRow } from './listing.ts';

export interface ListingTextOptions {
  /** Rows written at most; 10,000 where absent. */
  rows?: number;
  /** True: every byte stands in the text, long rows on further lines. Otherwise a row's bytes are cut as in the listing. */
  allBytes?: boolean;
}

const ROWS = 10_000;
const INDENT = 2;
/** Levels that are indented; what is deeper says how deep it is. */
const DEEPEST = 20;
const BYTES_PER_LINE = 8;

/**
 * A listing as aligned plain text, for a bug report or a diff: decimal offset, bytes, indented meaning. Ends with
 * a line feed; where the rows are cut, a last line says what is missing.
 */
export function listingText(listing: Listing, options: ListingTextOptions = {}): string {
  const { bytes } = listing.decoded;
  if (bytes.length === 0) return 'no bytes\n';
  const limit = Math.max(0, Math.min(listing.length, options.rows ?? ROWS));
  const digits = Math.max(2, String(bytes.length - 1).length);
  const line = (at: number, hex: string) => `${String(at).padStart(digits, '0')}  ${hex}`;
  const lines: { head: string; tail: string }[] = [];
  let end = 0;
  for (let i = 0; i < limit; i++) {
    const row = listing.row(i);
    end = row.end;
    if (options.allBytes !== true || row.more === 0) {
      const more = row.more > 0 ? `   … ${counted(row.more, 'more byte')}` : '';
      lines.push({ head: line(row.start, row.hex), tail: `${indented(row)}${more}` });
      continue;
    }
    for (let at = row.start; at < row.end; at += BYTES_PER_LINE) {
      const hex = toHex(bytes.subarray(at, Math.min(row.end, at + BYTES_PER_LINE)), ' ');
      lines.push({ head: line(at, hex), tail: at === row.start ? indented(row) : '' });
    }
  }
  const width = lines.reduce((widest, { head }) => Math.max(widest, head.length), 0);
  let text = '';
  for (const { head, tail } of lines) text += tail === '' ? `${head}\n` : `${head.padEnd(width)}  ${tail}\n`;
  if (limit === listing.length) return text;
  return `${text}… ${counted(listing.length - limit, 'more row')}, ${spanWords(end, bytes.length)}\n`;
}

function indented({ depth, meaning }: ListingRow): string {
  if (depth <= DEEPEST) return ' '.repeat(depth * INDENT) + meaning;
  return `${' '.repeat(DEEPEST * INDENT)}(level ${depth}) ${meaning}`;
}

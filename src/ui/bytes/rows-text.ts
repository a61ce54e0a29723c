import { toHex } from '../../bytes/index.ts';
import type { Listing } from '../../explain/index.ts';
import type { Span } from '../../state/index.ts';

/** Rows that are copied at most. */
const MOST = 20_000;

/** The rows of a listing that a span touches, aligned as they stand on the page, for a bug report. */
export function rowsText(listing: Listing, { start, end }: Span): string {
  const first = listing.rowOfOffset(start);
  const last = Math.min(listing.rowOfOffset(Math.max(start, end - 1)), first + MOST - 1);
  if (first < 0) return '';
  const { bytes } = listing.decoded;
  const digits = Math.max(2, String(bytes.length - 1).length);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => listing.row(first + i));
  const hexOf = (row: (typeof rows)[number]) =>
    row.more === 0 ? row.hex : toHex(bytes.subarray(row.start, row.end), ' '); // whole: someone will count them
  const width = Math.max(...rows.map((row) => (row.more === 0 ? row.hex.length : 0)));
  return rows
    .map((row) => {
      const offset = String(row.start).padStart(digits, '0');
      return `${offset}  ${hexOf(row).padEnd(width)}  ${'  '.repeat(row.depth)}${row.meaning}`;
    })
    .join('\n');
}

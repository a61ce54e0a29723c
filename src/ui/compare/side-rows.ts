import type { TokenRow } from '../../doctor/index.ts';
import type { Listing, ListingRow } from '../../explain/index.ts';
import type { Span } from '../../state/index.ts';

/** A row of two messages side by side. */
export interface SideRow {
  kind: 'same' | 'other' | 'only in the first' | 'only in the second';
  a?: ListingRow;
  b?: ListingRow;
}

/** Rows of two listings side by side. The fields of a header are tokens each, and one row in a listing. */
export function sideRows(tokens: readonly TokenRow[], a: Listing, b: Listing): SideRow[] {
  const rows: SideRow[] = [];
  for (const { a: here, b: there, same } of tokens) {
    const one = here === undefined ? -1 : a.rowOfToken(here);
    const other = there === undefined ? -1 : b.rowOfToken(there);
    const last = rows.at(-1);
    if (last && (one < 0 || last.a?.index === one) && (other < 0 || last.b?.index === other)) {
      if (!same && last.kind === 'same') last.kind = 'other'; // a further field of the same header
      continue;
    }
    const kind = same ? 'same' : kindOf(one, other);
    rows.push({ kind, ...(one >= 0 && { a: a.row(one) }), ...(other >= 0 && { b: b.row(other) }) });
  }
  return rows;
}

/** The kind of a row that is not the same: −1 is a side that has none. */
function kindOf(one: number, other: number): SideRow['kind'] {
  if (one < 0) return 'only in the second';
  return other < 0 ? 'only in the first' : 'other';
}

/** True where a row has bytes of a span. */
export const isWithin = (row: ListingRow | undefined, span: Span | undefined): boolean =>
  row !== undefined &&
  span !== undefined &&
  row.start < Math.max(span.end, span.start + 1) &&
  row.end > span.start;

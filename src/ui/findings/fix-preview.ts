import { toHex } from '../../bytes/index.ts';
import type { Edit } from '../../conversation/index.ts';
import type { Listing, ListingRow } from '../../explain/index.ts';

/** A row of the bytes before or after a fix; `gap` stands for rows that are left out. */
export interface PreviewRow {
  kind: 'same' | 'removed' | 'added' | 'gap';
  /** Where it stands: after the fix for an added row, before it for every other. */
  start: number;
  hex: string;
  depth: number;
  meaning: string;
}

/** Rows of one change that are shown. */
const MOST = 12;

/**
 * What a fix does to one message, as rows of its listing: those that go, those that come, and the one beside them on
 * either side.
 * @param edits of this message; they do not overlap
 */
export function fixPreview(before: Listing, after: Listing, edits: readonly Edit[]): PreviewRow[] {
  const inOrder = edits.toSorted((a, b) => a.place.start - b.place.start);
  const changes = changesOf(before, after, inOrder);
  const rows = changes.flatMap(({ old, fresh }, i) => {
    const change = woven(rowsIn(before, old), rowsIn(after, fresh), { before, after, edits: inOrder });
    return i > 0 ? [gap(), ...change] : change;
  });
  return cut(rows);
}

/** Rows by their index, half-open. */
interface Range {
  from: number;
  past: number;
}

/** Rows that one or more edits change, with the one before and the one behind; none of two changes in common. */
function changesOf(before: Listing, after: Listing, edits: readonly Edit[]): { old: Range; fresh: Range }[] {
  const changes: { old: Range; fresh: Range }[] = [];
  let by = 0; // bytes that the edits so far put in more than they took out
  for (const edit of edits) {
    const { start, end } = edit.place;
    const old = around(before, start, end);
    const fresh = around(after, start + by, start + by + edit.bytes.length);
    by += grownBy(edit);
    const last = changes.at(-1);
    if (last && (old.from <= last.old.past + 1 || fresh.from <= last.fresh.past + 1)) {
      last.old.past = Math.max(last.old.past, old.past);
      last.fresh.past = Math.max(last.fresh.past, fresh.past);
    } else changes.push({ old, fresh });
  }
  return changes;
}

const rowsIn = (listing: Listing, { from, past }: Range): ListingRow[] =>
  Array.from({ length: Math.max(0, past - from) }, (_, i) => listing.row(from + i));

const gap = (): PreviewRow => ({ kind: 'gap', start: -1, hex: '', depth: 0, meaning: '' });

const grownBy = ({ place, bytes }: Edit): number => bytes.length - (place.end - place.start);

/** Where a byte that stays stands after the fix. */
const moved = (offset: number, edits: readonly Edit[]): number =>
  edits.reduce((at, edit) => (edit.place.end <= offset ? at + grownBy(edit) : at), offset);

/** The rows that touch a span, with the one before and the one behind. */
function around(listing: Listing, start: number, end: number): Range {
  const rowAt = (offset: number) =>
    offset < listing.decoded.bytes.length ? listing.rowOfOffset(offset) : listing.length;
  const first = rowAt(start);
  const isBetween = start === end && (first === listing.length || listing.row(first).start === start);
  const last = isBetween ? first - 1 : rowAt(Math.max(start, end - 1));
  return { from: Math.max(0, first - 1), past: Math.min(listing.length, last + 2) };
}

interface Sides {
  before: Listing;
  after: Listing;
  edits: readonly Edit[];
}

function woven(old: readonly ListingRow[], fresh: readonly ListingRow[], sides: Sides): PreviewRow[] {
  const rows: PreviewRow[] = [];
  let at = 0;
  for (const row of old) {
    const twin = fresh.findIndex((other, i) => i >= at && isTwin(row, other, sides));
    if (twin < 0) {
      rows.push(shown('removed', row));
      continue;
    }
    rows.push(...fresh.slice(at, twin).map((other) => shown('added', other)), shown('same', row));
    at = twin + 1;
  }
  return [...rows, ...fresh.slice(at).map((other) => shown('added', other))];
}

/** A row that no edit touches, and the one it becomes. */
function isTwin(row: ListingRow, other: ListingRow, { before, after, edits }: Sides): boolean {
  const touched = edits.some(({ place }) =>
    place.start === place.end
      ? place.start > row.start && place.start < row.end
      : place.start < row.end && place.end > row.start,
  );
  if (touched || row.end - row.start !== other.end - other.start) return false;
  return bytesOf(before, row) === bytesOf(after, other) && moved(row.start, edits) === other.start;
}

const bytesOf = ({ decoded }: Listing, { start, end }: ListingRow): string =>
  toHex(decoded.bytes.subarray(start, end));

const shown = (kind: PreviewRow['kind'], { start, hex, more, depth, meaning }: ListingRow): PreviewRow => ({
  kind,
  start,
  hex: more > 0 ? `${hex} …` : hex,
  depth,
  meaning,
});

/** Long runs of one kind are cut in their middle. */
function cut(rows: readonly PreviewRow[]): PreviewRow[] {
  const kept: PreviewRow[] = [];
  for (let i = 0; i < rows.length;) {
    let end = i + 1;
    while (end < rows.length && rows[end]?.kind === rows[i]?.kind) end++;
    const run = rows.slice(i, end);
    if (run.length <= MOST) kept.push(...run);
    else kept.push(...run.slice(0, MOST / 2), gap(), ...run.slice(-MOST / 2));
    i = end;
  }
  return kept;
}

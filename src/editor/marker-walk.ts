import type { Marker, Span } from './types.ts';

/**
 * The marker after (or before) a selection by place, round the end. From a caret it is the next one that begins
 * there or behind it; from one that is selected, the one beside it.
 */
export function markerBeside(markers: readonly Marker[], selected: Span, back: boolean): Marker | undefined {
  const inPlace = [...markers].sort(byPlace);
  if (back) return inPlace.findLast((marker) => byPlace(marker, selected) < 0) ?? inPlace.at(-1);
  return inPlace.find((marker) => byPlace(marker, selected) > 0) ?? inPlace[0];
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

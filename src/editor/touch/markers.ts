import type { Marker } from '../types.ts';

const signs = { error: '✖', warning: '!', note: '·' } as const;

/** A marker in a line: sign, message, code. */
export function messageOf({ severity, message, code }: Marker): string {
  return `${signs[severity]} ${message} (${code})`;
}

/** The worst marker whose span holds a caret or touches it. */
export function markerAt(markers: readonly Marker[], caret: number): Marker | undefined {
  return worstFirst(markers).find(({ start, end }) => start <= caret && caret <= end);
}

/** The marker after (or before) that at the caret, worst first, then by place, round the end; else the first. */
export function markerBeside(markers: readonly Marker[], caret: number, back: boolean): Marker | undefined {
  const inOrder = worstFirst(markers);
  const here = markerAt(inOrder, caret);
  const index = here ? inOrder.indexOf(here) : back ? 0 : -1;
  return inOrder.at((index + (back ? -1 : 1)) % inOrder.length);
}

function worstFirst(markers: readonly Marker[]): Marker[] {
  return [...markers].sort((a, b) => rank(a) - rank(b) || a.start - b.start || a.end - b.end);
}

const rank = ({ severity }: Marker): number => Object.keys(signs).indexOf(severity);

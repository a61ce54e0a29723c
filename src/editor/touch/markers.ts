import type { Marker } from '../types.ts';

const signs = { error: '✖', warning: '!', note: '·' } as const;

/** A marker in words: sign, message, its further lines, source and code. */
export function messageOf({ severity, message, details = [], source, code }: Marker): string {
  const where = source === undefined ? code : `${source}, ${code}`;
  return `${signs[severity]} ${[message, ...details].join('\n')} (${where})`;
}

/** The worst marker whose span holds a caret or touches it. */
export function markerAt(markers: readonly Marker[], caret: number): Marker | undefined {
  return worstFirst(markers).find(({ start, end }) => start <= caret && caret <= end);
}

function worstFirst(markers: readonly Marker[]): Marker[] {
  return [...markers].sort((a, b) => rank(a) - rank(b) || a.start - b.start || a.end - b.end);
}

const rank = ({ severity }: Marker): number => Object.keys(signs).indexOf(severity);

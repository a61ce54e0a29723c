import type { Finding } from './types.ts';

const LOUDNESS = { error: 0, warning: 1, note: 2 } as const;

/** Order of findings: worst first, then by place. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    LOUDNESS[a.severity] - LOUDNESS[b.severity] ||
    a.exchange - b.exchange ||
    Number(a.side === 'response') - Number(b.side === 'response') ||
    a.start - b.start ||
    a.end - b.end
  );
}

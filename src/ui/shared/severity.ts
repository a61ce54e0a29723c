import type { Finding, Severity } from '../../doctor/index.ts';

/** The sign of a severity; it says the same without colour. */
export const SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '!', note: '·' };

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** True where `a` is worse than `b`. */
export const isWorse = (a: Severity, b: Severity | undefined): boolean =>
  b === undefined || RANK[a] < RANK[b];

/** How many there are of each, as `✖ 1  ! 2`; empty where there is nothing. */
export function counts(findings: readonly Finding[]): { severity: Severity; count: number }[] {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** Bytes as a person counts them: `bytes 12–16`, `byte 12`. @param end half-open */
export const bytesWords = (start: number, end: number): string =>
  end - start > 1 ? `bytes ${start}–${end - 1}` : `byte ${start}`;

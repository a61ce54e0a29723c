import { words } from '#words/shared.ts';
import type { Finding, Severity } from '../../doctor/index.ts';

/** The sign of a severity; it says the same without colour. */
export const SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '!', note: '·' };

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** True where `a` is worse than `b`. */
export const isWorse = (a: Severity, b: Severity | undefined): boolean =>
  b === undefined || RANK[a] < RANK[b];

/** How many there are of each, as `✖ 1  ! 2`; empty where there is nothing. */
export function counts(
  findings: readonly Pick<Finding, 'severity'>[],
): { severity: Severity; count: number }[] {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** Bytes as a person counts them: `bytes 12–16`, `byte 12`, `at byte 12` where nothing stands. @param end half-open */
export function bytesWords(start: number, end: number): string {
  if (end <= start) return words.at(start);
  return end - start > 1 ? words.bytes(start, end - 1) : words.byte(start);
}

/** Whether there are bytes to show: what is about HTTP, or about a whole empty message, has no place. */
export const hasPlace = ({ end }: Pick<Finding, 'end'>): boolean => end > 0;

/** Where a finding is and how it is known, in a few words. */
export function findingWords(finding: Finding): string {
  const { start, end, times, basis, source } = finding;
  const place = hasPlace(finding) ? [`${bytesWords(start, end)}${times ? words.times(times) : ''}`] : [];
  return [...place, basis, source].join(' · ');
}

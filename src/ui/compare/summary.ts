import { words } from '#words/compare.ts';
import type { Difference } from '../../doctor/index.ts';

type Verdict = Difference['verdict'];

const LOUD: Readonly<Record<Verdict, number>> = { fault: 0, suspicious: 1, harmless: 2 };

/** The loudest first; of one loudness in the order they have. */
export const loudestFirst = (differences: readonly Difference[]): Difference[] =>
  differences.toSorted((a, b) => LOUD[a.verdict] - LOUD[b.verdict]);

/** What a comparison comes to: `2 differences matter, 1 of them a fault; 5 do not.` */
export function summary(differences: readonly Difference[]): string {
  const count = (verdict: Verdict) => differences.filter((one) => one.verdict === verdict).length;
  const faults = count('fault');
  const matter = faults + count('suspicious');
  return words.summary(matter, faults, differences.length - matter);
}

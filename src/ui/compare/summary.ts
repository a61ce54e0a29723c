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
  const rest = differences.length - matter;
  if (differences.length === 0) return 'They do not differ: the same bytes.';
  if (matter === 0)
    return `${differenceCount(rest)}, and ${rest === 1 ? 'it does not matter' : 'none matters'}.`;
  const faulty = faults === matter ? (matter === 1 ? ', a fault' : ', all faults') : ofThem(faults);
  const matters = `${differenceCount(matter)} ${matter === 1 ? 'matters' : 'matter'}${faulty}`;
  return rest === 0 ? `${matters}.` : `${matters}; ${rest} ${rest === 1 ? 'does' : 'do'} not.`;
}

const differenceCount = (count: number): string => `${count} difference${count === 1 ? '' : 's'}`;

const ofThem = (faults: number): string =>
  faults === 0 ? '' : faults === 1 ? ', 1 of them a fault' : `, ${faults} of them faults`;

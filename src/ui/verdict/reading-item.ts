import type { Candidate } from '../../intake/index.ts';

/**
 * A reading as one of several to choose from: what it was taken for, numbered, and below that what came of it.
 * @param at its place among the readings, from 0
 */
export function readingItem({ why }: Pick<Candidate, 'why'>, at: number): { label: string; hint?: string } {
  const [form = '', ...outcome] = why.split(': ');
  const label = `${at + 1}. ${form}`;
  return outcome.length === 0 ? { label } : { label, hint: outcome.join(': ') };
}

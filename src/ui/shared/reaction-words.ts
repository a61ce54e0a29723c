import { words } from '#words/shared.ts';
import type { Reaction } from '../../doctor/index.ts';

/** What one kind of phone does, after its name: `iPhone: discards the reply (reported)`. */
export function reactionWords({ profile, verdict, basis, does }: Reaction): string {
  if (verdict === 'unknown') return words.nobodyReported(profile);
  const isBare = does === undefined || verdict !== 'accepts' || does.startsWith('takes');
  return words.phoneDoes(profile, isBare ? (does ?? words.does[verdict]) : words.takesAnd(does), basis);
}

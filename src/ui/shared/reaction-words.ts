import { words } from '#words/shared.ts';
import type { Reaction } from '../../doctor/index.ts';

/** What one kind of phone does, after its name: `iPhone: discards the reply (reported)`. */
export function reactionWords({ profile, verdict, basis, does }: Reaction): string {
  if (verdict === 'unknown') return words.nobodyReported(profile);
  const act = does ?? words.does[verdict];
  const told = verdict === 'accepts' && !act.startsWith('takes') ? `${words.does.accepts}: ${act}` : act;
  return words.phoneDoes(profile, told, basis);
}

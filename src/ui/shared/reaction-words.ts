import type { Reaction } from '../../doctor/index.ts';

const DOES: Readonly<Record<Exclude<Reaction['verdict'], 'unknown'>, string>> = {
  accepts: 'takes it',
  rejects: 'does not take it',
  crashes: 'crashes',
};

/** What one kind of phone does, after its name: `iPhone: discards the reply (reported)`. */
export function reactionWords({ profile, verdict, basis, does }: Reaction): string {
  if (verdict === 'unknown') return `${profile}: nobody has reported what it does here`;
  const words = does === undefined ? DOES[verdict] : does;
  const told = verdict === 'accepts' && !words.startsWith('takes') ? `${DOES.accepts}: ${words}` : words;
  return `${profile}: ${told} (${basis})`;
}

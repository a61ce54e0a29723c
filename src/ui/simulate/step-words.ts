import { words } from '#words/simulate.ts';
import type { CommandSummary, Outcome, Step } from '../../sim/index.ts';

/** What happens in a step, and what comes of it, in plain words. */
export function stepWords({ text, judgement, standIn }: Step): string {
  const told = standIn ? words.yours(text) : text;
  if (!judgement) return told;
  return judgement.goesOn ? words.goesOn(told) : words.doesNotGoOn(told, judgement.why);
}

/** The loop a step belongs to, in a sentence; `undefined` where it belongs to none. */
export function loopWords({ loop }: Pick<Step, 'loop'>): string | undefined {
  return loop?.why.replace('The same question again and again', words.sameQuestion(loop.times));
}

/** How the run ended, in a sentence or two. */
export function outcomeWords({ ended, mailboxesEqual, loop }: Outcome): string {
  return `${words.outcomes[ended](loop?.times)} ${words.boxes(mailboxesEqual)}`;
}

/** How many replies of a command the phone could go on from. */
export function summaryWords({ sent, taken }: CommandSummary): string {
  return words.taken(taken, sent, sent === 0 ? 0 : Math.round((100 * taken) / sent));
}

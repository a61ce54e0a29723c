import type { CommandSummary, Outcome, Step } from '../../sim/index.ts';

/** What happens in a step, and what comes of it, in plain words. */
export function stepWords({ text, judgement, standIn }: Step): string {
  const whose = standIn ? ' It is yours.' : '';
  if (!judgement) return `${text}${whose}`;
  if (judgement.goesOn) return `${text}${whose} The phone goes on from it.`;
  return `${text}${whose} The phone does not go on from it: ${judgement.why}`;
}

const TIMES = ['', '', '', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** The loop a step belongs to, in a sentence; `undefined` where it belongs to none. */
export function loopWords({ loop }: Pick<Step, 'loop'>): string | undefined {
  if (!loop) return undefined;
  const nth = TIMES[loop.times];
  const start = nth ? `${nth} time the same question` : `The same question for the ${loop.times}th time`;
  return loop.why.replace('The same question again and again', start);
}

/** How the run ended, in a sentence or two. */
export function outcomeWords({ ended, mailboxesEqual, loop }: Outcome): string {
  const boxes = mailboxesEqual
    ? 'Both mailboxes hold the same.'
    : 'The phone does not have what the server has.';
  switch (ended) {
    case 'script':
      return `The script was played to its end. ${boxes}`;
    case 'loop':
      return `It ended as a loop: the same question ${loop?.times ?? 'many'} times. ${boxes}`;
    case 'limit':
      return `It was stopped after as many steps as were allowed. ${boxes}`;
  }
}

/** How many replies of a command the phone could go on from. */
export function summaryWords({ sent, taken }: CommandSummary): string {
  const rate = sent === 0 ? 0 : Math.round((100 * taken) / sent);
  return `${taken} of ${sent} taken, ${rate} %`;
}

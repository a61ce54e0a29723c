import { grouped } from '../../bytes/index.ts';

/** Words about a run that is played again. */
export const words = {
  firstBranch: 'The run',
  otherRules: (how: string) => `This run was made under other rules than this page has. ${how}`,
  sameToday: 'Played again today, every message is the same.',
  otherToday: (differ: number, of: number) =>
    `Played again today, ${grouped(differ)} of ${grouped(of)} messages ${differ === 1 ? 'differs' : 'differ'}.`,
  /** @param today name of the branch with what comes out today */
  asSaved: (today: string | undefined) =>
    `It is shown as it was saved, with what was edited${today === undefined ? '.' : `; what comes out today is the branch “${today}”.`}`,
  playedToday: 'Played today',
  newer: 'The run was saved by a newer page: its messages are shown, its steps are not.',
  unread: (why: string) =>
    `The run cannot be played again: ${why}. Its messages are shown, its steps are not.`,
  failed: 'this page failed at it',
  noFields: 'it holds no fields',
  otherFormat: 'its format is not 1',
  noBranches: (most: number) => `it has no list of 1 to ${grouped(most)} branches`,
  oddBranch: (number: number) => `branch ${number} is not as this page writes one`,
  noSuchBranch: 'no branch has the number of the one on show',
  noStep: 'its step is no number',
};

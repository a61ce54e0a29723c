import { expect, test } from 'vitest';
import type { Reaction } from '../../doctor/index.ts';
import { reactionWords } from './reaction-words.ts';

const said = (verdict: Reaction['verdict'], does?: string): string =>
  reactionWords({
    profile: 'iPhone',
    verdict,
    basis: 'reported',
    source: 'a report',
    ...(does !== undefined && { does }),
  });

test.each([
  { verdict: 'accepts', words: 'iPhone: takes it (reported)' },
  {
    verdict: 'accepts',
    does: 'shows the time instead',
    words: 'iPhone: takes it: shows the time instead (reported)',
  },
  { verdict: 'accepts', does: 'takes any key', words: 'iPhone: takes any key (reported)' },
  { verdict: 'rejects', words: 'iPhone: does not take it (reported)' },
  { verdict: 'rejects', does: 'asks again', words: 'iPhone: asks again (reported)' },
  { verdict: 'crashes', does: 'crashes', words: 'iPhone: crashes (reported)' },
  { verdict: 'unknown', words: 'iPhone: nobody has reported what it does here' },
] as const)('$verdict, $does: $words', ({ words, ...reaction }) => {
  expect(said(reaction.verdict, 'does' in reaction ? reaction.does : undefined)).toBe(words);
});

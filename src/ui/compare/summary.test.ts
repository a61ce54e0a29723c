import { expect, test } from 'vitest';
import type { Difference } from '../../doctor/index.ts';
import { loudestFirst, summary } from './summary.ts';

const VERDICTS = { f: 'fault', s: 'suspicious', h: 'harmless' } as const;
const made = (letters: string): Difference[] =>
  [...letters].map((letter, i) => ({
    verdict: VERDICTS[letter as keyof typeof VERDICTS],
    text: `${letter}${i}`,
  }));

test.each([
  { letters: '', says: 'They do not differ: the same bytes.' },
  { letters: 'h', says: '1 difference, and it does not matter.' },
  { letters: 'hh', says: '2 differences, and none matters.' },
  { letters: 'f', says: '1 difference matters, a fault.' },
  { letters: 'ff', says: '2 differences matter, all faults.' },
  { letters: 's', says: '1 difference matters.' },
  { letters: 'sh', says: '1 difference matters; 1 does not.' },
  { letters: 'fsshhhhh', says: '3 differences matter, 1 of them a fault; 5 do not.' },
  { letters: 'ffsh', says: '3 differences matter, 2 of them faults; 1 does not.' },
])('“$letters”: $says', ({ letters, says }) => {
  expect(summary(made(letters))).toBe(says);
});

test('the loudest stand first, those alike as they come', () => {
  expect(loudestFirst(made('hfshf')).map(({ text }) => text)).toEqual(['f1', 'f4', 's2', 'h0', 'h3']);
});

import { describe, expect, test } from 'vitest';
import { allWords, sizeWords, whenWords } from './kept-words.ts';

const NOW = Date.UTC(2026, 10, 28, 12);

describe('whenWords', () => {
  test.each([
    { ago: 0, words: 'just now' },
    { ago: 59_999, words: 'just now' },
    { ago: 60_000, words: '1 minute ago' },
    { ago: 59 * 60_000, words: '59 minutes ago' },
  ])('$ago ms ago: $words', ({ ago, words }) => {
    expect(whenWords(NOW - ago, NOW)).toBe(words);
  });

  test('longer ago: the day', () => {
    expect(whenWords(NOW - 86_400_000 * 3, NOW)).toContain('25 Nov 2026');
  });

  test('nobody knows', () => {
    expect(whenWords(0, NOW)).toBe('by an earlier version of this page');
  });
});

test('sizes are in words', () => {
  expect(sizeWords({ messages: 1, bytes: 37 })).toBe('1 message · 37 bytes');
  expect(allWords(1200, 0)).toBe('1,200 conversations, 0 bytes');
});

import { expect, test } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { chapterOf, chapterPlace } from './story.svelte.ts';

const talk = (...ids: string[]): Conversation => ({
  format: 1,
  title: 'A talk',
  exchanges: ids.map((id) => ({ id })),
});
const story = talk('synckey-0-loop/1/a', 'synckey-0-loop/1/b', 'synckey-0-loop/2/c');

test.each([
  { exchange: 0, chapter: 1 },
  { exchange: 1, chapter: 1 },
  { exchange: 2, chapter: 2 },
  { exchange: 3, chapter: undefined },
  { exchange: -1, chapter: undefined },
])('exchange $exchange is of chapter $chapter', ({ exchange, chapter }) => {
  expect(chapterOf(story, exchange)).toBe(chapter);
});

test('a chapter opens at the reply of its first exchange', () => {
  expect(chapterPlace(story, 1)).toEqual({ exchange: 0, side: 'response' });
  expect(chapterPlace(story, 2)).toEqual({ exchange: 2, side: 'response' });
  expect(chapterPlace(story, 3)).toBeUndefined();
});

test('any other conversation has no chapters', () => {
  const other = talk(
    '1',
    'synckey-0-loop',
    'synckey-0-loop/0/a',
    'synckey-0-loop/x/a',
    'my-synckey-0-loop/1/a',
  );
  expect(other.exchanges.map((_, i) => chapterOf(other, i))).toEqual(Array(5).fill(undefined));
  expect(chapterPlace(other, 1)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { loadGallery } from '../../samples/index.ts';
import { judgeReply } from '../../sim/index.ts';
import { chapterOf, chapterPlace } from '../../state/index.ts';
import { chapters } from './chapters.ts';

const story = await (await loadGallery()).sampleById('synckey-0-loop')?.load();
if (!story) throw new Error('the story is a sample');

test('the sample has the exchanges of every chapter, one chapter after the other, and no others', () => {
  const numbers = story.exchanges.map((_, i) => chapterOf(story, i));
  expect(numbers.every((number) => number !== undefined)).toBe(true);
  expect(numbers).toEqual(numbers.toSorted());
  expect([...new Set(numbers)]).toEqual(chapters.map((_, i) => i + 1));
});

test('each of the five guesses is answered once, in order', () => {
  expect(chapters.flatMap(({ theories }) => theories.map(({ number }) => number))).toEqual([1, 2, 3, 4, 5]);
});

describe.each(chapters.map((chapter, i) => ({ ...chapter, number: i + 1 })))('$number. $title', (chapter) => {
  test('opens at a reply that has bytes', () => {
    const at = chapterPlace(story, chapter.number);
    expect(story.exchanges[at?.exchange ?? -1]?.response?.bytes?.length).toBeGreaterThan(0);
  });

  test('asks one question, has something to do, and is short', () => {
    expect(chapter.question).toMatch(/\?$/);
    expect(chapter.deeds.length).toBeGreaterThan(0);
    const words = [chapter.question, chapter.proves, ...chapter.deeds.map(({ text }) => text)]
      .join(' ')
      .split(' ');
    expect(words.length).toBeLessThan(100);
  });
});

describe('what the chapters say of the phones is what the rules say', () => {
  const judge = (id: string, phone: string, change = (bytes: Uint8Array) => bytes): string => {
    const exchange = story.exchanges.find((one) => one.id.endsWith(`/${id}`));
    const response = change(exchange?.response?.bytes ?? new Uint8Array());
    return judgeReply({ phone, request: exchange?.request ?? {}, response }).verdict;
  };

  test.each([
    { id: 'folders-on-page-1', iphone: 'rejects' },
    { id: 'folders-other-tags', iphone: 'rejects' },
    { id: 'folders-taken', iphone: 'accepts' },
    { id: 'loop', iphone: 'rejects' },
    { id: 'loop-again', iphone: 'rejects' },
    { id: 'loop-for-ever', iphone: 'rejects' },
    { id: 'five-bytes', iphone: 'rejects' },
    { id: '32-bytes', iphone: 'accepts' },
    { id: '25-bytes', iphone: 'accepts' },
    { id: 'exchange', iphone: 'accepts' },
    { id: 'folder-4', iphone: 'rejects' },
    { id: 'page-14', iphone: 'rejects' },
    { id: 'mail', iphone: 'accepts' },
  ])('$id: the iPhone $iphone', ({ id, iphone }) => {
    expect(judge(id, 'iphone')).toBe(iphone);
  });

  test('guess 1: without the page switch it is refused all the same', () => {
    const without = (bytes: Uint8Array) => Uint8Array.from([...bytes.subarray(0, 4), ...bytes.subarray(6)]);
    expect(judge('loop', 'iphone', without)).toBe('rejects');
  });

  test('guess 2: the letter of the specification refuses it too, Android takes it', () => {
    expect([judge('five-bytes', 'strict'), judge('five-bytes', 'android')]).toEqual(['rejects', 'accepts']);
  });
});

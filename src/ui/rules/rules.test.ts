import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../conversation/index.ts';
import { book, entryOf, exampleConversation, search } from './rule-book.ts';
import { nearIds } from './near-ids.ts';
import { severityWords, whereWords } from './rule-words.ts';

const ids = book.map(({ rule }) => rule.id);

describe('the book of rules', () => {
  test('has every rule once, and finds it by its id', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(entryOf('synckey-under-sync')?.severity).toBe('error');
    expect(entryOf('no-such-rule')).toBeUndefined();
  });

  test.each(book.map(({ rule, severity }) => ({ id: rule.id, rule, severity })))(
    '$id can be told: severity, place, examples',
    ({ rule, severity }) => {
      expect(severityWords(rule, severity)).toMatch(/^[A-Z].*\.$/s);
      expect(whereWords(rule)).not.toBe('');
      for (const example of [rule.bad, rule.good]) {
        expect(messagesOf(exampleConversation(example, rule.title)).length).toBeGreaterThan(0);
      }
    },
  );

  test.each([
    { words: 'SyncKey under', first: 'synckey-under-sync' },
    { words: 'D1', first: 'synckey-under-sync' },
  ])('“$words” finds $first', ({ words, first }) => {
    expect(search(words).map(({ rule }) => rule.id)).toContain(first);
  });

  test('no words find all, words that stand nowhere find none', () => {
    expect(search(' ')).toHaveLength(book.length);
    expect(search('zzz-nowhere')).toEqual([]);
  });
});

describe('ids that were meant', () => {
  test.each([
    { asked: 'synckey-under-snyc', first: 'synckey-under-sync' },
    { asked: 'SyncKey-Under-Sync', first: 'synckey-under-sync' },
    { asked: 'order', first: 'wrong-order' },
  ])('$asked → $first', ({ asked, first }) => {
    expect(nearIds(asked, ids)[0]).toBe(first);
  });

  test('nothing is near to nothing alike', () => {
    expect(nearIds('qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', ids)).toEqual([]);
  });
});

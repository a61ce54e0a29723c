import { describe, expect, test } from 'vitest';
import { difference } from './difference.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Kept } from './kept.ts';
import { recover } from './recovery.ts';
import type { Found } from './shelf.ts';

const state = (byte: number): Kept => ({
  conversation: {
    format: 1,
    title: 'T',
    exchanges: [{ id: '1', request: { bytes: new Uint8Array([byte]) } }],
  },
  view: { exchange: 0, side: 'request' },
  texts: [],
});
const byteOf = (kept: Kept | undefined): number | undefined =>
  kept?.conversation.exchanges[0]?.request?.bytes?.[0];

const saved = (stamp: string, page: string, byte: number): Found => ({
  kind: 'read',
  stamp,
  page,
  kept: state(byte),
});
const NOTHING: Found = { kind: 'none' };

const after = (stamp: string, before: number, byte: number): JournalEntry => {
  const made = difference(state(before), state(byte), 1000);
  if (!made) throw new Error('too much');
  return { after: stamp, whole: false, difference: made };
};
const whole = (stamp: string, byte: number): JournalEntry => {
  const made = difference(undefined, state(byte), 1000);
  if (!made) throw new Error('too much');
  return { after: stamp, whole: true, difference: made };
};
const journal = (page: string, when: number, ...entries: JournalEntry[]): Journal => ({
  id: 'x',
  page,
  when,
  entries,
});

describe('a journal and what is saved', () => {
  test.each([
    { name: 'nothing saved yet', found: NOTHING, entries: [whole('', 2)], byte: 2 },
    {
      name: 'a change since it was saved',
      found: saved('s1', 'p', 1),
      entries: [after('s1', 1, 2)],
      byte: 2,
    },
    {
      name: 'saved while it was changed, the later found',
      found: saved('s2', 'p', 2),
      entries: [after('s1', 1, 3), after('s2', 2, 3)],
      byte: 3,
    },
    {
      name: 'saved while it was changed, the earlier found',
      found: saved('s1', 'p', 1),
      entries: [after('s1', 1, 3), after('s2', 2, 3)],
      byte: 3,
    },
    {
      name: 'deleted in another tab, but all is in the journal',
      found: NOTHING,
      entries: [whole('s1', 4)],
      byte: 4,
    },
  ])('$name', ({ found, entries, byte }) => {
    const { now, beside, done, lost } = recover(found, [journal('p', 1, ...entries)]);
    expect(byteOf(now?.kept)).toBe(byte);
    expect({ beside, done, lost }).toEqual({ beside: [], done: [], lost: [] });
  });

  test('saved, but the page ended before it dropped its journal', () => {
    const left = journal('p', 1, after('s1', 1, 2));
    expect(recover(saved('s2', 'p', 2), [left])).toEqual({ beside: [], done: [left], lost: [] });
  });

  test('two tabs changed it and both stopped: the newer follows, the older is kept beside', () => {
    const { now, beside } = recover(saved('s1', 'p', 1), [
      journal('b', 2, whole('s1', 3)),
      journal('a', 1, whole('s1', 2)),
    ]);
    expect(byteOf(now?.kept)).toBe(3);
    expect(beside.map(({ kept }) => byteOf(kept))).toEqual([2]);
  });

  test('another tab saved over it: what the journal holds whole is kept beside', () => {
    const { now, beside } = recover(saved('s2', 'b', 9), [journal('a', 1, whole('s1', 2))]);
    expect(now).toBeUndefined();
    expect(beside.map(({ kept }) => byteOf(kept))).toEqual([2]);
  });

  test('another tab saved over it, and the journal is about what is gone', () => {
    const left = journal('a', 1, after('s1', 1, 2));
    expect(recover(saved('s2', 'b', 9), [left]).lost).toEqual([left]);
  });
});

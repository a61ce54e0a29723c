import { expect, test } from 'vitest';
import { explainLengths } from './explain-lengths.ts';

const reply = { command: 'Sync', side: 'response' } as const;

test('37 bytes with a key of 1 and 113 with one of 39: the key stands twice, and no legal reply does', () => {
  const answer = explainLengths({
    ...reply,
    sizes: [
      { total: 37, keyLength: 1 },
      { total: 113, keyLength: 39 },
    ],
  });
  expect(answer).toMatchObject({ keys: 2, legal: false, cut: false });
  expect(answer.sets).toContainEqual({
    text: 'Sync{Status, Collections{Collection{SyncKey, CollectionId, Status}}, SyncKey}',
    bytes: 37,
    keys: 2,
    switches: 1,
    faults: ['SyncKey under Sync'],
  });
  expect(answer.sets.every(({ faults }) => faults.length === 1)).toBe(true);
  expect(answer.sentence).toContain(
    'the SyncKey stands in it twice. No legal response to Sync has 37 bytes.',
  );
  expect(answer.sentence).toContain('The smallest legal one of that kind has 42 bytes.');
});

test.each([
  { total: 25, keyLength: 1, first: 'Sync{Collections{Collection{SyncKey, CollectionId, Status}}}' },
  { total: 34, keyLength: 10, first: 'Sync{Collections{Collection{SyncKey, CollectionId, Status}}}' },
  { total: 11, keyLength: 1, first: 'Sync{Status}' },
])('$total bytes with a key of $keyLength: $first', ({ total, keyLength, first }) => {
  const answer = explainLengths({ ...reply, sizes: [{ total, keyLength }] });
  expect(answer.legal).toBe(true);
  expect(answer.sets.filter(({ faults }) => faults.length === 0).map(({ text }) => text)).toContain(first);
});

test('a size no reply has', () => {
  const answer = explainLengths({ ...reply, sizes: [{ total: 5, keyLength: 1 }] });
  expect(answer).toMatchObject({ legal: false, sets: [] });
});

test('sizes that do not belong together', () => {
  const { sentence } = explainLengths({
    ...reply,
    sizes: [
      { total: 37, keyLength: 1 },
      { total: 40, keyLength: 39 },
    ],
  });
  expect(sentence).toBe('The sizes do not grow with the key as messages of one make do.');
});

test('texts of unknown length share what is left', () => {
  const answer = explainLengths({
    command: 'FolderSync',
    side: 'response',
    sizes: [{ total: 170, keyLength: 1 }],
  });
  const folder = 'Add{ServerId, ParentId, DisplayName, Type}';
  const five = answer.sets.find(
    ({ text }) => text === `FolderSync{Status, SyncKey, Changes{Count, 5 × ${folder}}}`,
  );
  expect(five).toMatchObject({ faults: [], switches: 0, free: { texts: 5, characters: 40 } });
});

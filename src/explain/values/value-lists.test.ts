import { expect, test } from 'vitest';
import { listedValues } from './value-lists.ts';
import { statusesAt } from './status-words.ts';

test.each([
  { key: 'AirSync:Conflict', list: { 0: 'the client wins', 1: 'the server wins' } },
  { key: 'Settings:OofState', list: { 0: 'off', 1: 'on', 2: 'on between two times' } },
  { key: 'Tasks:Complete', list: { 0: 'no', 1: 'yes' } },
  { key: 'AirSync:CollectionId', list: {} },
  { key: 'constructor', list: {} },
])('the values of $key', ({ key, list }) => {
  expect(Object.fromEntries(listedValues(key).map(({ value, meaning }) => [value, meaning]))).toEqual(list);
});

test('one that shares the values of another has them', () => {
  expect(listedValues('Provision:MaxEmailAgeFilter')).toEqual(listedValues('AirSync:FilterType'));
});

const codes = (page: string, parent: string, root: string, side: 'request' | 'response') =>
  statusesAt({ page, parent, root }, { side }).map(({ code }) => code);

test('a Status has the codes of its command and the common ones, each once', () => {
  const sync = codes('AirSync', 'Collection', 'AirSync:Sync', 'response');
  expect(sync).toEqual(expect.arrayContaining([1, 3, 12, 101, 177]));
  expect(new Set(sync).size).toBe(sync.length);
});

test('what a phone reports has codes of its own, and a flag has none', () => {
  expect(codes('Provision', 'Policy', 'Provision:Provision', 'request')).toEqual([1, 2, 3, 4]);
  expect(codes('Email', 'Flag', 'AirSync:Sync', 'response')).toEqual([]);
});

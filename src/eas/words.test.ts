import { expect, test } from 'vitest';
import { wordOf } from './words.ts';

test.each([
  ['FolderHierarchy:Type', '2', 'Inbox'],
  ['FolderHierarchy:Type', '19', 'recipient information cache'],
  ['AirSyncBase:Type', '4', 'MIME'],
  ['AirSync:FilterType', '0', 'all'],
  ['Calendar:Type', '6', 'yearly, on the nth weekday'],
  ['Tasks:Type', '0', 'daily'],
])('%s %s is %s', (tag, value, word) => {
  expect(wordOf(tag, value)).toBe(word);
});

test.each([
  ['FolderHierarchy:Type', '20'],
  ['Calendar:Type', '4'],
  ['Email:Subject', '1'],
  ['constructor', 'name'],
  ['AirSyncBase:Type', 'toString'],
])('%s %s stands for nothing', (tag, value) => {
  expect(wordOf(tag, value)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { xmlToBytes } from '../../xml/index.ts';
import { examineMessage } from '../examination.ts';
import { FolderStory } from './folder-story.ts';
import type { Pair } from './pair.ts';

const digest = (side: 'request' | 'response', xml: string) =>
  examineMessage({ bytes: xmlToBytes(xml), readAs: { side, version: '14.1' } }).digest;
const asked = (key: string): string =>
  `<FolderSync xmlns="FolderHierarchy"><SyncKey>${key}</SyncKey></FolderSync>`;
const add = (id: string): string =>
  `<Add><ServerId>${id}</ServerId><ParentId>0</ParentId><DisplayName>f</DisplayName><Type>12</Type></Add>`;
const given = (changes: string, status = '1'): string =>
  `<FolderSync xmlns="FolderHierarchy"><Status>${status}</Status><SyncKey>9</SyncKey><Changes><Count>1</Count>${changes}</Changes></FolderSync>`;
const pair = (request: string, response: string): Pair => ({
  exchange: 0,
  request: digest('request', request),
  response: digest('response', response),
});

const story = new FolderStory([
  pair(asked('5'), given(add('1'))), // 0: a change alone is no list
  pair(asked('0'), given(add('2') + add('3'))), // 1: what was told before counts no more
  pair(asked('9'), given('<Delete><ServerId>2</ServerId></Delete>')), // 2
  pair(
    '<FolderCreate xmlns="FolderHierarchy"><SyncKey>9</SyncKey><ParentId>0</ParentId><DisplayName>n</DisplayName><Type>12</Type></FolderCreate>',
    '<FolderCreate xmlns="FolderHierarchy"><Status>1</Status><SyncKey>10</SyncKey><ServerId>4</ServerId></FolderCreate>',
  ), // 3
  pair(asked('0'), given(add('7'), '9')), // 4: it failed
]);

test.each([
  { before: 0, ids: '', isWhole: false },
  { before: 1, ids: '1', isWhole: false },
  { before: 2, ids: '2 3', isWhole: true },
  { before: 3, ids: '3', isWhole: true },
  { before: 4, ids: '3 4', isWhole: true },
  { before: 5, ids: '3 4', isWhole: true },
])('before exchange $before the folders are “$ids”', ({ before, ids, isWhole }) => {
  const known = ['1', '2', '3', '4', '7'].filter((id) => story.folder(id, before));
  expect([known.join(' '), story.isWhole(before)]).toEqual([ids, isWhole]);
});

test('a whole list is that of its own exchange only', () => {
  const sizes = [0, 1, 2, 3, 4].map((i) => story.wholeList(i)?.length);
  expect(sizes).toEqual([undefined, 2, undefined, undefined, undefined]);
});

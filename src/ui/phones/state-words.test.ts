import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { phoneRows } from '../../sim/index.ts';
import { sentWords, stateWords } from './state-words.ts';

test.each([
  ['K0-WAIT', 'It stays at key 0.'],
  ['SYNCING(1)', 'It goes on with key 1.'],
  ['SYNCING({a}(2))', 'It goes on with key {a}(2).'],
  ['BACKOFF(7)', 'It waits before it asks again, with key 7.'],
  ['C-HIER0', 'It still has no folders.'],
])('%s: %s', (state, words) => {
  expect(stateWords(state, true)).toBe(words);
});

test('a phone that did not take the reply does not go on', () => {
  expect(stateWords('SYNCING(1)', false)).toBe('It stays at key 1.');
  expect(stateWords('K0-WAIT', false)).toBe('It stays at key 0.');
});

test('every state of the rows has words', () => {
  const names = phoneRows
    .flatMap(({ next }) => next.split(/[^A-Z0-9-]+/))
    .filter((name) => /^(C-|K0|[A-Z]{4})/.test(name));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(stateWords(name, true)).not.toBe(`${name}.`);
});

test.each([
  ['03016a00455c4f4b033000015203310001010101', 'Sync', 'Sync of folder 1 with key 0, 20 bytes'],
  ['03016a00000756520330000101', 'FolderSync', 'FolderSync with key 0, 13 bytes'],
  ['', 'Ping', 'Ping, empty'],
])('%s is sent: %s', (hex, command, words) => {
  const url = `/Microsoft-Server-ActiveSync?Cmd=${command}`;
  expect(sentWords({ bytes: fromHex(hex) ?? new Uint8Array(), http: { method: 'POST', url } })).toBe(words);
});

test('OPTIONS is called so', () => {
  expect(sentWords({ bytes: new Uint8Array(), http: { method: 'OPTIONS', url: '/' } })).toBe(
    'OPTIONS, no body',
  );
});

import { expect, test } from 'vitest';
import { KEYS, installed, keyActions } from './browser.js';

const K = KEYS.control;

test.each([
  { keys: 'ab', events: ['keyDown a', 'keyUp a', 'keyDown b', 'keyUp b'] },
  { keys: `${K}a`, events: [`keyDown ${K}`, 'keyDown a', 'keyUp a', `keyUp ${K}`] },
  { keys: '', events: [] },
])('keys $keys', ({ keys, events }) => {
  expect(keyActions(keys)[0]?.actions.map(({ type, value }) => `${type} ${value}`)).toEqual(events);
});

test('a program is found by its name or its whole path, or not at all', () => {
  expect(installed([process.execPath])).toBe(process.execPath);
  expect(installed(['no-such-program-anywhere', '/no/such/path'])).toBeUndefined();
});

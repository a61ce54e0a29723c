import { expect, test } from 'vitest';
import { precacheOf, withPrecache } from './service-worker.js';

const built = ['index.html', 'assets/b-1.js', 'assets/a-1.css', 'sw.js', '.vite/manifest.json'];
const icon = (/** @type {number} */ byte) => [
  { name: 'icon.svg', content: Uint8Array.of(byte) },
  { name: '404.html', content: Uint8Array.of(1) },
];

test('every file the page may ask for is kept, and no other', () => {
  expect(precacheOf('<p>', built, icon(1)).files).toEqual(['assets/a-1.css', 'assets/b-1.js', 'icon.svg']);
});

test.each([
  { what: 'the page', next: precacheOf('<p> ', built, icon(1)) },
  { what: 'a chunk', next: precacheOf('<p>', ['assets/b-2.js', ...built], icon(1)) },
  { what: 'a file without a hash in its name', next: precacheOf('<p>', built, icon(2)) },
])('another version where $what changed', ({ next }) => {
  const { version } = precacheOf('<p>', built, icon(1));
  expect(version).toBe(precacheOf('<p>', built.toReversed(), icon(1)).version);
  expect(next.version).not.toBe(version);
});

test('the page is known by its hash', () => {
  // printf '<p>' | openssl dgst -sha256 -binary | base64
  expect(precacheOf('<p>', [], []).page).toBe('sha256-M/J5lGcXcoeikmB4ChB6yY6mPdYWX2f8wNdHZ9CoIJA=');
});

test('the list stands in the place of its name', () => {
  const precache = { version: 'v', page: 'p', files: ['$&'] };
  expect(withPrecache('const{files:f}=PRECACHE;', precache)).toBe(
    'const{files:f}={"version":"v","page":"p","files":["$&"]};',
  );
  expect(() => withPrecache('nothing', precache)).toThrow('0 times');
});

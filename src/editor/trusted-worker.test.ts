import { expect, test } from 'vitest';
import { sameOrigin } from './trusted-worker.ts';

const PAGE = 'https://example.org/playground/?x#y';

test.each([
  { url: './assets/a.js', href: 'https://example.org/playground/assets/a.js' },
  { url: '/b.js', href: 'https://example.org/b.js' },
  { url: 'https://example.org/c.js', href: 'https://example.org/c.js' },
])('$url is a file of the page', ({ url, href }) => {
  expect(sameOrigin(url, PAGE)).toBe(href);
});

test.each([
  'https://elsewhere.example/a.js',
  '//elsewhere.example/a.js',
  'http://example.org/a.js',
  'https://example.org:8443/a.js',
  'data:text/javascript,1',
])('%s is refused', (url) => {
  expect(() => sameOrigin(url, PAGE)).toThrow('another origin');
});

import { expect, test } from 'vitest';
import { lineFeeds } from './line-feeds.ts';

test.each([
  { text: 'a\r\nb', read: 'a\nb' },
  { text: 'a\rb', read: 'a\nb' },
  { text: 'a\r\r\n\n\rb', read: 'a\n\n\n\nb' },
  { text: 'a\nb', read: 'a\nb' },
  { text: '&#13;\n', read: '&#13;\n' },
  { text: '\u0085\u2028\u2029\u000b\u000c\ufeff', read: '\u0085\u2028\u2029\u000b\u000c\ufeff' },
  { text: '', read: '' },
])('$text → $read', ({ text, read }) => {
  expect(lineFeeds(text)).toBe(read);
});

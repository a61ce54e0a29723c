import { expect, test } from 'vitest';
import { shortText } from './short-text.ts';

test.each([
  '',
  'a',
  'ab',
  'abc',
  'abcd',
  'abcde',
  '5:499999',
  'a text of 23 characters',
  'a text of 32 characters for that',
])('%j', (text) => {
  const bytes = new TextEncoder().encode(`(${text})`);
  expect(shortText(bytes, 1, bytes.length - 1)).toBe(text);
});

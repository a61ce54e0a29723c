import { expect, test } from 'vitest';
import { readingOf } from './index.ts';

test.each([
  { message: {}, reading: {} },
  { message: { http: { headers: { 'content-TYPE': 'a/b' } } }, reading: { mediaType: 'a/b' } },
  {
    message: { readAs: { doctype: 'si-1.0' }, http: { headers: { 'Content-Type': 'a/b' } } },
    reading: { doctype: 'si-1.0' },
  },
  { message: { readAs: { command: 'Sync' } }, reading: {} },
])('$message', ({ message, reading }) => {
  expect(readingOf(message)).toEqual(reading);
});

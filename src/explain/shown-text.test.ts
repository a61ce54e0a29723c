import { fromHex, grouped } from '../bytes/index.ts';
import { expect, test } from 'vitest';
import { decode } from '../doctypes/index.ts';
import { counted, cutTo, quoted, quotedHead, spanWords, tableHead, textHead, visible } from './shown-text.ts';

test.each([
  { text: 'plain: ä 田 😀', shown: 'plain: ä 田 😀' },
  { text: 'a\r\nb\tc', shown: 'a\\r\\nb\\tc' },
  { text: '\u0000\u0007\u007f\u0085', shown: '\\u0000\\u0007\\u007f\\u0085' },
  { text: '\u00a0\u3000 ', shown: '\\u00a0\\u3000 ' },
  { text: '\u202eabc\u200b\u2028\ufeff', shown: '\\u202eabc\\u200b\\u2028\\ufeff' },
  { text: '\ud800x', shown: '\\ud800x' },
  { text: '\u{e0041}', shown: '\\u{e0041}' },
])('$shown', ({ text, shown }) => {
  expect(visible(text)).toBe(shown);
});

test.each([
  { text: '', cap: 3, shown: '""' },
  { text: 'abc', cap: 3, shown: '"abc"' },
  { text: 'abcd', cap: 3, shown: '"abc" …' },
  { text: '😀😀😀', cap: 3, shown: '"😀😀😀"' },
  { text: '😀😀😀😀', cap: 3, shown: '"😀😀😀" …' },
])('$text cut to $cap: $shown', ({ text, cap, shown }) => {
  expect(quoted(text, cap)).toBe(shown);
  expect(quotedHead(cutTo(text, cap, true))).toBe(shown);
});

test('in quotes, quotes and backslashes are written so that the end can be told', () => {
  expect(quoted('say "x" \\ \n')).toBe('"say \\"x\\" \\\\ \\n"');
  expect(visible('say "x" \\')).toBe('say "x" \\');
});

test('a text known to go on says so even when nothing of it is cut', () => {
  expect(quotedHead(cutTo('abc', 3, false))).toBe('"abc" …');
});

test('a head is cut at a character, never inside one', () => {
  const decoded = decode(fromHex(`03016a00 45 03 ${'f09f9880'.repeat(5)} 00 01`) ?? new Uint8Array());
  expect(textHead(decoded, 6, 26, 4)).toEqual({ text: '😀😀😀😀', whole: false });
  expect(textHead(decoded, 6, 26, 5)).toEqual({ text: '😀😀😀😀😀', whole: true });
});

test.each([
  { offset: 0, cap: 60, head: { text: 'abc', whole: true } },
  { offset: 1, cap: 60, head: { text: 'bc', whole: true } },
  { offset: 3, cap: 60, head: { text: '', whole: true } },
  { offset: 4, cap: 60, head: { text: 'defghi', whole: true } },
  { offset: 4, cap: 1, head: { text: 'd', whole: false } },
  { offset: 10, cap: 60, head: undefined },
])('string $offset of the table, at most $cap characters', ({ offset, cap, head }) => {
  const decoded = decode(fromHex('03016a0a 61626300 646566676869 45 01') ?? new Uint8Array());
  expect(tableHead(decoded, offset, cap)).toEqual(head);
});

test('numbers and spans as they are said', () => {
  expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([counted(1, 'byte'), counted(0, 'byte'), counted(2000, 'reply', 'replies')]).toEqual([
    '1 byte',
    '0 bytes',
    '2,000 replies',
  ]);
  expect([spanWords(12, 17), spanWords(7, 8), spanWords(7, 7)]).toEqual([
    'bytes 12–16',
    'byte 7',
    'at byte 7',
  ]);
});

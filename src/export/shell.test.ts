import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { printed, quoted } from './shell.ts';

test.each([
  ['', "''"],
  ['a b $c `d` "e" \\', `'a b $c \`d\` "e" \\'`],
  ["o'brien", String.raw`'o'\''brien'`],
])('%j is the word %s', (text, word) => {
  expect(quoted(text)).toBe(word);
});

test('bytes are printed as three octal digits each, whatever they are', () => {
  expect(printed(fromHex('000727ff') ?? new Uint8Array())).toBe(String.raw`printf '\000\007\047\377'`);
});

import { expect, test } from 'vitest';
import { looksOf } from './looks.ts';

test.each([
  { text: '<a>x</a>', looks: ['tag <a>', 'tag </a>'] },
  { text: 'a<?wbxml cut?>b{cut}', looks: ['dim <?wbxml cut?>'] },
  {
    text: '<a b="{start 0x0A}x{0x85}"/>',
    looks: ['tag <a b="{start 0x0A}x{0x85}"/>', 'dim {start 0x0A}', 'dim {0x85}'],
  },
  { text: '<![CDATA[<a b="{cut}">]]><!-- <a> --><?x?>', looks: ['dim <!-- <a> -->', 'dim <?x?>'] },
])('$text', ({ text, looks }) => {
  expect(looksOf(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual(looks);
});

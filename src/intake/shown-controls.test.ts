import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { bounded } from '../testing/cpu.ts';
import { readShownControls } from './shown-controls.ts';

const read = (text: string): string[] => readShownControls(text).map(({ bytes }) => toHex(bytes));

test.each([
  '^C^Aj^@^@^GVR^C0^@^A^A',
  '<03><01>j<00><00><07>VR<03>0<00><01><01>\n',
  '␃␁j␀␀␇VR␃0␀␁␁',
  'body: &#3;&#1;j&#0;&#0;&#7;VR&#3;0&#0;&#1;&#1;',
  '&#x03;&#x01;&#x6a;&#x00;&#x0;&#x07;VR&#x03;0&#x00;&#x01;&#x01;\n\nwords',
])('%s', (text) => {
  expect(read(text)).toEqual(['03016a00000756520330000101']);
});

test.each([
  { text: '^C^Aj^@M-CM-)^?M-^@', hex: '03016a00c3a97f80' },
  { text: '^C^Aj^@é€^A', hex: '03016a00c3a9e282ac01' },
  { text: '<03><01>j<00><c3>', hex: '03016a00c3' },
])('$text', ({ text, hex }) => {
  expect(read(text)).toEqual([hex]);
});

test.each(['', '^C^A', 'a^b^c', 'press ^C', '<01> and <02>', 'x^2 + ^A'])('%s: none', (text) => {
  expect(read(text)).toEqual([]);
});

test('linear', () => {
  bounded('a long one', () => {
    readShownControls('^C^A'.repeat(100_000));
    readShownControls('^C\n\n'.repeat(100_000));
  });
});

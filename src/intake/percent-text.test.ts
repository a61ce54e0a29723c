import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readPercentText } from './percent-text.ts';

const read = (text: string) =>
  readPercentText(text).map(({ kind, bytes, slips }) => ({
    kind,
    hex: toHex(bytes),
    slips: slips.map(({ code, start, end }) => `${code} ${start}-${end}`),
  }));

describe('forms', () => {
  test.each([
    { text: '%03%01%6A%00', kind: 'percent', hex: '03016a00' },
    { text: '%03%01j%00ä', kind: 'percent', hex: '03016a00c3a4' },
    { text: 'body=%03%01j%00 next', kind: 'percent', hex: '03016a00' },
    { text: '"%03%01j%00"', kind: 'percent', hex: '03016a00' },
    { text: 'data:application/octet-stream,%03%01j%00', kind: 'data-url', hex: '03016a00' },
    { text: 'data:,ab%03%01', kind: 'data-url', hex: '61620301' },
  ])('$text', ({ text, kind, hex }) => {
    expect(read(text)).toEqual([{ kind, hex, slips: [] }]);
  });

  test('a plus is itself or a space', () => {
    expect(read('%03%01+').map(({ hex }) => hex)).toEqual(['03012b', '030120']);
  });
});

test.each([
  { text: '%03%01j%0g%00', hex: '03016a', slip: 'bad-escape 9-10' },
  { text: '%03%01j%', hex: '03016a', slip: 'bad-escape 8-8' },
  { text: '%03%01j%5', hex: '03016a', slip: 'bad-escape 9-9' },
])('$text', ({ text, hex, slip }) => {
  expect(read(text)).toEqual([{ kind: 'percent', hex, slips: [slip] }]);
});

test.each(['', '100 %', '50% of it', '5%', '%%%', 'a%20b'])('%s: none', (text) => {
  expect(read(text)).toEqual([]);
});

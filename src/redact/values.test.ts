import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Invention } from './invention.ts';
import { Values } from './values.ts';

const made = (text: string, kind: string): string =>
  new Values(new Invention(), (bytes) => bytes).text(text, kind);

test.each([
  { kind: 'address', text: '"Ann" <ann@example.test>', like: /^"(\w{3})" <(?!ann)\w{3}@\w{7}\.\w{4}>$/ },
  {
    kind: 'birthday',
    text: '1987-03-14T22:00:00.000Z',
    like: /^19[5-8]\d-(?:0\d|1[012])-[012]\d(?<!1987-03-14)T22:00:00\.000Z$/,
  },
  { kind: 'phone', text: '+49 (30) 123-45', like: /^\+\d\d \(\d\d\) \d{3}-\d\d$/ },
  { kind: 'device', text: '0123456789abcdef', like: /^(?!0123456)[\da-f]{16}$/ },
  { kind: 'device', text: '356938035643809', like: /^(?!356938)\d{15}$/ },
  {
    kind: 'key',
    text: '{64df5861-cbb4-4a8d-848f-482413c64f15}12',
    like: /^\{(?!64df)[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}12$/,
  },
  { kind: 'key', text: '0', like: /^0$/ },
  { kind: 'key', text: '4294967295', like: /^[123]\d{9}$/ },
  { kind: 'id', text: '5:17', like: /^5:17$/ },
  { kind: 'place', text: '-48.2082', like: /^-10\.\d{4}$/ },
  { kind: 'place', text: '170.5', like: /^100\.\d$/ },
  { kind: 'file', text: 'Rechnung März.pdf', like: /^(?!Rech)[A-Z]\w{7} [A-Z]\S\w\w\.pdf$/ },
  { kind: 'certificate', text: 'TUlJQ2VydGlmaWNhdGU=', like: /^(?!TUlJ)[\w+/]{19}=$/ },
  { kind: 'subject', text: 'Grüße, ДА, 会議', like: /^(?!Gr)[A-Z]\w[è-ï]{2}\w, [а-я]{2}, [一-迿]{2}$/ },
  {
    kind: 'text',
    text: '<p title="Ann">Ann &amp; &#1040;<br></p>',
    like: /^<p title="(?!Ann)\w{3}">(?!Ann)\w{3} &amp; &#1078;<br><\/p>$/,
  },
  {
    kind: 'text',
    text: '<a href="mailto:ann@example.test">',
    like: /^<a href="mailto:(?!ann)\w{3}@\w{7}\.\w{4}">$/,
  },
])('$kind: $text', ({ kind, text, like }) => {
  expect(made(text, kind)).toMatch(like);
});

test('any text of any kind keeps its characters’ number and its bytes in UTF-8', () => {
  const kind = fc.constantFrom(
    'address',
    'text',
    'id',
    'key',
    'file',
    'place',
    'picture',
    'other',
    'birthday',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.stringMatching(/^[<>a-z&#;:=\r\n"-]{0,40}$/),
    fc.base64String(),
  );
  fc.assert(
    fc.property(text, kind, (value, id) => {
      const other = made(value, id);
      expect(new TextEncoder().encode(other)).toHaveLength(new TextEncoder().encode(value).length);
      expect(other).toHaveLength(value.length);
    }),
    { numRuns: 500 },
  );
});

test('different words of three letters or more get different ones', () => {
  const invention = new Invention();
  const words = Array.from(
    { length: 300 },
    (_, i) => `w${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}`,
  );
  const others = words.map((word) => invention.text(word));
  const long = others.filter((word) => word.length > 2);
  expect(new Set(long).size).toBe(long.length);
});

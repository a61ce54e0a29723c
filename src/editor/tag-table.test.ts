import { expect, test } from 'vitest';
import { elementNamedAt, elementsOf, foldsOf } from './tag-table.ts';

const whole = (text: string): string[] =>
  elementsOf(text).map(
    ({ open, close }) => text.slice(open.start, open.end) + text.slice(close.start, close.end),
  );

test.each([
  { text: '<a><b>x</b></a>', elements: ['<b></b>', '<a></a>'] },
  { text: '<a><a></a></a>', elements: ['<a></a>', '<a></a>'] },
  { text: '<a/><b c="d"/>', elements: [] },
  { text: '<a b="x>y" c=\'"\'>z</a >', elements: ['<a b="x>y" c=\'"\'></a >'] },
  { text: '<e:a xmlns:e="E">\n</e:a>', elements: ['<e:a xmlns:e="E"></e:a>'] },
  { text: '<a><![CDATA[</a>]]><!-- </a> --><?x </a>?></a>', elements: ['<a></a>'] },
  { text: '<a><![CDATA[</a>', elements: [] },
  // tags that do not match
  { text: '<a><b></a>', elements: ['<a></a>'] },
  { text: '<a></b></a>', elements: ['<a></a>'] },
  { text: '<a><b></a></b>', elements: ['<a></a>'] },
  { text: '<a <b></b>', elements: ['<b></b>'] },
  { text: '<a b="<c></c></a>', elements: ['<c></c>'] },
  { text: '</a><a>', elements: [] },
  { text: 'a < b > c', elements: [] },
  { text: '', elements: [] },
])('$text', ({ text, elements }) => {
  expect(whole(text)).toEqual(elements);
});

test('neither depth nor stray end tags cost quadratic time', () => {
  const many = 200_000;
  expect(elementsOf('<a>'.repeat(many) + '</b>'.repeat(many))).toEqual([]);
  expect(elementsOf('<a>'.repeat(many) + '</a>'.repeat(many))).toHaveLength(many);
});

test.each([
  { text: '<|ab><c></c></ab>', names: ['<ab>', '</ab>'] },
  { text: '<ab|><c></c></ab>', names: ['<ab>', '</ab>'] },
  { text: '<ab><c></c></a|b>', names: ['<ab>', '</ab>'] },
  { text: '<ab><|c></c></ab>', names: ['<c>', '</c>'] },
  { text: '|<ab><c></c></ab>', names: undefined },
  { text: '<ab>x|</ab>', names: undefined },
])('the pair at the caret: $text', ({ text, names }) => {
  const plain = text.replace('|', '');
  const element = elementNamedAt(elementsOf(plain), text.indexOf('|'));
  expect(element && [element.open, element.close].map(({ start, end }) => plain.slice(start, end))).toEqual(
    names,
  );
});

test.each([
  {
    text: '<a>\n <b>\n  x\n </b>\n</a>',
    folds: [
      [2, 3],
      [1, 4],
    ],
  },
  { text: '<a>\n</a>', folds: [] },
  { text: '<a>x</a>', folds: [] },
  { text: '<a>one\ntwo</a>\n<b/>', folds: [[1, 2]] },
  {
    text: '<a><b>\nx\n</b></a>',
    folds: [
      [1, 2],
      [1, 3],
    ],
  },
  { text: '\n<Data>From:\n\nbody\n</Data>\n', folds: [[2, 4]] },
])('folds of $text', ({ text, folds }) => {
  expect(foldsOf(text, elementsOf(text)).map(({ start, end }) => [start, end])).toEqual(folds);
});

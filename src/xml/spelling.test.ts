import { expect, test } from 'vitest';
import { Joinery, Spelling } from './spelling.ts';

const spellings = (joinery: Joinery, ...texts: string[]) => texts.map((text) => new Spelling(text, joinery));

test('joins two that stand side by side once', () => {
  const [close, open] = spellings(new Joinery(), '</a>', '<b>') as [Spelling, Spelling];
  const joined = close.before(open);
  expect(joined?.text).toBe('</a><b>');
  expect(close.before(open)).toBe(joined);
});

test('two come behind it; a third takes the place of the second once it came often', () => {
  const [close, first, second, third] = spellings(new Joinery(), '</a>', '<b>', '<c>', '<d>') as [
    Spelling,
    Spelling,
    Spelling,
    Spelling,
  ];
  expect(close.before(first)?.text).toBe('</a><b>');
  expect(close.before(second)?.text).toBe('</a><c>');
  for (let times = 1; times < 16; times++) expect(close.before(third)).toBeUndefined();
  expect(close.before(third)?.text).toBe('</a><d>');
  expect(close.before(first)?.text).toBe('</a><b>');
  expect(close.before(second)).toBeUndefined();
});

test('a row ends after eight', () => {
  const [tag] = spellings(new Joinery(), '<a>') as [Spelling];
  let row: Spelling | undefined = tag;
  for (let count = 1; count < 8; count++) row = row?.before(tag);
  expect(row?.text).toBe('<a>'.repeat(8));
  expect(row?.before(tag)).toBeUndefined();
});

test.each([
  { what: 'of no joinery', tag: new Spelling('<a>') },
  { what: 'of another joinery', tag: new Spelling('<a>', new Joinery()) },
])('joins none $what', ({ tag }) => {
  const [own] = spellings(new Joinery(), '<b>') as [Spelling];
  expect(own.before(tag)).toBeUndefined();
  expect(tag.before(own)).toBeUndefined();
});

test('joins no more than a joinery has left', () => {
  const joinery = new Joinery();
  const tags = spellings(joinery, ...Array.from({ length: joinery.left + 2 }, (_, i) => `<t${i}>`));
  const joined = tags.slice(1).filter((tag, i) => tags[i]?.before(tag) !== undefined);
  expect(joined).toHaveLength(tags.length - 2);
  expect(joinery.left).toBe(0);
});

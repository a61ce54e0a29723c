import { expect, test } from 'vitest';
import { Joinery, Spelling } from './spelling.ts';
import { TextBuilder } from './text-builder.ts';

const pieces = (count: number) => Array.from({ length: count }, (_, i) => `<${i}${i % 7 ? '' : 'é'}>`);

test.each([
  { what: 'nothing', count: 0, bytes: 0 },
  { what: 'a tree of a few', count: 3, bytes: 9 },
  { what: 'a tree of long ones', count: 1025, bytes: 1025 * 64 },
  { what: 'a chunk and one more', count: 1025, bytes: 1025 },
  { what: 'two full chunks', count: 2048, bytes: 2048 },
  { what: 'a part of a chunk', count: 1500, bytes: 1500 },
])('puts all pieces together in order: $what', ({ count, bytes }) => {
  const builder = new TextBuilder(count, bytes, Infinity);
  for (const piece of pieces(count)) builder.add(piece);
  expect(builder.length).toBe(pieces(count).join('').length);
  expect(builder.toString()).toBe(pieces(count).join(''));
});

const MB = 1 << 20;

test.each([
  { what: 'a tree', bytes: MB },
  { what: 'chunks', bytes: 9 * MB },
])('puts long and short pieces together in order: $what', ({ bytes }) => {
  const builder = new TextBuilder(10, bytes, Infinity);
  const parts = [
    'a',
    'b'.repeat(MB),
    'c',
    'd'.repeat(150_000),
    'é'.repeat(150_000),
    'f',
    'g'.repeat(MB),
    'h',
  ];
  for (const part of parts) builder.add(part);
  expect(builder.length).toBe(parts.join('').length);
  expect(builder.toString() === parts.join('')).toBe(true); // megabytes are no good message
});

test.each([
  { what: 'a tree', bytes: 1025 * 64 },
  { what: 'chunks', bytes: 1025 },
])('puts tags and texts together in order: $what', ({ bytes }) => {
  const joinery = new Joinery();
  const tags = ['<a>', '<b>', '</b>', '</a>'].map((text) => new Spelling(text, joinery));
  const builder = new TextBuilder(1025, bytes, Infinity);
  let expected = '';
  for (let i = 0; i < 3000; i++) {
    const tag = tags[((i * i + i) % 11) % 4] as Spelling;
    builder.addTag(tag);
    expected += tag.text;
    if (i % 5 === 0) builder.add(`${i}`);
    if (i % 5 === 0) expected += `${i}`;
    expect(builder.length).toBe(expected.length);
  }
  expect(builder.toString()).toBe(expected);
});

test.each([{ bytes: 1025 }, { bytes: 1025 * 64 }])(
  'is full past its longest, of $bytes bytes',
  ({ bytes }) => {
    const builder = new TextBuilder(1025, bytes, 10);
    builder.add('1234567890');
    expect(builder.isFull).toBe(false);
    builder.add('1');
    expect(builder.isFull).toBe(true);
  },
);

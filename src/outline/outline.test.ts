import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { sampleMessages } from '../testing/corpus.ts';
import { findElement, firstOpen, Outline, ownText, rowOf, rowsOf } from './index.ts';

const SEED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
const outlineOf = (hex: string): Outline => new Outline(decode(fromHex(hex) ?? new Uint8Array()));
const seed = outlineOf(SEED);
const named = (outline: Outline, rows: Iterable<number>): string[] =>
  Array.from(rows, (element) => '  '.repeat(outline.depths[element] ?? 0) + outline.name(element));
const all = { has: () => true } as unknown as ReadonlySet<number>;

test('the elements of a message, in order, each in its parent', () => {
  expect(named(seed, rowsOf(seed, all))).toEqual([
    'Sync',
    '  Status',
    '  SyncKey',
    '  Collections',
    '    Collection',
    '      SyncKey',
    '      CollectionId',
    '      Status',
  ]);
  expect(Array.from(seed.counts)).toEqual([3, 0, 0, 1, 3, 0, 0, 0]);
  expect(Array.from(seed.befores)).toEqual([0, 0, 1, 2, 0, 0, 1, 2]);
  expect(seed.span(2)).toEqual({ start: 12, end: 17 });
  expect(seed.around(5)).toEqual([0, 3, 4]);
});

test.each([
  { open: [], rows: ['Sync'] },
  { open: [0], rows: ['Sync', '  Status', '  SyncKey', '  Collections'] },
  { open: [3, 4], rows: ['Sync'] },
  { open: [0, 3], rows: ['Sync', '  Status', '  SyncKey', '  Collections', '    Collection'] },
])('with $open open there are $rows.length rows', ({ open, rows }) => {
  expect(named(seed, rowsOf(seed, new Set(open)))).toEqual(rows);
});

test('a row is found by its element', () => {
  const rows = rowsOf(seed, new Set([0, 3]));
  expect([0, 3, 4, 5].map((element) => rowOf(rows, element))).toEqual([0, 3, 4, -1]);
});

test.each([
  { offset: 5, element: -1 }, // a SWITCH_PAGE before the root
  { offset: 6, element: 0 },
  { offset: 13, element: 2 },
  { offset: 16, element: 2 }, // its END
  { offset: 36, element: 0 },
  { offset: 37, element: -1 },
])('byte $offset belongs to element $element', ({ offset, element }) => {
  expect(seed.at(offset)).toBe(element);
});

test.each([
  { part: 'synck', from: 0, by: 1, element: 2 },
  { part: 'synckey', from: 2, by: 1, element: 5 },
  { part: 'SyncKey', from: 5, by: 1, element: 2 },
  { part: 'sync', from: 0, by: -1, element: 5 },
  { part: 'Sync', from: 0, by: -1, element: 5 },
  { part: 'Class', from: 0, by: 1, element: -1 },
  { part: ' ', from: 0, by: 1, element: -1 },
] as const)('from element $from, $by: “$part” is element $element', ({ part, from, by, element }) => {
  expect(findElement(seed, part, from, by)).toBe(element);
});

test('what stands in an element is shown by its beginning', () => {
  expect(ownText(seed, 2, 20)).toEqual({ start: 14, end: 15, kind: 'text', head: '1', more: false });
  expect(ownText(seed, 0, 20)).toBeUndefined();
  const mime = outlineOf('03016a00 0015 45 50 c30a 48656c6c6f0a48656c6c 01 01');
  expect(ownText(mime, 1, 5)).toEqual({ start: 10, end: 20, kind: 'data', head: 'Hello', more: true });
});

test.each([
  { hex: SEED, open: [0] },
  { hex: '03016a00 45 5c 4f 4b01 5201 01 01 01', open: [0, 1, 2] },
  { hex: '03016a00 45 5c 0f 01 01', open: [0, 1, 2] },
  { hex: '03016a00 05', open: [0] },
  { hex: `03016a00 ${'45'.repeat(100)}`, open: Array.from({ length: 17 }, (_, i) => i) },
])('$hex opens down to where there is a choice', ({ hex, open }) => {
  expect([...firstOpen(outlineOf(hex))]).toEqual(open);
});

test('levels and siblings without end are no trouble', () => {
  const deep = new Outline(decode(Uint8Array.from([3, 1, 0x6a, 0, ...Array<number>(100_000).fill(0x45)])));
  expect(deep.length).toBe(100_000);
  expect(deep.depths[99_999]).toBe(99_999);
  expect(rowsOf(deep, all)).toHaveLength(100_000);
  const flat = new Outline(
    decode(Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...Array<number>(100_000).fill(0x0b)])),
  );
  expect(flat.counts[0]).toBe(100_000);
  expect(rowsOf(flat, new Set([0]))).toHaveLength(100_001);
});

test('of every sample: columns that fit the tokens', () => {
  for (const { name, bytes } of sampleMessages()) {
    const outline = new Outline(decode(bytes));
    const { tokens } = outline.decoded;
    const numbers = Array.from({ length: outline.length }, (_, element) => element);
    const tags = Array.from(tokens, ({ kind }, i) => (kind === 'tag' || kind === 'literalTag' ? i : -1));
    expect(Array.from(outline.tokens), name).toEqual(tags.filter((i) => i >= 0));
    expect(
      numbers.map((element) => outline.at(outline.span(element).start)),
      name,
    ).toEqual(numbers);
    expect(
      numbers.map((element) => outline.tokens[outline.parents[element] as number] ?? -1),
      name,
    ).toEqual(numbers.map((element) => tokens.parent(outline.token(element))));
    const inside = (element: number): number =>
      numbers.filter((other) => outline.around(other).includes(element)).length;
    const some = numbers.slice(0, 50);
    expect(
      some.map((element) => (outline.pasts[element] as number) - element - 1),
      name,
    ).toEqual(some.map(inside));
  }
});

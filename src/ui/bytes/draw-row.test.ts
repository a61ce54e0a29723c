import { expect, test } from 'vitest';
import { areSame, cellsWithin, runsOf, type Cell } from './draw-row.ts';

test.each([
  { span: undefined, cells: [] },
  { span: { start: 0, end: 16 }, cells: [] },
  { span: { start: 15, end: 17 }, cells: [0] },
  { span: { start: 18, end: 18 }, cells: [] },
  { span: { start: 18, end: 20 }, cells: [2, 3] },
  { span: { start: 23, end: 99 }, cells: [7] },
  { span: { start: 24, end: 99 }, cells: [] },
])('of the row of bytes 16 to 23, $span has the cells $cells', ({ span, cells }) => {
  const set = cellsWithin(span, 16, 8);
  expect(Array.from({ length: 8 }, (_, i) => i).filter((i) => set & (1 << i))).toEqual(cells);
});

test('the widest row fits', () => {
  expect(cellsWithin({ start: 31, end: 32 }, 0, 32) >>> 31).toBe(1);
  expect(cellsWithin({ start: 0, end: 32 }, 0, 32)).toBe(-1);
});

const LIT = { selected: 0, hovered: 0, caret: -1, writes: false };
const cellsOf = (text: string, look = 'kind-string'): Cell[] =>
  [...text].map((character, i) => ({ offset: 16 + i, digits: '00', character, look }));

test.each([
  { what: 'that look alike', lit: LIT, runs: ['16 abcdef'] },
  { what: 'of which two are selected', lit: { ...LIT, selected: 0b110 }, runs: ['16 a', '17 bc', '19 def'] },
  { what: 'of which one is pointed at', lit: { ...LIT, hovered: 1 }, runs: ['16 a', '17 bcdef'] },
  { what: 'at which keys are written', lit: { ...LIT, caret: 5, writes: true }, runs: ['16 abcde', '21 f'] },
])('characters $what are drawn as $runs', ({ lit, runs }) => {
  expect(runsOf(cellsOf('abcdef'), lit).map(({ offset, text }) => `${offset} ${text}`)).toEqual(runs);
});

test('a space is a word of its own, another kind of token too, and no byte is none', () => {
  const cells = [...cellsOf('a␣␣b'), ...cellsOf('·', 'kind-end'), { offset: 21, digits: '··', look: 'end' }];
  expect(runsOf(cells, LIT).map(({ text, classes }) => [text, classes])).toEqual([
    ['a', 'kind-string'],
    ['␣', 'kind-string space'],
    ['␣', 'kind-string space'],
    ['b', 'kind-string'],
    ['·', 'kind-end'],
  ]);
});

test('a row is the same only with the same bytes, kinds, places and marks', () => {
  const row = cellsOf('ab');
  const [first, second] = row as [Cell, Cell];
  expect(areSame(row, cellsOf('ab'))).toBe(true);
  const others: Cell[][] = [
    [first],
    [first, { ...second, digits: '01' }],
    [first, { ...second, offset: 18 }],
    [first, { ...second, look: 'kind-end' }],
    [first, { ...second, worst: 'error' }],
  ];
  for (const other of others) expect(areSame(row, other)).toBe(false);
});

import { expect, test } from 'vitest';
import type { Cell } from './row-cells.ts';
import { characterRuns, digitRuns, gapBefore } from './runs.ts';

const LIT = { selected: 0, hovered: 0, caret: -1, writes: false };
const cellsOf = (text: string, look = 'kind-string', from = 16): Cell[] =>
  [...text].map((character, i) => ({ offset: from + i, digits: `0${i % 10}`, character, look }));

test.each([
  { what: 'that look alike', lit: LIT, runs: ['16 abcdef'] },
  { what: 'of which two are selected', lit: { ...LIT, selected: 0b110 }, runs: ['16 a', '17 bc', '19 def'] },
  { what: 'of which one is pointed at', lit: { ...LIT, hovered: 1 }, runs: ['16 a', '17 bcdef'] },
  { what: 'at which keys are written', lit: { ...LIT, caret: 5, writes: true }, runs: ['16 abcde', '21 f'] },
])('characters $what are drawn as $runs', ({ lit, runs }) => {
  const drawn = characterRuns(cellsOf('abcdef'), lit, true);
  expect(drawn.map(({ offset, text }) => `${offset} ${text}`)).toEqual(runs);
});

test('a space of another width is a word of its own, another kind of token too, and no byte is none', () => {
  const cells = [...cellsOf('a␣␣b'), ...cellsOf('·', 'kind-end'), { offset: 21, digits: '··', look: 'end' }];
  const drawn = (spaces: boolean) =>
    characterRuns(cells, LIT, spaces).map(({ text, classes }) => [text, classes]);
  expect(drawn(true)).toEqual([
    ['a␣␣b', 'kind-string'],
    ['·', 'kind-end'],
  ]);
  expect(drawn(false)).toEqual([
    ['a', 'kind-string'],
    ['␣', 'kind-string space'],
    ['␣', 'kind-string space'],
    ['b', 'kind-string'],
    ['·', 'kind-end'],
  ]);
});

test.each([
  { what: 'that look alike', lit: LIT, runs: ['16 00 01 02 03 04 05 06 07', '24 08 09'] },
  {
    what: 'of which some are selected',
    lit: { ...LIT, selected: 0b1_1000_0000 },
    runs: ['16 00 01 02 03 04 05 06', '23 07', '24 08', '25 09'],
  },
  {
    what: 'that are pointed at',
    lit: { ...LIT, hovered: 0b110 },
    runs: ['16 00', '17 01', '18 02', '19 03 04 05 06 07', '24 08 09'],
  },
])('digits $what are drawn as $runs', ({ lit, runs }) => {
  const drawn = digitRuns(cellsOf('abcdefghij'), lit);
  expect(drawn.map(({ offset, text }) => `${offset} ${text}`)).toEqual(runs);
});

test.each(['kind-page', 'kind-opaque', 'kind-entity'])('each byte of %s has a line of its own', (look) => {
  expect(digitRuns(cellsOf('ab', look), LIT).map(({ text }) => text)).toEqual(['00', '01']);
});

test('what is said about a byte parts it from its neighbours', () => {
  const [first, second, third] = cellsOf('abc') as [Cell, Cell, Cell];
  const drawn = digitRuns([first, { ...second, worst: 'error' }, third], LIT);
  expect(drawn.map(({ classes }) => classes)).toEqual([
    'kind-string',
    'kind-string said error',
    'kind-string',
  ]);
});

test('there is more room between groups of eight', () => {
  expect([0, 1, 7, 8, 9, 16].map(gapBefore)).toEqual(['', ' ', ' ', '  ', ' ', '  ']);
});

import { expect, test } from 'vitest';
import { rowsInView, scrollTo } from './rows-in-view.ts';

test.each([
  { count: 0, top: 0, pinned: 0, first: undefined, last: undefined, drawn: 0 },
  { count: 200, top: 4000, pinned: 0, first: 0, last: 199, drawn: 200 },
  { count: 20_000, top: 0, pinned: 0, first: 0, last: 19, drawn: 20 },
  { count: 20_000, top: 24 * 500, pinned: 3, first: 3, last: 519, drawn: 31 },
  { count: 20_000, top: 24 * 500, pinned: 700, first: 490, last: 700, drawn: 31 },
  { count: 20_000, top: 24 * 19_990, pinned: 19_999, first: 19_980, last: 19_999, drawn: 20 },
])('$count rows scrolled to $top', ({ count, top, pinned, first, last, drawn }) => {
  const rows = rowsInView(count, 24, top, 240, pinned);
  expect([rows[0], rows.at(-1), rows.length]).toEqual([first, last, drawn]);
});

test.each([
  { what: 'in view', y: 240, top: 0, to: undefined },
  { what: 'partly in view above', y: 230, top: 240, to: 230 },
  { what: 'partly in view below', y: 230, top: 0, to: 14 },
  { what: 'far below', y: 4800, top: 0, to: 4720 },
  { what: 'the last', y: 48_000 - 24, top: 0, to: 48_000 - 240 },
  { what: 'the first, from far', y: 0, top: 9000, to: 0 },
])('to a row that is $what', ({ y, top, to }) => {
  expect(scrollTo(y, 24, top, y === 240 ? 264 : 240, 48_000)).toBe(to);
});

test('as long as nothing is drawn there is nowhere to scroll', () => {
  expect(scrollTo(4800, 24, 0, 0, 48_000)).toBeUndefined();
});

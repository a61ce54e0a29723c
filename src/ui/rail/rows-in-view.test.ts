import { expect, test } from 'vitest';
import { rowsInView } from './rows-in-view.ts';

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

import { expect, test } from 'vitest';
import { Selection } from './selection.svelte.ts';

const span = (start: number, end = start + 1) => ({ start, end });

test('stretching goes both ways from where the selection began', () => {
  const selection = new Selection();
  selection.select(span(10), 'bytes');
  selection.extend(span(14), 'bytes');
  expect(selection.span).toEqual(span(10, 15));
  expect(selection.caret).toBe(14);
  selection.extend(span(6), 'bytes');
  expect(selection.span).toEqual(span(6, 11));
});

test('a row is stretched as a whole', () => {
  const selection = new Selection();
  selection.select(span(8, 11), 'bytes');
  selection.extend(span(12, 13), 'bytes');
  expect(selection.span).toEqual(span(8, 13));
  selection.extend(span(4, 6), 'bytes');
  expect(selection.span).toEqual(span(4, 11));
});

test.each([
  { was: span(12, 17), size: 37, is: span(12, 17) },
  { was: span(12, 17), size: 16, is: span(12, 13) }, // its end is gone
  { was: span(30, 31), size: 20, is: span(19, 20) },
  { was: span(3, 4), size: 0, is: span(0, 0) },
])('of $was.start–$was.end a message of $size bytes leaves $is.start–$is.end', ({ was, size, is }) => {
  const selection = new Selection();
  selection.select(was, 'bytes');
  selection.clamp(size);
  expect(selection.span).toEqual(is);
});

test.each([
  { change: 'in front of it', at: 4, went: 2, came: 5, is: span(15, 20) },
  { change: 'right in front of it', at: 12, went: 0, came: 3, is: span(15, 20) },
  { change: 'behind it', at: 17, went: 2, came: 0, is: span(12, 17) },
  { change: 'inside it', at: 13, went: 3, came: 1, is: span(12, 15) },
  { change: 'to all of it', at: 12, went: 5, came: 2, is: span(12, 14) },
  { change: 'that takes it out', at: 12, went: 5, came: 0, is: span(12, 13) },
  { change: 'that takes it and more out', at: 10, went: 9, came: 0, is: span(10, 11) },
  { change: 'that takes its end out', at: 15, went: 6, came: 0, is: span(12, 15) },
  { change: 'that takes its start out', at: 10, went: 4, came: 0, is: span(10, 13) },
])('12–16 follow a change $change', ({ at, went, came, is }) => {
  const selection = new Selection();
  selection.select(span(12, 17), 'bytes');
  selection.follow({ at, removed: new Uint8Array(went), inserted: new Uint8Array(came) });
  expect(selection.span).toEqual(is);
});

import { expect, test } from 'vitest';
import type { Edit } from '../conversation/index.ts';
import type { Finding } from '../doctor/index.ts';
import { certain, together } from './together.ts';

const edit = (start: number, end: number, bytes: number[] = [], exchange = 0): Edit => ({
  place: { exchange, side: 'response', start, end },
  bytes: Uint8Array.from(bytes),
});

const finding = (severity: Finding['severity'], ...edits: Edit[]): Finding => ({
  rule: 'a-rule',
  severity,
  basis: 'spec',
  source: 'MS-ASCMD',
  text: 'Something.',
  exchange: 0,
  side: 'response',
  start: 0,
  end: 1,
  ...(edits.length > 0 && { fix: { title: 'Mend', edits } }),
});

test.each([
  { name: 'apart', edits: [edit(1, 3), edit(3, 5)], mended: 2 },
  { name: 'over one another', edits: [edit(1, 4), edit(3, 5)], mended: 1 },
  { name: 'the same', edits: [edit(1, 4), edit(1, 4)], mended: 2, left: 1 },
  { name: 'the same place, other bytes', edits: [edit(1, 4, [1]), edit(1, 4, [2])], mended: 1 },
  { name: 'put in where another takes out', edits: [edit(1, 4), edit(4, 4, [1])], mended: 1 },
  { name: 'put in elsewhere', edits: [edit(1, 4), edit(5, 5, [1])], mended: 2 },
  { name: 'in another message', edits: [edit(1, 4), edit(1, 4, [1], 1)], mended: 2 },
])('fixes $name: $mended at once', ({ edits, mended, left = mended }) => {
  const done = together(edits.map((one) => finding('error', one)));
  expect(done.count).toBe(mended);
  expect(done.edits).toHaveLength(left);
});

test('a note, and what has no fix, is nothing certain', () => {
  const sure = [finding('error', edit(1, 2)), finding('warning', edit(3, 4))];
  expect(certain([...sure, finding('note', edit(5, 6)), finding('error')])).toEqual(sure);
});

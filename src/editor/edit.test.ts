import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from './change.ts';
import { editOf as edit } from './edit.ts';
import type { Change, Edit } from './types.ts';

const editOf = (before: string, after: string, reported: readonly Change[]): Edit | undefined =>
  edit(before, { length: after.length, text: () => after }, reported);

test('a report in descending order is passed on as it is', () => {
  const reported = [
    { from: 4, to: 5, insert: 'x' },
    { from: 0, to: 1, insert: 'yy' },
  ];
  expect(editOf('abcde', 'yybcdx', reported)).toEqual({ text: 'yybcdx', changes: reported });
});

test('steps that follow each other become one', () => {
  const reported = [
    { from: 0, to: 0, insert: 'xx' },
    { from: 2, to: 3, insert: '' }, // the a, where the first step has moved it
  ];
  expect(editOf('abc', 'xxbc', reported)).toEqual({
    text: 'xxbc',
    changes: [{ from: 0, to: 1, insert: 'xx' }],
  });
});

test('a second step at the same place becomes one with the first', () => {
  const reported = [
    { from: 1, to: 1, insert: 'x' },
    { from: 2, to: 2, insert: 'y' },
  ];
  expect(editOf('ab', 'axyb', reported)).toEqual({
    text: 'axyb',
    changes: [{ from: 1, to: 1, insert: 'xy' }],
  });
});

test('what changes nothing is no edit', () => {
  expect(editOf('abc', 'abc', [{ from: 0, to: 1, insert: 'a' }])).toBeUndefined();
  expect(
    editOf('abc', 'abxc', [
      { from: 2, to: 2, insert: '' },
      { from: 2, to: 2, insert: 'x' },
    ])?.changes,
  ).toEqual([{ from: 2, to: 2, insert: 'x' }]);
});

test('however it came about, the changes make the new text of the old', () => {
  const step = fc.record({ from: fc.nat(8), size: fc.nat(3), insert: fc.constantFrom('', 'a', 'xy', '😀') });
  fc.assert(
    fc.property(
      fc.constantFrom('', 'abc', 'aaaaaa', 'a😀b😀c'),
      fc.array(step, { maxLength: 4 }),
      (before, steps) => {
        let after: string = before;
        const reported: Change[] = [];
        for (const { from, size, insert } of steps) {
          const change = {
            from: Math.min(from, after.length),
            to: Math.min(from + size, after.length),
            insert,
          };
          reported.push(change);
          after = applyChanges(after, [change]);
        }
        const edit = editOf(before, after, reported);
        expect(applyChanges(before, edit?.changes ?? [])).toBe(after);
        expect(edit?.text ?? before).toBe(after);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a character typed over another is an edit, though nothing was reported and no length changed', () => {
  expect(editOf('<a>1</a>', '<a>5</a>', [])).toEqual({
    text: '<a>5</a>',
    changes: [{ from: 3, to: 4, insert: '5' }],
  });
});

test('a text that the report tells is not put together by the editor', () => {
  const after = {
    length: 4,
    text: () => {
      throw new Error('asked');
    },
  };
  const reported = [{ from: 1, to: 1, insert: 'x' }];
  expect(edit('abc', after, reported)).toEqual({ text: 'axbc', changes: reported });
  expect(() => edit('abc', { ...after, length: 5 }, reported)).toThrow('asked');
});

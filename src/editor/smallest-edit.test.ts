import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from './change.ts';
import { smallestEdit } from './smallest-edit.ts';

test.each([
  { before: 'abc', after: 'abxc', edit: { from: 2, to: 2, insert: 'x' } },
  { before: 'abxc', after: 'abc', edit: { from: 2, to: 3, insert: '' } },
  { before: 'abc', after: 'axc', edit: { from: 1, to: 2, insert: 'x' } },
  { before: 'aaa', after: 'aaaa', edit: { from: 3, to: 3, insert: 'a' } },
  { before: 'aaaa', after: 'aa', edit: { from: 2, to: 4, insert: '' } },
  { before: '', after: 'x', edit: { from: 0, to: 0, insert: 'x' } },
  { before: 'x', after: '', edit: { from: 0, to: 1, insert: '' } },
  { before: 'same', after: 'same', edit: undefined },
  // 😀 is d83d de00, 😁 is d83d de01, 🈀 is d83c de00: a half in common is not in common
  { before: 'a😀b', after: 'a😁b', edit: { from: 1, to: 3, insert: '😁' } },
  { before: 'a😀b', after: 'a🈀b', edit: { from: 1, to: 3, insert: '🈀' } },
  { before: '😀', after: '😀😀', edit: { from: 2, to: 2, insert: '😀' } },
  { before: '\ud83d', after: '😀', edit: { from: 0, to: 1, insert: '😀' } },
  { before: '😀', after: '\ude00', edit: { from: 0, to: 2, insert: '\ude00' } },
])('$before → $after', ({ before, after, edit }) => {
  expect(smallestEdit(before, after)).toEqual(edit);
});

const parts = fc.constantFrom('a', 'b', '\n', '<', 'é', '😀', '😁', '🈀', '\ud83d', '\ude00');
const texts = fc.array(parts, { maxLength: 12 }).map((list) => list.join(''));

test('applied, the edit makes the other text, and no pair is split', () => {
  const cuts = (text: string, at: number): boolean =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const edit = smallestEdit(before, after);
      if (!edit) return before === after;
      expect(applyChanges(before, [edit])).toBe(after);
      const end = edit.from + edit.insert.length;
      return ![
        cuts(before, edit.from),
        cuts(before, edit.to),
        cuts(after, edit.from),
        cuts(after, end),
      ].includes(true);
    }),
    { numRuns: 5000 },
  );
});

test('one letter in five million', () => {
  const before = '<a>xyz</a>\n'.repeat(500_000);
  const after = `${before.slice(0, 2_500_000)}!${before.slice(2_500_000)}`;
  expect(smallestEdit(before, after)).toEqual({ from: 2_500_000, to: 2_500_000, insert: '!' });
});

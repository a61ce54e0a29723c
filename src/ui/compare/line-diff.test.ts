import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff } from './line-diff.ts';

const SIGNS = { same: ' ', 'only reference': '-', 'only text': '+' };
const told = (a: string, b: string) => lineDiff(a, b).map(({ kind, line }) => SIGNS[kind] + line);

test.each([
  { a: 'a\nb\nc', b: 'a\nb\nc', rows: [' a', ' b', ' c'] },
  { a: 'a\nb\nc', b: 'a\nc', rows: [' a', '-b', ' c'] },
  { a: 'a\nc', b: 'a\nb\nc', rows: [' a', '+b', ' c'] },
  { a: 'a\nx\nc', b: 'a\ny\nc', rows: [' a', '-x', '+y', ' c'] },
  { a: 'a\nb\nc\nd', b: 'b\nx\nd', rows: ['-a', ' b', '-c', '+x', ' d'] },
  { a: 'a', b: ' a', rows: ['-a', '+ a'] },
  { a: '', b: '', rows: [' '] },
])('$a → $b', ({ a, b, rows }) => {
  expect(told(a, b)).toEqual(rows);
});

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
  .map((lines) => lines.join('\n'));

test('both texts can be read out of the rows, with their numbers', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const rows = lineDiff(a, b);
      const inReference = rows.filter((row) => row.inReference !== undefined);
      const inText = rows.filter((row) => row.inText !== undefined);
      expect(inReference.map(({ line }) => line).join('\n')).toBe(a);
      expect(inText.map(({ line }) => line).join('\n')).toBe(b);
      expect(inReference.map((row) => row.inReference)).toEqual(a.split('\n').map((_, i) => i + 1));
      expect(inText.map((row) => row.inText)).toEqual(b.split('\n').map((_, i) => i + 1));
      for (const { kind, ...row } of rows)
        expect(kind === 'same').toBe(row.inReference !== undefined && row.inText !== undefined);
    }),
  );
});

/** By the textbook table. */
function longest(a: readonly string[], b: readonly string[]): number {
  const at = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let k = 1; k <= b.length; k++)
      at[i]![k] = a[i - 1] === b[k - 1] ? at[i - 1]![k - 1]! + 1 : Math.max(at[i - 1]![k]!, at[i]![k - 1]!);
  return at[a.length]![b.length]!;
}

test('as many lines are alike as can be', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const same = lineDiff(a, b).filter(({ kind }) => kind === 'same').length;
      expect(same).toBe(longest(a.split('\n'), b.split('\n')));
    }),
  );
});

test('two long texts without a line in common take no long time', () => {
  const [a, b] = ['a', 'b'].map((name) => Array.from({ length: 20_000 }, (_, i) => name + i).join('\n'));
  const rows = lineDiff(a ?? '', b ?? '');
  expect(rows).toHaveLength(40_000);
  expect(rows[0]).toEqual({ kind: 'only reference', line: 'a0', inReference: 1 });
});

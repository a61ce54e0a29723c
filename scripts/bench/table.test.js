import { expect, test } from 'vitest';
import { benchTable } from './table.js';

test('a row says its target, what was measured, and whether that is enough', () => {
  const row = { id: 'P1', item: 'sync-100', what: 'a / b', target: '≥ 2 ×', found: '1.90 ×' };
  const text = benchTable([
    { ...row, isMet: false },
    { ...row, isMet: true },
    { ...row, isMet: undefined },
  ]);
  expect(text.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
    '| | on | what | target | measured | |',
    '| --- | -------- | ----- | ------ | -------- | ------- |',
    '| P1 | sync-100 | a / b | ≥ 2 × | 1.90 × | NOT MET |',
    '| P1 | sync-100 | a / b | ≥ 2 × | 1.90 × | met |',
    '| P1 | sync-100 | a / b | ≥ 2 × | 1.90 × | |',
  ]);
});

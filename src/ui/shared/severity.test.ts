import { expect, test } from 'vitest';
import type { Finding } from '../../doctor/index.ts';
import { bytesWords, counts, findingWords, isWorse } from './severity.ts';

const finding: Finding = {
  rule: 'synckey-under-sync',
  severity: 'error',
  basis: 'reported',
  source: 'MS-ASCMD 2.2.3.180',
  text: 'It stands there.',
  exchange: 0,
  side: 'response',
  start: 12,
  end: 17,
};

test.each([
  { start: 12, end: 17, words: 'bytes 12–16' },
  { start: 12, end: 13, words: 'byte 12' },
  { start: 10, end: 10, words: 'at byte 10' },
])('$start to $end is $words', ({ start, end, words }) => {
  expect(bytesWords(start, end)).toBe(words);
});

test('a finding says where it is, how often, and how it is known', () => {
  expect(findingWords(finding)).toBe('bytes 12–16 · reported · MS-ASCMD 2.2.3.180');
  expect(findingWords({ ...finding, times: 3 })).toBe('bytes 12–16, 3 times · reported · MS-ASCMD 2.2.3.180');
  expect(findingWords({ ...finding, start: 0, end: 0 })).toBe('reported · MS-ASCMD 2.2.3.180');
});

test('severities are ordered and counted', () => {
  expect(isWorse('error', 'warning')).toBe(true);
  expect(isWorse('note', 'note')).toBe(false);
  expect(isWorse('note', undefined)).toBe(true);
  expect(counts([finding, { ...finding, severity: 'note' }, finding])).toEqual([
    { severity: 'error', count: 2 },
    { severity: 'note', count: 1 },
  ]);
});

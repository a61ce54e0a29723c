import { expect, test } from 'vitest';
import type { Breach, Consequence, Judgement, RuleFacts } from './rule.ts';
import { severityOf } from './severity.ts';
import type { Known, Severity } from './types.ts';

const known: Known<string> = { value: '14.1', how: 'known', why: '' };
const guessed: Known<string> = { value: '14.1', how: 'guessed', why: '' };

function severity(
  breach: Breach,
  what: Consequence['what'],
  basis: Consequence['basis'],
  more: Partial<Judgement> = {},
  version: Known<string> | undefined = known,
): Severity {
  const rule: RuleFacts = { id: 'x', breach, consequence: { what, basis }, basis, source: '' };
  return severityOf(rule, { text: '', start: 0, end: 0, ...more }, version);
}

test.each<[Breach, Consequence['what'], Consequence['basis'], Severity]>([
  ['MUST', 'rejected', 'reported', 'error'],
  ['MUST', 'rejected', 'spec', 'error'],
  ['MUST', 'rejected', 'inferred', 'error'],
  ['MUST', 'crash', 'reported', 'error'],
  ['MUST', 'unknown', 'inferred', 'error'],
  ['MUST', 'hurts', 'reported', 'error'],
  ['MUST', 'tolerated', 'reported', 'warning'],
  ['MUST', 'tolerated', 'inferred', 'warning'],
  ['MUST', 'unreadable', 'spec', 'error'],
  ['habit', 'unreadable', 'spec', 'error'],
  ['habit', 'rejected', 'reported', 'error'],
  ['SHOULD', 'rejected', 'spec', 'error'],
  ['SHOULD', 'rejected', 'inferred', 'warning'],
  ['SHOULD', 'hurts', 'reported', 'warning'],
  ['SHOULD', 'unknown', 'inferred', 'note'],
  ['SHOULD', 'tolerated', 'reported', 'note'],
  ['habit', 'tolerated', 'reported', 'note'],
  ['habit', 'unknown', 'inferred', 'note'],
  ['habit', 'rejected', 'inferred', 'note'],
])('%s, %s (%s): %s', (breach, what, basis, expected) => {
  expect(severity(breach, what, basis)).toBe(expected);
});

test('what depends on a version is an error only where the version is known', () => {
  const bound = { versionBound: true } as const;
  expect(severity('MUST', 'unknown', 'inferred', bound)).toBe('error');
  expect(severity('MUST', 'unknown', 'inferred', bound, guessed)).toBe('warning');
  expect(severity('MUST', 'unknown', 'inferred', {}, guessed)).toBe('error');
  expect(severity('habit', 'tolerated', 'inferred', bound, guessed)).toBe('note');
});

test('what a real server is known to do is as loud as its row says', () => {
  const deviation = {
    id: 'DEV-00',
    server: 'S',
    versions: '14.1',
    rule: 'x',
    phones: '',
    source: '',
  };
  expect(severity('MUST', 'unknown', 'inferred', { deviation: { ...deviation, advice: 'note' } })).toBe(
    'note',
  );
  expect(severity('habit', 'tolerated', 'spec', { deviation: { ...deviation, advice: 'error' } })).toBe(
    'error',
  );
});

test('a judgement may know better than its rule', () => {
  expect(severity('MUST', 'unknown', 'inferred', { breach: 'habit' })).toBe('note');
  expect(
    severity('habit', 'unknown', 'inferred', { consequence: { what: 'crash', basis: 'reported' } }),
  ).toBe('error');
});

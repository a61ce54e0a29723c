import { expect, test } from 'vitest';
import { simulate } from './run.ts';
import { castOf } from './setup.ts';

test('every field has a default', () => {
  const { setup } = castOf({});
  expect(setup).toEqual({
    script: 'add-account',
    version: '16.1',
    server: 'exact',
    phone: 'iphone',
    faults: [],
    replies: [],
    maxSteps: 2_000,
    maxRepeats: 8,
    parameters: {},
  });
});

test('what nothing is called falls back to the default, and is not in the setup', () => {
  const { setup } = castOf({
    script: 'x',
    server: 'x',
    phone: 'x',
    version: '9.9',
    faults: ['x', 'zero-key'],
  });
  expect(setup).toMatchObject({ script: 'add-account', server: 'exact', phone: 'iphone', version: '16.1' });
  expect(setup.faults).toEqual(['zero-key']);
});

test.each([
  ['12.1', ['12.1']],
  ['14.1', ['12.1', '14.0', '14.1']],
])('a server asked for %s offers nothing newer', (version, versions) => {
  expect(castOf({ version }).manner.versions).toEqual(versions);
});

test('what is assumed of a phone can be changed', () => {
  const rounds = (roundsBeforeZero: number): number => {
    const { steps } = simulate({
      version: '14.1',
      faults: ['invalid-utf8'],
      parameters: { roundsBeforeZero },
    });
    const rows = steps.flatMap(({ taken }) => taken.map(({ row }) => row));
    return rows.slice(0, rows.indexOf('C50')).filter((row) => row === 'C25').length;
  };
  expect(rounds(2)).toBe(1);
  expect(rounds(5)).toBe(4);
});

test('a Ping that is held can be answered by the person', () => {
  const before = simulate({ version: '14.1' });
  expect(before.steps.at(-1)).toMatchObject({ kind: 'request', text: 'Ping arrives at the server.' });
  // Status 7: the folders changed.
  const bytes = Uint8Array.from([
    0x03, 0x01, 0x6a, 0x00, 0x00, 0x0d, 0x45, 0x47, 0x03, 0x37, 0x00, 0x01, 0x01,
  ]);
  const after = simulate({ version: '14.1', replies: [{ step: before.steps.length, message: { bytes } }] });
  const step = after.steps[before.steps.length];
  expect(step).toMatchObject({ kind: 'reply', standIn: true });
  expect(step?.taken.map(({ row }) => row)).toContain('C39');
  expect(after.outcome).toMatchObject({ ended: 'script', phone: 'PINGING', mailboxesEqual: true });
});

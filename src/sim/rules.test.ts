import { expect, test } from 'vitest';
import { fingerprintOf, rulesFingerprint, rulesToday } from './rules.ts';

const rules = rulesToday();
const today = rulesFingerprint();
const first = <T>([one, ...others]: readonly T[], change: (one: T) => Partial<T>): T[] =>
  one === undefined ? [] : [{ ...one, ...change(one) }, ...others];
const [judged = [], ...others] = rules.reactions;

test('the fingerprint is that of the rules as they are', () => {
  expect(fingerprintOf(rules)).toBe(today);
  expect(today).toMatch(/^[0-9a-f]{16}$/);
});

test.each([
  { what: 'what a row says', rules: { phoneRows: first(rules.phoneRows, () => ({ effects: 'Asks.' })) } },
  { what: 'where a row is from', rules: { serverRows: first(rules.serverRows, () => ({ source: 'here' })) } },
  { what: 'what a phone is called', rules: { phones: first(rules.phones, () => ({ title: 'Phone' })) } },
  { what: 'what is known of a phone', rules: { phones: first(rules.phones, () => ({ traits: [] })) } },
  { what: 'what is said of a server', rules: { servers: first(rules.servers, () => ({ about: '' })) } },
  { what: 'what a fault is expected to do', rules: { faults: first(rules.faults, () => ({ about: '' })) } },
  {
    what: 'what is said of a script',
    rules: { scripts: first(rules.scripts, () => ({ about: 'Mended.' })) },
  },
  { what: 'words of a reaction', rules: { reactions: [first(judged, () => ({ does: 'asks' })), ...others] } },
])('$what does not decide', ({ rules: changed }) => {
  expect(fingerprintOf({ ...rules, ...changed })).toBe(today);
});

test.each([
  { what: 'the state after a row', rules: { phoneRows: first(rules.phoneRows, () => ({ next: 'C-X' })) } },
  { what: 'a row more', rules: { serverRows: [...rules.serverRows, ...rules.serverRows.slice(0, 1)] } },
  {
    what: 'a parameter of a phone',
    rules: {
      phones: first(rules.phones, ({ parameters }) => ({ parameters: { ...parameters, windowSize: 7 } })),
    },
  },
  { what: 'a version of a server', rules: { servers: first(rules.servers, () => ({ versions: ['14.1'] })) } },
  { what: 'a habit of a fault', rules: { faults: first(rules.faults, () => ({ habits: {}, id: 'x' })) } },
  { what: 'an event of a script', rules: { scripts: first(rules.scripts, () => ({ events: [] })) } },
  {
    what: 'a verdict',
    rules: { reactions: [first(judged, () => ({ verdict: 'unknown' as const })), ...others] },
  },
])('$what decides', ({ rules: changed }) => {
  expect(fingerprintOf({ ...rules, ...changed })).not.toBe(today);
});

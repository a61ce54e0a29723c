import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHash } from '../share/index.ts';
import { ruleHash, sampleHash, savedHash } from './written-address.ts';

const ids = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,30}$/);
const steps = fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: undefined });

test('what is written is read as what was asked for', () => {
  fc.assert(
    fc.property(ids, steps, (id, step) => {
      expect(readHash(sampleHash(id, step))).toEqual({
        kind: 'sample',
        id,
        ...(step !== undefined && { step }),
      });
      expect(readHash(savedHash(id))).toEqual({ kind: 'saved', id });
      expect(readHash(ruleHash(id))).toEqual({ kind: 'rule', id });
    }),
  );
});

test('an id of a rule is escaped: it may come from an address', () => {
  expect(ruleHash('a b/ü')).toBe('#rule/a%20b%2F%C3%BC');
  expect(ruleHash()).toBe('#rule/');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHash } from './address.ts';

test.each([
  { hash: '', address: { kind: 'start' } },
  { hash: '#', address: { kind: 'start' } },
  { hash: '#s/case-37-bytes', address: { kind: 'sample', id: 'case-37-bytes' } },
  { hash: '#s/zpush-14-1/12', address: { kind: 'sample', id: 'zpush-14-1', step: 12 } },
  { hash: '#c/4f0c', address: { kind: 'saved', id: '4f0c' } },
  { hash: '#rule/redundant-switch-page', address: { kind: 'rule', id: 'redundant-switch-page' } },
  { hash: '#w1.AAAA', address: { kind: 'link', hash: '#w1.AAAA' } },
  { hash: '#w2.AAAA', address: { kind: 'link', hash: '#w2.AAAA' } },
] as const)('$hash', ({ hash, address }) => {
  expect(readHash(hash)).toEqual(address);
});

test.each([
  '#x',
  '#s',
  '#s/',
  '#s/a b',
  '#s/a/0',
  '#s/a/01',
  '#s/a/-1',
  '#s/a/x',
  '#s/a/',
  '#s/a/1/2',
  '#s/../a',
  '#c/',
  '#c/a/b',
  '#rule/a/1',
  '#w1',
  '#w.AA',
  '#S/a',
  `#s/${'a'.repeat(101)}`,
])('%s is unknown', (hash) => {
  const address = readHash(hash);
  expect(address.kind).toBe('unknown');
  if (address.kind === 'unknown') expect(address.text.length).toBeLessThan(80);
});

test('any text is some address', () => {
  const near = fc.stringMatching(/^#?(s|c|rule|w1)[/.][a-z0-9/.-]{0,12}$/);
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (hash) => {
      expect(() => readHash(hash)).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

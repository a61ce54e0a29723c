import { expect, test } from 'vitest';
import { makeItem } from './corpus.js';

test('the first Sync request is the 40 bytes a phone sends', () => {
  expect(Buffer.from(makeItem('sync-initial').bytes()).toString('hex')).toBe(
    '03016a00' + // header
      '455c4f' + // Sync, Collections, Collection
      '4b033000' + // SyncKey
      '01' +
      '52033200' + // CollectionId
      '01' +
      '57' + // Options
      '0011' +
      '45' + // BodyPreference
      '46033100' +
      '01' +
      '4703333237363800' +
      '01' +
      '0101010101',
  );
});

test('a name always gives the same bytes', () => {
  const [once, again] = [makeItem('sync-100').bytes(), makeItem('sync-100').bytes()];
  expect(Buffer.compare(once, again)).toBe(0);
  expect(once.length).toBeGreaterThan(80_000);
});

test.each([
  { name: 'siblings-1000', elements: 2008, depth: 6 },
  { name: 'levels-1000', elements: 1000, depth: 1000 },
])('$name has what its name says', ({ name, elements, depth }) => {
  expect(makeItem(name)).toMatchObject({ elements, depth });
});

test('an unknown name is refused with those there are', () => {
  expect(() => makeItem('sync-101')).toThrow('sync-100');
});

import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { factsOf, firstSyncKey } from './facts.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());

test.each([
  { hex: '03016a00 45 4b 033100 01 01', key: '1' },
  { hex: '03016a00 45 5c 4f 4b 03 7b617d3100 01 01 01 01', key: '{a}1' },
  { hex: '03016a00 0007 56 52 033000 01 01', key: '0' }, // that of FolderHierarchy
  { hex: '03016a00 45 0b 01', key: undefined }, // empty
  { hex: '03016a00 45 4b', key: undefined }, // cut off
  { hex: `03016a00 45 4b 03 ${'61'.repeat(60)} 00 01 01`, key: `${'a'.repeat(44)}…` },
  { hex: '', key: undefined },
])('the SyncKey of $hex is $key', ({ hex, key }) => {
  expect(firstSyncKey(read(hex))).toBe(key);
});

test('a version that is guessed says so', () => {
  const decoded = read('03016a0005');
  expect(factsOf(decoded, { value: '14.1', how: 'guessed', why: '' })).toEqual(['version 14.1 (guessed)']);
  expect(factsOf(decoded, { value: '14.1', how: 'known', why: '' })).toEqual(['version 14.1']);
  expect(factsOf(decoded, undefined)).toEqual([]);
});

import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { elementPath, pathWords } from './element-path.ts';

function wordsAt(hex: string, offset: number): string {
  const decoded = decode(fromHex(hex) ?? new Uint8Array());
  return pathWords(elementPath(decoded, decoded.tokens.atOffset(offset)));
}

test.each([
  { at: 3, path: '' },
  { at: 4, path: 'Sync' },
  { at: 5, path: 'Sync > Collections' },
  { at: 6, path: 'Sync > Collections > Collection' },
  { at: 7, path: 'Sync > Collections > Collection > SyncKey' },
  { at: 8, path: 'Sync > Collections > Collection > SyncKey' },
  { at: 9, path: 'Sync > Collections > Collection > SyncKey' },
  { at: 11, path: 'Sync > Collections > Collection > SyncKey' },
  { at: 12, path: 'Sync > Collections > Collection' },
  { at: 14, path: 'Sync' },
])('byte $at: $path', ({ at, path }) => {
  expect(wordsAt('03016a00 45 5c 4f 4b 03 31 00 01 01 01 01', at)).toBe(path);
});

test('an attribute stands in its tag, a PI in itself', () => {
  expect(wordsAt('02056a00 45 86 0b 03 6100 01', 7)).toBe('si > indication');
  expect(wordsAt('03016a00 43 05 01', 5)).toBe('PI');
});

test('a very long path names its ends and counts the rest', () => {
  const hex = `03016a00 ${'45'.repeat(100)}`;
  const words = wordsAt(hex, 103);
  expect(words.split(' > ')).toHaveLength(32);
  expect(words).toMatch(/^Sync > … 69 more … > Sync > /);
  expect(wordsAt(hex, 4 + 30).split(' > ')).toHaveLength(31);
});

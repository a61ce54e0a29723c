import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { changed, owned, ownText } from './own-text.ts';
import { readXml } from '../xml/index.ts';

const TEXT = '<Sync xmlns="AirSync"><Status>1</Status></Sync>';
const hexOf = (own: ReturnType<typeof ownText>) => own.read.bytes && toHex(own.read.bytes);
const at = TEXT.indexOf('1<');

test('an edit gives the bytes of the whole new text', () => {
  const own = changed(owned(readXml(TEXT)), [{ from: at, to: at + 1, insert: '12' }]);
  expect(own.read.text).toBe(TEXT.replace('>1<', '>12<'));
  expect(hexOf(own)).toBe('03016a00454e033132000101');
});

test('several changes of one edit count in the text before it', () => {
  const changes = [
    { from: TEXT.length - 7, to: TEXT.length - 7, insert: '<MoreAvailable/>' },
    { from: at, to: at + 1, insert: '3' },
  ];
  expect(hexOf(changed(ownText(TEXT), changes))).toBe('03016a00454e033300011401');
});

test('a text that breaks has no bytes, and has them again when it is mended', () => {
  const broken = changed(ownText(TEXT), [{ from: 1, to: 2, insert: 'Z' }]);
  expect(broken.read.bytes).toBeUndefined();
  expect(broken.read.problems.some(({ severity }) => severity === 'error')).toBe(true);
  expect(hexOf(changed(broken, [{ from: 1, to: 2, insert: 'S' }]))).toBe('03016a00454e0331000101');
});

test('a text that never could be read is read whole with each change', () => {
  const broken = ownText('<Sync xmlns="AirSync"><Status>');
  expect(broken.edit).toBeUndefined();
  const end = broken.read.text.length;
  const mended = changed(broken, [{ from: end, to: end, insert: '1</Status></Sync>' }]);
  expect(hexOf(mended)).toBe('03016a00454e0331000101');
  expect(mended.edit).toBeDefined();
});

test('a text over bytes that could not be read is taken for what it is', () => {
  const own = ownText('<?wbxml bytes="000003"?>', 'none');
  const whole = { from: 0, to: own.read.text.length, insert: TEXT };
  const after = changed(own, [whole]);
  expect(after.read.doctype).toBe('activesync');
  expect(hexOf(after)).toBe('03016a00454e0331000101');
  expect(hexOf(changed(after, [{ from: at, to: at + 1, insert: '2' }]))).toBe('03016a00454e0332000101');
});

test('names of no type stay those of no type', () => {
  const own = changed(ownText('<?wbxml bytes="000003"?>', 'none'), [{ from: 0, to: 0, insert: '<tag-0x05' }]);
  expect([own.read.doctype, own.read.bytes]).toEqual(['none', undefined]);
});

import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { attributeContent, contentOf } from './element-content.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());

test.each([
  { what: 'no content', hex: '03016a00 05', content: { kind: 'empty', size: 0 } },
  { what: 'nothing inside', hex: '03016a00 45 01', content: { kind: 'empty', size: 0 } },
  {
    what: 'a string',
    hex: '03016a00 45 03 6162 00 01',
    content: { kind: 'text', head: { text: 'ab', whole: true }, size: 2, span: { start: 6, end: 8 } },
  },
  {
    what: 'an empty string',
    hex: '03016a00 45 03 00 01',
    content: { kind: 'text', head: { text: '', whole: true }, size: 0 },
  },
  {
    what: 'strings, a character and a string of the table',
    hex: '03016a02 7900 45 03 6100 02 62 83 00 01',
    content: { kind: 'text', head: { text: 'aby', whole: true }, size: 3 },
  },
  {
    what: 'a string that the input ends in',
    hex: '03016a00 45 03 6162',
    content: { kind: 'text', head: { text: 'ab', whole: true }, size: 2 },
  },
  {
    what: 'data',
    hex: '03016a00 45 c3 02 00ff 01',
    content: { kind: 'data', typed: false, size: 2, span: { start: 7, end: 9 } },
  },
  {
    what: 'data and text',
    hex: '03016a00 45 c3 01 61 03 6200 01',
    content: { kind: 'text', head: { text: 'ab', whole: true }, size: 2 },
  },
  { what: 'a child', hex: '03016a00 45 03 6100 4b 01 01', content: { kind: 'elements', size: 0 } },
  {
    what: 'attributes, then a string',
    hex: '03016a00 c5 05 03 7800 01 03 6100 01',
    content: { kind: 'text', head: { text: 'a', whole: true }, size: 1 },
  },
  {
    what: 'a variable of WML between strings',
    hex: '030a6a00 60 03 6100 42 7800 03 6200 01',
    content: { kind: 'text', head: { text: 'a$(x)b', whole: true } },
  },
  {
    what: 'a word of Wireless Village',
    hex: '03116a00 49 80 1b 01',
    content: { kind: 'text', head: { text: 'Private', whole: true } },
  },
  {
    what: 'what was not read',
    hex: '03016a00 45 03 6100 00',
    content: { kind: 'text', head: { text: 'a', whole: true }, size: 1 },
  },
])('$what', ({ hex, content }) => {
  const decoded = read(hex);
  const root = Array.from(decoded.tokens).findIndex(({ kind }) => kind === 'tag');
  expect(contentOf(decoded, root)).toMatchObject(content);
});

test('a long text is looked at from its beginning only, and counted whole', () => {
  const decoded = read(`03016a00 45 03 ${'61'.repeat(20_000)} 00 03 62 00 01`);
  const { head, size, span } = contentOf(decoded, 4);
  expect(head).toEqual({ text: 'a'.repeat(16_384), whole: false });
  expect([size, span]).toEqual([20_001, undefined]);
});

test('very many pieces are followed so far only', () => {
  const decoded = read(`03016a00 45 ${'036100'.repeat(100)} 01`);
  expect(contentOf(decoded, 4).head).toEqual({ text: 'a'.repeat(64), whole: false });
});

test.each([
  { what: 'prefix, string and piece', hex: '02056a00 86 0c 03 7800 85 01', text: 'http://x.com/' },
  { what: 'prefix alone', hex: '02056a00 86 08 01', text: 'signal-high' },
  { what: 'a packed date', hex: '02056a00 86 0a c3 04 20260131 01', text: '2026-01-31T00:00:00Z' },
  { what: 'up to the next attribute', hex: '02056a00 86 0b 03 6100 11 03 6200 01', text: 'a' },
  {
    what: 'variables',
    hex: '030a6a02 7800 9c 4b 40 7900 82 00 85 01',
    text: 'http://$(y:escape)$(x:noesc).com/',
  },
])('an attribute: $what', ({ hex, text }) => {
  const decoded = read(hex);
  const start = Array.from(decoded.tokens).findIndex(({ kind }) => kind === 'attributeStart');
  expect(attributeContent(decoded, start).head).toEqual({ text, whole: true });
});

test('an attribute without a value is empty', () => {
  expect(attributeContent(read('02056a00 86 0b 01'), 5).kind).toBe('empty');
});

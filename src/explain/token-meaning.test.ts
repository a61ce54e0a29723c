import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode, Vocabulary, type Decoded, type DocumentType } from '../doctypes/index.ts';
import { tokenMeaning } from './token-meaning.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());
const meaningAt = (decoded: Decoded, offset: number) =>
  tokenMeaning(decoded, decoded.tokens.atOffset(offset));

test.each([
  { hex: '03', at: 0, meaning: 'WBXML 1.3' },
  { hex: '12', at: 0, meaning: 'WBXML 2.2' },
  { hex: '0301', at: 1, meaning: 'public id 1' },
  { hex: '0305', at: 1, meaning: 'public id 5 (Service Indication 1.0)' },
  { hex: '039f51', at: 1, meaning: 'public id 4049 (SyncML 1.0)' },
  { hex: '037f', at: 1, meaning: 'public id 127 (not registered)' },
  { hex: '0300006a03 616200 45', at: 1, meaning: 'public id "ab"' },
  { hex: '0300096a03 616200 45', at: 1, meaning: 'public id outside the string table' },
  { hex: '03016a', at: 2, meaning: 'UTF-8' },
  { hex: '030104', at: 2, meaning: 'ISO-8859-1' },
  { hex: '030100', at: 2, meaning: 'charset not given' },
  { hex: '03018e0f', at: 2, meaning: 'charset 1807' },
  { hex: '03016a00', at: 3, meaning: 'no string table' },
  { hex: '03016a01 00 45', at: 3, meaning: 'string table of 1 byte' },
  { hex: '03016a05 61620063 64 45', at: 7, meaning: 'string at 3: "cd"' },
  { hex: '03016a00 0002 45', at: 4, meaning: 'switch to page 2 Email' },
  { hex: '03016a00 0063 45', at: 4, meaning: 'switch to page 99' },
  { hex: '03016a00 85 0001 05 01', at: 5, meaning: 'switch to attribute page 1' },
  { hex: '03016a00 45', at: 4, meaning: '<Sync>' },
  { hex: '03016a00 05', at: 4, meaning: '<Sync/>' },
  { hex: '03016a00 c5', at: 4, meaning: '<Sync …>' },
  { hex: '03016a00 85', at: 4, meaning: '<Sync …/>' },
  { hex: '03016a00 7f', at: 4, meaning: '<tag-0x3F>' },
  { hex: '03016a03 616200 44 00', at: 7, meaning: '<literal:ab>' },
  { hex: '03016a03 616200 04 05', at: 7, meaning: '<literal:(offset 5, outside the string table)/>' },
  { hex: '03016a00 45 01', at: 5, meaning: '</Sync>' },
  { hex: '03016a00 45 03 2266 00', at: 5, meaning: '"\\"f"' },
  { hex: '0301 8777 00 45 03 d83dde00 0000', at: 6, meaning: '"😀"' },
  { hex: '030104 00 45 03 e4 00', at: 5, meaning: '"ä"' },
  { hex: '03016a00 45 02 41', at: 5, meaning: 'character "A", U+0041' },
  { hex: '03016a00 45 02 83b000', at: 5, meaning: 'character U+D800, which is none' },
  { hex: '03016a00 45 41 6100', at: 5, meaning: 'EXT_I_1 "a"' },
  { hex: '03016a00 45 82 07', at: 5, meaning: 'EXT_T_2 7' },
  { hex: '03016a00 45 c2', at: 5, meaning: 'EXT_2' },
  { hex: '03016a00 45 c3 00', at: 5, meaning: 'no data' },
  { hex: '03016a00 45 c3 03 610d0a', at: 5, meaning: 'data, 3 bytes: "a\\r\\n"' },
  { hex: '03016a00 45 c3 03 610007', at: 5, meaning: 'data, 3 bytes' },
  { hex: '02056a00 46 0a c3 04 20260131', at: 4, meaning: '<indication>' },
  { hex: '02056a00 86 0a c3 04 20260131 01', at: 6, meaning: 'data, 4 bytes: 2026-01-31T00:00:00Z' },
  { hex: '02056a00 86 0a c3 04 ffffffff 01', at: 6, meaning: 'data, 4 bytes' },
])('$meaning', ({ hex, at, meaning }) => {
  expect(meaningAt(read(hex), at)).toBe(meaning);
});

/** The same bytes read with another vocabulary than this build has. */
function readAs(hex: string, more: Partial<DocumentType>): Decoded {
  const { bytes, doctype, document, tokens, problems } = read(hex);
  const type = { id: 'x', title: 'X', mediaTypes: [], roots: [], namespaced: false, tagPages: [], ...more };
  return { bytes, doctype, vocabulary: new Vocabulary(type), document, tokens, problems };
}

test.each([
  { hex: '03016a03 757200 45 40 757200', at: 8, meaning: 'variable "$(ur:escape)"' },
  { hex: '03016a03 757200 45 81 00', at: 8, meaning: 'variable "$(ur:unesc)"' },
  { hex: '03016a03 757200 45 82 00', at: 8, meaning: 'variable "$(ur)"' },
  { hex: '03016a03 757200 45 80 09', at: 8, meaning: 'variable 9, outside the string table' },
])('with variables: $meaning', ({ hex, at, meaning }) => {
  expect(meaningAt(readAs(hex, { variables: true }), at)).toBe(meaning);
});

test('a word of the type by its number', () => {
  const words = [[3, 'hello']] as const;
  expect(meaningAt(readAs('03016a00 45 80 03', { extensionWords: words }), 5)).toBe(
    '"hello", word 3 of the type',
  );
  expect(meaningAt(readAs('03016a00 45 80 04', { extensionWords: words }), 5)).toBe('EXT_T_0 4');
  expect(meaningAt(readAs('03016a00 45 81 03', { extensionWords: words }), 5)).toBe('EXT_T_1 3');
});

test('the characters shown can be chosen', () => {
  expect(tokenMeaning(read('03016a00 45 03 616263 00'), 5, 2)).toBe('"ab" …');
});

import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { allMessages } from '../testing/corpus.ts';
import { decode, receivedDecoded, sentDecoded, type DecodeOptions } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

/** All that anybody asks of a decoded message. */
const told = (decoded: ReturnType<typeof decode>) => ({
  doctype: decoded.doctype,
  document: { ...decoded.document, tokens: [...decoded.tokens] },
  problems: decoded.problems,
  tree: [...decoded.tokens].map((_, i) => [decoded.tokens.parent(i), decoded.tokens.hasText(i)]),
});

function expectSame(bytes: Uint8Array, options: DecodeOptions = {}): void {
  const sent = structuredClone(sentDecoded(bytes, options));
  expect(told(receivedDecoded(bytes, sent, options))).toEqual(told(decode(bytes, options)));
}

test.each([
  { hex: '', what: 'nothing' },
  { hex: '03', what: 'half a header' },
  { hex: '3c61', what: 'no header' },
  { hex: '03016a000001', what: 'no root' },
  { hex: '03016a00454b0331', what: 'the end inside a string' },
  { hex: '03016a00454b033100010105', what: 'more behind the root' },
  { hex: '030000076102610045034b0001', what: 'a string table, and a type of no known name' },
  { hex: '02056a0545c60b0361626300010101', what: 'attributes' },
])('$hex, $what, is the same when it was sent', ({ hex }) => expectSame(bytesOf(hex)));

test('what was asked for stays', () => {
  const bytes = bytesOf('03010045036100ff01');
  expectSame(bytes, { doctype: 'si-1.0', charset: 4 });
  expectSame(bytes, { mediaType: 'application/vnd.wap.sic' });
});

test('every message of the corpus is the same when it was sent', () => {
  for (const { bytes } of allMessages()) expectSame(bytes);
});

test('the table that is sent is nobody else’s', () => {
  const bytes = bytesOf('03016a0005');
  const { cells } = sentDecoded(bytes);
  expect(cells.buffer.byteLength).toBe(cells.byteLength);
  expect(cells.byteOffset).toBe(0);
});

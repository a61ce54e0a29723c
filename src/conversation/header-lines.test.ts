import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headersFromText, headerText } from './header-lines.ts';
import { conversationFromJson, conversationToJson } from './json.ts';
import { LIMITS } from './limits.ts';

test.each([
  { text: '', headers: undefined },
  { text: ' \n\n', headers: undefined },
  { text: 'Host: a.test\r\nX-Empty:', headers: { Host: 'a.test', 'X-Empty': '' } },
  { text: 'Accept: a\naccept:b', headers: { Accept: 'a, b' } },
  { text: 'Date: Mon\n  10:00', headers: { Date: 'Mon 10:00' } },
])('$text', ({ text, headers }) => {
  expect(headersFromText(text)).toEqual({ ok: true, headers });
});

test.each([
  { text: 'Host: a\nPOST / HTTP/1.1', fault: { line: 2, text: 'it has no colon' } },
  { text: 'a b: c', fault: { line: 1, text: 'in front of the colon stands no header name' } },
  { text: ': c', fault: { line: 1, text: 'in front of the colon stands no header name' } },
  { text: '__proto__: c', fault: { line: 1, text: 'in front of the colon stands no header name' } },
  { text: `a: ${'x'.repeat(65_537)}`, fault: { line: 1, text: 'it is too long' } },
])('a line that is no header is told: $text', ({ text, fault }) => {
  expect(headersFromText(text)).toEqual({ ok: false, fault });
});

const LONG = 'x'.repeat(LIMITS.headerValue / 2 - 1);
const distinct = (count: number): string => Array.from({ length: count }, (_, i) => `X-${i}: a`).join('\n');

test.each([
  { what: 'repeated', text: `X: ${LONG}\nx: ${LONG}`, more: 'y' },
  { what: 'folded', text: `X: ${LONG}\n ${LONG}y`, more: 'y' },
  { what: 'of as many names as may be', text: distinct(LIMITS.headers), more: '\nY: a' },
])('headers $what are read as far as a conversation may hold them', ({ text, more }) => {
  const read = headersFromText(text);
  if (!read.ok) throw new Error(read.fault.text);
  const http = read.headers && { headers: read.headers };
  const exchanges = [{ id: '1', request: { ...(http && { http }) } }];
  expect(conversationFromJson(conversationToJson({ format: 1, title: '', exchanges })).ok).toBe(true);
  expect(headersFromText(text + more)).toMatchObject({ ok: false });
});

test.each([
  { text: `A: b\nX: ${LONG}\nx: ${LONG}yy\nC: d`, fault: { line: 3, text: 'with it x is too long' } },
  { text: `X: ${LONG}\n\n ${LONG}\n  ${LONG}`, fault: { line: 4, text: 'with it X is too long' } },
  { text: `\n${distinct(501)}\nX-0: b`, fault: { line: 502, text: '500 headers are the most' } },
])('the line with which headers are too much is told: $fault', ({ text, fault }) => {
  expect(headersFromText(text)).toEqual({ ok: false, fault });
});

test('what is written comes back', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,9}$/).map((text) => `X-${text}`);
  const value = fc.string().map((text) => text.trim());
  const headers = fc
    .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key.toLowerCase(), minLength: 1 })
    .map((pairs) => Object.fromEntries(pairs));
  fc.assert(
    fc.property(headers, (given) => {
      expect(headersFromText(headerText(given))).toEqual({ ok: true, headers: given });
    }),
  );
});

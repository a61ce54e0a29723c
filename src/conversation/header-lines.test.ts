import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headersFromText, headerText } from './header-lines.ts';

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

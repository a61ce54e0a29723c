import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { decode, vocabularyOf } from '../doctypes/index.ts';
import { bytesToXml, readXml } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const hexOf = (text: string): string => Buffer.from(text).toString('hex');

/** Bytes of an indication with that attribute list, and its text. */
const indication = (list: string) => `03056a004586${list}0101`;
const textOf = (attributes: string) => `<?wbxml type="si-1.0"?>\n<si>\n  <indication ${attributes}/>\n</si>`;

/** A push as WAP-167 §8.4 shows one: a link, two dates, an action, a text. */
const PUSH =
  `03056a0045c60d03${hexOf('xyz')}008503${hexOf('email/123/abc.wml')}000ac30719990625152315` +
  `10c304199906300701 03${hexOf('You have 4 new emails')}000101`.replaceAll(' ', '');

test('a whole push, both ways', () => {
  const text =
    '<?wbxml type="si-1.0"?>\n<si>\n  <indication href="http://www.xyz.com/email/123/abc.wml" ' +
    'created="1999-06-25T15:23:15Z" si-expires="1999-06-30T00:00:00Z" action="signal-medium">' +
    'You have 4 new emails</indication>\n</si>';
  expect(decode(bytesOf(PUSH)).problems).toEqual([]);
  expect(bytesToXml(bytesOf(PUSH))).toBe(text);
  expect(toHex(readXml(text).bytes ?? new Uint8Array(0))).toBe(PUSH);
});

describe('every start and value of the vocabulary is the plain choice for its text', () => {
  const type = vocabularyOf('si-1.0')?.type;
  const starts = type?.attributePages?.[0]?.starts ?? [];
  const values = type?.attributePages?.[0]?.values ?? [];
  test.each(starts.map(([code, name, prefix = '']) => ({ code, name, prefix })))(
    '$name="$prefix…"',
    ({ code, name, prefix }) => {
      const codeHex = code.toString(16).padStart(2, '0');
      expect(bytesToXml(bytesOf(indication(codeHex)))).toBe(textOf(`${name}="${prefix}"`));
      expect(toHex(readXml(textOf(`${name}="${prefix}"`)).bytes ?? new Uint8Array(0))).toBe(
        indication(codeHex),
      );
      const withText = `${codeHex}03${hexOf('!x')}00`;
      expect(bytesToXml(bytesOf(indication(withText)))).toBe(textOf(`${name}="${prefix}!x"`));
      expect(toHex(readXml(textOf(`${name}="${prefix}!x"`)).bytes ?? new Uint8Array(0))).toBe(
        indication(withText),
      );
    },
  );
  test.each(values.map(([code, text]) => ({ code, text })))('$text in an address', ({ code, text }) => {
    const hex = indication(`0c03${hexOf('a')}00${code.toString(16)}03${hexOf('b')}00`);
    expect(bytesToXml(bytesOf(hex))).toBe(textOf(`href="http://a${text}b"`));
    expect(toHex(readXml(textOf(`href="http://a${text}b"`)).bytes ?? new Uint8Array(0))).toBe(hex);
  });
});

describe('dates', () => {
  test.each([
    { hex: 'c30420261122', value: '2026-11-22T00:00:00Z' },
    { hex: 'c3052026112210', value: '2026-11-22T10:00:00Z' },
    { hex: 'c306202611221020', value: '2026-11-22T10:20:00Z' },
    { hex: 'c30720261122102030', value: '2026-11-22T10:20:30Z' },
    { hex: 'c30720261122000030', value: '2026-11-22T00:00:30Z' },
    { hex: 'c3052026112200', value: '{opaque 2026112200}' }, // a zero that none would write
    { hex: 'c303202611', value: '{opaque 202611}' },
    { hex: 'c3082026112210203040', value: '{opaque 2026112210203040}' },
    { hex: 'c3042026112a', value: '{opaque 2026112a}' },
    { hex: 'c300', value: '{opaque -}' },
  ])('$hex is $value', ({ hex, value }) => {
    for (const [code, name] of [
      ['0a', 'created'],
      ['10', 'si-expires'],
    ] as const) {
      expect(bytesToXml(bytesOf(indication(code + hex)))).toBe(textOf(`${name}="${value}"`));
      expect(toHex(readXml(textOf(`${name}="${value}"`)).bytes ?? new Uint8Array(0))).toBe(
        indication(code + hex),
      );
    }
  });

  test('a date that the form cannot say is sent as a string', () => {
    const read = readXml(textOf('created="tomorrow"'));
    expect(toHex(read.bytes ?? new Uint8Array(0))).toBe(indication(`0a03${hexOf('tomorrow')}00`));
  });
});

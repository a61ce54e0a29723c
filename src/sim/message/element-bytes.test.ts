import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../testing/seed.ts';
import { toHex } from '../../bytes/index.ts';
import { xmlToBytes } from '../../xml/index.ts';
import { elementBytes, elementText } from './element-bytes.ts';
import { flag, opaque, rawByte, tag, type Content, type Element } from './element.ts';
import { plainBytes } from './plain-bytes.ts';

const throughText = (root: Element): string =>
  toHex(xmlToBytes(elementText(root), { doctype: 'activesync' }));

const names = ['AirSync:Sync', 'AirSync:SyncKey', 'AirSyncBase:Body', 'Email:Subject', 'ComposeMail:Mime'];

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', '\t', '\r', '&', '<', '>', '$(x)', '"', 'é', '😀', '\u0085'),
  }),
  // What has no plain form must take the other way.
  fc.string({ unit: fc.constantFrom('a', '\0', '\x01', '\x7f', rawByte(0xff), '\ufeff') }),
);

const element: fc.Arbitrary<Element> = fc.letrec<{ element: Element; content: Content }>((tie) => ({
  element: fc
    .record({ name: fc.constantFrom(...names), holds: fc.array(tie('content'), { maxLength: 4 }) })
    .chain((each) => fc.constantFrom<Element>(each, { name: each.name })),
  content: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.uint8Array({ maxLength: 200 }).map((bytes) => opaque(toHex(bytes))),
    tie('element'),
  ),
})).element;

test('the short way and the way over the XML text give the same bytes', () => {
  let plain = 0;
  fc.assert(
    fc.property(element, (root) => {
      if (plainBytes(root)) plain++;
      expect(toHex(elementBytes(root))).toBe(throughText(root));
    }),
    { numRuns: 500 },
  );
  expect(plain).toBeGreaterThan(100);
});

test.each([
  { what: 'a page switch', root: tag('AirSync:Sync', flag('Email:Read')), hex: '03016a004500021501' },
  { what: 'empty, with content', root: tag('AirSync:Sync'), hex: '03016a004501' },
  { what: 'two texts', root: tag('AirSync:SyncKey', 'a', ''), hex: '03016a004b036100030001' },
  { what: 'OPAQUE', root: tag('AirSync:SyncKey', opaque('00ff')), hex: '03016a004bc30200ff01' },
])('$what', ({ root, hex }) => {
  expect(toHex(plainBytes(root) ?? new Uint8Array(0))).toBe(hex);
  expect(throughText(root)).toBe(hex);
});

test.each([
  { what: 'an unknown name', root: tag('AirSync:Other') },
  { what: 'a raw byte', root: tag('AirSync:SyncKey', rawByte(0xff)) },
  { what: 'a control', root: tag('AirSync:SyncKey', '\x01') },
  { what: 'another mark', root: tag('AirSync:SyncKey', { mark: 'opaque length="3000000"' }) },
])('$what has no plain form', ({ root }) => {
  expect(plainBytes(root)).toBeUndefined();
});

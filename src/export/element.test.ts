import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { elementBytes, elementMessage, elementValue, elementXml } from './element.ts';

const read = (hex: string): Decoded => decode(fromHex(hex) as Uint8Array);
/** Index of the first tag of that name. */
function tag({ tokens }: Decoded, name: string): number {
  return Array.from(tokens).findIndex((token) => token.kind === 'tag' && token.name === name);
}

// Sync > Collection > SyncKey "1", Body (page 17) > Data "a" "b"
const message = read('03016a00 45 5c 4f 4b033100 01 0011 4a 4b 036100 036200 01 01 01 01 01');

test.each([
  { name: 'SyncKey', bytes: '4b03310001', value: '1' },
  { name: 'Data', bytes: '4b03610003620001', value: 'ab' },
  { name: 'Body', bytes: '4a4b0361000362000101', value: undefined },
])('$name', ({ name, bytes, value }) => {
  const i = tag(message, name);
  expect(toHex(elementBytes(message, i))).toBe(bytes);
  expect(elementValue(message, i)).toBe(value);
});

describe('an element as a message of its own', () => {
  test.each([
    { name: 'SyncKey', alone: '03016a004b03310001', xml: '<SyncKey xmlns="AirSync">1</SyncKey>' },
    { name: 'Body', alone: '03016a0000114a4b0361000362000101', xml: '<Body xmlns="AirSyncBase">' },
  ])('$name', ({ name, alone, xml }) => {
    const i = tag(message, name);
    expect(toHex(elementMessage(message, i))).toBe(alone);
    expect(elementXml(message, i)).toContain(xml);
    expect(toHex(xmlToBytes(elementXml(message, i)))).toBe(alone);
  });

  test('keeps the string table its strings are in', () => {
    const decoded = read('03016a04 61620063 45 5c 4f 4b 8300 01 01 01 01');
    const i = tag(decoded, 'SyncKey');
    expect(elementValue(decoded, i)).toBe('ab');
    expect(toHex(xmlToBytes(elementXml(decoded, i)))).toBe('03016a04616200634b830001');
  });
});

test.each([
  { name: 'no content', body: '0b', value: '' },
  { name: 'content without anything in it', body: '4b01', value: '' },
  { name: 'a character by its number', body: '4b 02 8120 01', value: '\u00a0' },
  { name: 'a character that is none', body: '4b 02 84808000 01', value: undefined },
  { name: 'data that is text', body: '4b c3 03 61c3a4 01', value: 'aä' },
  { name: 'data that is not', body: '4b c3 02 61ff 01', value: '61ff' },
  { name: 'data with a zero', body: '4b c3 02 6100 01', value: '6100' },
  { name: 'an extension', body: '4b c0 01', value: undefined },
  { name: 'a text that the input ends in', body: '4b 03 6162', value: 'ab' },
  { name: 'a switch of pages before the text', body: '4b 0001 036100 0000 01', value: 'a' },
])('the value of an element with $name', ({ body, value }) => {
  const decoded = read(`03016a00 45 5c 4f ${body}`);
  expect(elementValue(decoded, tag(decoded, 'SyncKey'))).toBe(value);
});

import { expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { conversationFromJson, conversationToJson } from './json.ts';
import { bytesAround } from './bytes-around.ts';
import { firstPartOf, wholeBodyOf } from './multipart-body.ts';
import type { Conversation, Message } from './types.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array();
const hexOf = ({ bytes = new Uint8Array() }: Message): string => toHex(bytes);
/** An ItemOperations reply of 8 bytes, and a file of 3. */
const WBXML = '03016a00 0014 05';
const BODY = bytesOf(`02000000 14000000 07000000 1b000000 03000000 ${WBXML} aabbcc`);

test('its WBXML part is the message, and the rest is kept', () => {
  const whole: Message = { bytes: BODY, http: { status: 200 } };
  const part = firstPartOf(whole);
  expect(hexOf(part)).toBe('03016a00001405');
  expect(part.http).toEqual({ status: 200 });
  expect(bytesAround(part)).toBe(23);
  expect(wholeBodyOf(part)).toEqual(whole);
});

test.each(['', '03016a000e05', '0200000014000000070000001b00000003000000', '010000000c00000001000000ff'])(
  'is no multipart answer with WBXML: %s',
  (hex) => {
    const message = { bytes: bytesOf(hex) };
    expect(firstPartOf(message)).toBe(message);
    expect(wholeBodyOf(message)).toBe(message);
    expect(bytesAround(message)).toBe(0);
  },
);

test('the table follows a change of the part', () => {
  const part = firstPartOf({ bytes: BODY });
  const edited = wholeBodyOf({ ...part, bytes: bytesOf('03016a00001445 01') });
  expect(hexOf(edited)).toBe('0200000014000000080000001c0000000300000003016a0000144501aabbcc');
});

test('it is saved and read again', () => {
  const conversation: Conversation = {
    format: 1,
    title: 'x',
    exchanges: [{ id: '1', response: firstPartOf({ bytes: BODY }) }],
  };
  expect(conversationFromJson(conversationToJson(conversation))).toEqual({ ok: true, value: conversation });
});

test.each([[{ before: 1, after: '' }], [{ before: '%%', after: '' }], [{ before: '' }], ['x']])(
  'what is no such thing in a file is told: %j',
  (around) => {
    const text = JSON.stringify({
      format: 1,
      title: 'x',
      exchanges: [{ id: '1', response: { bytes: 'AwFqAA==', around } }],
    });
    expect(conversationFromJson(text)).toMatchObject({ ok: false });
  },
);

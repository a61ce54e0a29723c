import { expect, test } from 'vitest';
import { toHex } from '../../bytes/index.ts';
import { exchangesIn, oneMessage, onSide } from './pasted-exchanges.ts';

const HEX = '03016a00455c4f4b033000015203310001010101';
const HTTP = `POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\r\nHost: a.test\r\n\r\n${HEX}`;

test.each([
  { name: 'hex', text: HEX, request: HEX, response: HEX },
  { name: 'XML', text: '<Sync xmlns="AirSync"/>', request: '03016a0005', response: '03016a0005' },
  { name: 'an HTTP request', text: HTTP, request: HEX, response: undefined },
  { name: 'nothing', text: 'Is anybody there?', request: undefined, response: undefined },
  { name: 'broken XML', text: '<Sync xmlns="AirSync"><x', request: undefined, response: undefined },
])('$name as one half of an exchange', ({ text, request, response }) => {
  const pasted = exchangesIn(text);
  const hex = (side: 'request' | 'response'): string | undefined => {
    const bytes = oneMessage(pasted, side)?.bytes;
    return bytes && toHex(bytes);
  };
  expect([hex('request'), hex('response')]).toEqual([request, response]);
  expect(pasted.why).not.toBe('');
});

test('a lone message is put on the side that a person says, a pair stays', () => {
  const message = { bytes: Uint8Array.of(1) };
  expect(onSide([{ response: message }, { request: message, response: message }], 'request')).toEqual([
    { request: { ...message, readAs: { side: 'request' } } },
    { request: message, response: message },
  ]);
});

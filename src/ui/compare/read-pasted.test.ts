import { expect, test } from 'vitest';
import { toHex } from '../../bytes/index.ts';
import { messagesOf } from '../../conversation/index.ts';
import { readPaste } from '../../intake/index.ts';
import { readPasted } from './read-pasted.ts';

const HEX = '03016a00455c4f4b033000015203310001010101';
const XML = '<Sync xmlns="AirSync"><Collections/></Sync>';

const messages = (text: string, side: 'request' | 'response') =>
  messagesOf(readPasted(readPaste(text), side).conversation ?? { format: 1, title: '', exchanges: [] }).map(
    (one) => [one.side, toHex(one.message.bytes ?? new Uint8Array())],
  );

test.each(['request', 'response'] as const)('bytes that say nothing of their side are a %s', (side) => {
  expect(messages(HEX, side)).toEqual([[side, HEX]]);
});

test('XML is encoded', () => {
  expect(messages(XML, 'response')).toEqual([['response', '03016a00451c01']]);
});

test('an HTTP request stays one', () => {
  const text = `POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\nHost: a\n\n${HEX}`;
  expect(messages(text, 'response')).toEqual([['request', HEX]]);
});

test.each([
  { text: '', why: /nothing/i },
  { text: 'good morning', why: /Nothing in this text stands for bytes/ },
  { text: '<Sync xmlns="AirSync"><Collections></Sync>', why: /cannot be encoded/ },
])('“$text” is no message, and is told so', ({ text, why }) => {
  const read = readPasted(readPaste(text), 'response');
  expect(read.conversation).toBeUndefined();
  expect(read.why).toMatch(why);
});

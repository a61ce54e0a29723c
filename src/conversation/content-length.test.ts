import { expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { applyEditsWithLength } from './content-length.ts';
import type { Conversation, Message } from './types.ts';

const place = { exchange: 0, side: 'response' as const };
const talk = (message: Message): Conversation => ({
  format: 1,
  title: 'x',
  exchanges: [{ id: '1', response: message }],
});
const bytes = fromHex('03016a00455c0101') as Uint8Array;
/** Takes two bytes out, in two splices. */
const edits = [
  { place: { ...place, start: 4, end: 5 }, bytes: new Uint8Array() },
  { place: { ...place, start: 7, end: 8 }, bytes: new Uint8Array() },
];

test.each<[string, Record<string, string> | undefined, Record<string, string> | undefined]>([
  ['that is right follows', { 'Content-Length': '8' }, { 'Content-Length': '6' }],
  [
    'keeps its spelling and its place',
    { 'content-length': ' 8', Date: 'x' },
    { 'content-length': '6', Date: 'x' },
  ],
  ['that was wrong before stays', { 'Content-Length': '9' }, { 'Content-Length': '9' }],
  ['that is not there stays away', { Date: 'x' }, { Date: 'x' }],
  ['without headers', undefined, undefined],
])('a Content-Length %s', (_, headers, after) => {
  const http = headers ? { status: 200, headers } : { status: 200 };
  const message = applyEditsWithLength(talk({ bytes, http }), edits).exchanges[0]?.response;
  expect(toHex(message?.bytes ?? new Uint8Array())).toBe('03016a005c01');
  expect(message?.http?.headers).toEqual(after);
});

test('counts the whole of a multipart body', () => {
  const around = { before: 'AQIDBA==', after: '/w==' };
  const http = { headers: { 'Content-Length': '13' } };
  const message = applyEditsWithLength(talk({ bytes, http, around }), edits).exchanges[0]?.response;
  expect(message?.http?.headers).toEqual({ 'Content-Length': '11' });
});

test('where as many bytes come as go nothing is changed but bytes', () => {
  const http = { headers: { 'Content-Length': '8' } };
  const [edit] = edits;
  const same = [{ place: (edit as (typeof edits)[0]).place, bytes: Uint8Array.of(0x46) }];
  expect(applyEditsWithLength(talk({ bytes, http }), same).exchanges[0]?.response?.http).toBe(http);
});

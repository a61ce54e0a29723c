import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { onOwnSides, sideAlone } from './own-sides.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

const SYNC_ASKED = '03016a00 45 5c4f 4b03310001 5203310001 13 010101';
const SYNC_ANSWERED = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';
const KEY_0 = '03016a00 45 5c4f 4b03300001 5203310001 010101';
const FOLDERS_ASKED = '03016a000007 56 5203300001 01';
const FOLDERS_ANSWERED = '03016a000007 56 4c03310001 5203310001 4e 57033000 01 01 01';
const SERVICE = '02056a00 45 c6 0c 036d61696c2e6578616d706c6500 01 036e657700 0101';

test.each([
  ['what only a request holds', SYNC_ASKED, 'request'],
  ['what only a reply holds', SYNC_ANSWERED, 'response'],
  ['a reply would lack its Status', KEY_0, 'request'],
  ['a reply would lack its Status', FOLDERS_ASKED, 'request'],
  ['Changes', FOLDERS_ANSWERED, 'response'],
  ['another document type', SERVICE, 'response'],
  ['no WBXML', '1f8b0800', 'response'],
  ['nothing', '', 'response'],
])('%s: %s is a %s', (_, hex, side) => {
  expect(sideAlone({ bytes: bytesOf(hex) })).toBe(side);
});

const talkOf = (hexes: readonly string[]): Conversation => ({
  format: 1,
  title: 't',
  exchanges: hexes.map((hex, i) => ({ id: String(i + 1), response: { bytes: bytesOf(hex) } })),
});

const shapeOf = ({ exchanges }: Conversation): string =>
  exchanges
    .map(({ id, request, response }) => `${id}:${request ? 'request' : ''}${response ? 'response' : ''}`)
    .join(' ');

test.each([
  ['a request alone', [KEY_0], '1:request'],
  ['a request and its reply', [KEY_0, SYNC_ANSWERED], '1:requestresponse'],
  [
    'two pairs',
    [FOLDERS_ASKED, FOLDERS_ANSWERED, KEY_0, SYNC_ANSWERED],
    '1:requestresponse 2:requestresponse',
  ],
  ['the reply of another command', [FOLDERS_ASKED, SYNC_ANSWERED], '1:request 2:response'],
  ['a reply before its request', [SYNC_ANSWERED, KEY_0], '1:response 2:request'],
  ['two replies to one request', [KEY_0, SYNC_ANSWERED, SYNC_ANSWERED], '1:requestresponse 2:response'],
  ['two requests', [KEY_0, SYNC_ASKED, SYNC_ANSWERED], '1:request 2:requestresponse'],
  ['replies only', [SYNC_ANSWERED, SYNC_ANSWERED], '1:response 2:response'],
])('%s: %j → %s', (_, hexes, shape) => {
  expect(shapeOf(onOwnSides(talkOf(hexes)))).toBe(shape);
});

test('what was put down as a request stays one, and nothing is made anew where nothing moves', () => {
  const told: Conversation = {
    format: 1,
    title: 't',
    exchanges: [{ id: '7', request: { bytes: bytesOf(SYNC_ANSWERED) } }],
  };
  expect(onOwnSides(told)).toBe(told);
  const replies = talkOf([SYNC_ANSWERED]);
  expect(onOwnSides(replies)).toBe(replies);
});

test('what the notes say of a reply goes with it, and is said of the request where it is one', () => {
  const talk = talkOf([KEY_0, SYNC_ANSWERED]);
  const noted = talk.exchanges.map((one, i) => ({ ...one, note: `Reply: made ${i}. Reply: cut.` }));
  expect(onOwnSides({ ...talk, exchanges: noted }).exchanges.map(({ note }) => note)).toEqual([
    'Request: made 0. Request: cut. Reply: made 1. Reply: cut.',
  ]);
});

import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { messageAt } from '../conversation/index.ts';
import { headerOf } from '../eas/index.ts';
import { simulate } from '../sim/index.ts';
import { ask } from './asking.ts';

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const FOLDER_SYNC = bytes('03016a000007565203300001 01');
const setup = { server: 'exact', version: '14.1', faults: [] };

test('bytes alone are sent as a phone would send them', () => {
  const { conversation, says } = ask({ request: { bytes: FOLDER_SYNC }, setup });
  const request = messageAt(conversation, { exchange: 0, side: 'request' });
  expect(request?.http?.url).toContain('Cmd=FolderSync');
  expect(headerOf(request?.http, 'MS-ASProtocolVersion')).toBe('14.1');
  expect(messageAt(conversation, { exchange: 0, side: 'response' })).toBeDefined();
  expect(says).toContain('policy');
});

test('a request with HTTP of its own goes out as it is', () => {
  const request = { bytes: FOLDER_SYNC, http: { url: '/x?Cmd=FolderSync', headers: {} } };
  const { conversation } = ask({ request, setup });
  expect(messageAt(conversation, { exchange: 0, side: 'request' })).toBe(request);
});

test('the server of a run knows the phone, and a second request adds to the first', () => {
  const state = simulate({ version: '14.1' }).steps.at(-1)?.server;
  const first = ask({ request: { bytes: FOLDER_SYNC }, setup, state });
  expect(first.says).toContain('folders');
  const second = ask({
    request: { bytes: FOLDER_SYNC },
    setup,
    state: first.state,
    before: first.conversation,
  });
  expect(second.conversation.exchanges.map(({ id }) => id)).toEqual(['1', '2']);
});

test.each(['', '00', '03', '03016a', 'ffffffff', '03016a0005ff'])('any bytes get an answer: %s', (hex) => {
  const { conversation } = ask({ request: { bytes: bytes(hex) }, setup });
  expect(conversation.exchanges).toHaveLength(1);
});

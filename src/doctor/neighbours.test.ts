import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Conversation, Exchange, Http } from '../conversation/index.ts';
import { examineAll } from './examine.ts';
import { SYNC_KEY_0, SYNC_KEY_1 } from './exchange-rules/example-bytes.ts';
import { neighbourVersions } from './neighbours.ts';

const bytes = fromHex(SYNC_KEY_0) ?? new Uint8Array();
const reply = fromHex(SYNC_KEY_1) ?? new Uint8Array();

const from = (device?: string, version?: string): Http => ({
  url: `/x?Cmd=Sync${device === undefined ? '' : `&DeviceId=${device}`}`,
  ...(version !== undefined && { headers: { 'MS-ASProtocolVersion': version } }),
});
const talk = (...https: (Http | undefined)[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: https.map((http, i): Exchange => {
    const exchange: Exchange = { id: `${i}`, request: { bytes }, response: { bytes: reply } };
    if (http) exchange.request = { bytes, http };
    return exchange;
  }),
});
const versions = (...https: (Http | undefined)[]): (string | undefined)[] =>
  neighbourVersions(talk(...https)).map((one) => one?.value);

describe('the version of an exchange that does not say', () => {
  test('is that of the last one before it, or of the first after', () => {
    expect(versions(undefined, from('D', '12.1'), undefined, from('D', '16.1'), undefined)).toEqual([
      '12.1',
      undefined,
      '12.1',
      undefined,
      '16.1',
    ]);
  });
  test('is that of the same phone', () => {
    expect(versions(from('A', '12.1'), from('B', '16.1'), from('A'), from('B'), from('C'))).toEqual([
      undefined,
      undefined,
      '12.1',
      '16.1',
      undefined,
    ]);
  });
  test('is not told by a version nobody knows, or where nobody says', () => {
    expect(versions(from('A', '99.9'), from('A'))).toEqual([undefined, undefined]);
    expect(versions()).toEqual([]);
  });
  test('is a guess with its reason, and each message carries it', () => {
    const [, , request, response] = examineAll(talk(from('D', '12.1'), undefined));
    for (const one of [request, response]) {
      expect(one?.context.version).toEqual({
        value: '12.1',
        how: 'guessed',
        why: 'Exchange 1, before it, says 12.1, and a phone keeps to its version.',
      });
    }
  });
});

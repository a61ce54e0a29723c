import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Message, Side } from '../conversation/index.ts';
import { contextOf } from './examination.ts';

const message = (hex: string, more: Omit<Message, 'bytes'> = {}): Message => ({
  bytes: fromHex(hex) ?? new Uint8Array(),
  ...more,
});

const REQUEST = '03016a00 45 5c4f 4b03310001 5203310001 13 010101';
const RESPONSE = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';
const ADDRESS = { method: 'POST', url: '/x?Cmd=Sync', headers: { 'MS-ASProtocolVersion': '12.1' } };

describe('the command', () => {
  test.each<[string, Message, Message | undefined, string | undefined, string]>([
    ['a person’s word', message(RESPONSE, { readAs: { command: 'Ping' } }), undefined, 'Ping', 'said'],
    [
      'the address',
      message(REQUEST, { http: { url: '/x?Cmd=FolderSync' } }),
      undefined,
      'FolderSync',
      'known',
    ],
    ['the address of the request', message(RESPONSE), message(REQUEST, { http: ADDRESS }), 'Sync', 'known'],
    ['the root', message(RESPONSE), undefined, 'Sync', 'known'],
    ['the root', message('03016a000007 56 5203300001 01'), undefined, 'FolderSync', 'known'],
    ['the root', message('03016a00000d 45 01'), undefined, 'Ping', 'known'],
  ])('from %s', (_, one, partner, command, how) => {
    expect(contextOf(one, undefined, partner).command).toMatchObject({ value: command, how });
  });

  test('is absent where the root is the root of none', () => {
    expect(contextOf(message('03016a000001 45 01')).command).toBeUndefined();
    expect(contextOf(message('03016a00')).command).toBeUndefined();
    expect(contextOf({}).command).toBeUndefined();
  });

  test('an answer to a body under a wrong address is what the body asked', () => {
    const body = '03016a000007 56 5203300001 01';
    const request = message(body, { http: ADDRESS });
    expect(contextOf(request).command?.value).toBe('Sync');
    const answer = message('03016a000007 56 4c03310001 5203310001 01');
    expect(contextOf(answer, 'response', request).command).toMatchObject({
      value: 'FolderSync',
      why: 'Its root is FolderHierarchy:FolderSync.',
    });
  });
});

describe('the side', () => {
  test.each([
    [RESPONSE, 'Only a response has Status where it stands here.'],
    [REQUEST, 'Only a request has GetChanges where it stands here.'],
    [
      '03016a00 45 5c4f 4b03310001 5203310001 13 57 5803330001 01 010101',
      'Only a request has GetChanges and Options where they stand here.',
    ],
  ])('is told by what only one of them has', (hex, why) => {
    expect(contextOf(message(hex)).side.why).toBe(why);
  });

  test.each<[string, Message, Side | undefined, Message | undefined, Side, string]>([
    [
      'a person’s word',
      message(REQUEST, { readAs: { side: 'response' } }),
      'request',
      undefined,
      'response',
      'said',
    ],
    [
      'an HTTP status',
      message(REQUEST, { http: { status: 200 } }),
      undefined,
      undefined,
      'response',
      'known',
    ],
    [
      'an HTTP method',
      message(RESPONSE, { http: { method: 'POST' } }),
      undefined,
      undefined,
      'request',
      'known',
    ],
    [
      'words around it',
      message(REQUEST, { sideTold: 'response' }),
      'response',
      undefined,
      'response',
      'known',
    ],
    [
      'an HTTP status, whatever words say',
      message(REQUEST, { http: { status: 200 }, sideTold: 'request' }),
      'request',
      undefined,
      'response',
      'known',
    ],
    ['its partner', message(REQUEST), 'response', message(REQUEST), 'response', 'known'],
    ['GetChanges', message(REQUEST), 'response', undefined, 'request', 'guessed'],
    ['Status', message(RESPONSE), 'request', undefined, 'response', 'guessed'],
    [
      'what is missing',
      message('03016a000007 56 5203300001 01'),
      'response',
      undefined,
      'request',
      'guessed',
    ],
    ['where it was put', message('03016a00 45 01'), 'request', undefined, 'request', 'guessed'],
    ['nothing', message('03016a00 45 01'), undefined, undefined, 'response', 'guessed'],
    ['nothing', {}, undefined, undefined, 'response', 'guessed'],
  ])('from %s', (_, one, slot, partner, side, how) => {
    const found = contextOf(one, slot, partner).side;
    expect(found).toMatchObject({ value: side, how });
    expect(found.why).toMatch(/\.$/);
  });
});

describe('the version', () => {
  test.each<[string, Message, Message | undefined, string, string]>([
    ['a person’s word', message(RESPONSE, { readAs: { version: '16.1' } }), undefined, '16.1', 'said'],
    ['its own header', message(REQUEST, { http: ADDRESS }), undefined, '12.1', 'known'],
    ['the other half’s header', message(RESPONSE), message(REQUEST, { http: ADDRESS }), '12.1', 'known'],
    ['the base64 query', message(REQUEST, { http: { url: '/x?jQAJBAAAAA==' } }), undefined, '14.1', 'known'],
    ['nothing', message(RESPONSE), undefined, '14.1', 'guessed'],
    [
      'Class in Collection',
      message('03016a00 45 5c4f 5003456d61696c0001 4b03310001 5203310001 4e03310001 010101'),
      undefined,
      '12.1',
      'guessed',
    ],
    [
      'Location of 16.0',
      message('03016a00 45 5c4f 4b03310001 5203310001 56 47 4c03310001 5d 0011 20 01 01 01 010101'),
      undefined,
      '16.0',
      'guessed',
    ],
    [
      'a header that names none',
      message(RESPONSE, { http: { headers: { 'MS-ASProtocolVersion': '9' } } }),
      undefined,
      '14.1',
      'guessed',
    ],
  ])('from %s', (_, one, partner, version, how) => {
    expect(contextOf(one, undefined, partner).version).toMatchObject({ value: version, how });
  });

  test('is not guessed where the content is not known here', () => {
    const listing = message('03016a000007 45 01', { readAs: { side: 'request' } });
    expect(contextOf(listing).version).toBeUndefined();
  });
});

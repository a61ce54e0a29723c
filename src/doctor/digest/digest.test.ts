import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../bytes/index.ts';
import type { Http, Message } from '../../conversation/index.ts';
import { examineMessage } from '../examination.ts';
import {
  answered,
  asked,
  deletes,
  folder,
  folderList,
  holding,
  leaf,
  message,
  sync,
} from '../exchange-rules/example-bytes.ts';
import { PHASE_1_DEVICE, phase1Reply } from '../exchange-rules/provision-example.ts';
import { quoted, rewritten, turnsOf, type Digest } from './index.ts';
import { packsNothing, sameness } from './sameness.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const digestOf = (hex: string, side: 'request' | 'response', http?: Http): Digest => {
  const one: Message = { bytes: bytesOf(hex), readAs: { side, version: '14.1' }, ...(http && { http }) };
  return examineMessage(one).digest;
};

describe('a Sync', () => {
  test('request: id, key, window and operations, each with its place', () => {
    const {
      sync: found,
      rootName,
      whole,
      status,
    } = digestOf(sync(asked('7', '2', leaf('55', '25'), deletes('2:1', '2:2'))), 'request');
    expect({ rootName, whole, status }).toEqual({ rootName: 'AirSync:Sync', whole: true, status: undefined });
    const [collection] = found?.collections ?? [];
    expect(collection).toMatchObject({
      start: 6,
      key: { text: '7', start: 7, end: 12 },
      id: { text: '2', start: 12, end: 17 },
      windowSize: { text: '25' },
      asked: [],
      asksMime: false,
      commands: { count: 2 },
    });
    expect(collection?.commands?.list.map(({ kind, serverId }) => `${kind} ${serverId?.text}`)).toEqual([
      'Delete 2:1',
      'Delete 2:2',
    ]);
  });

  test('an empty GetChanges is there, with no text', () => {
    const { sync: found } = digestOf(sync(asked('7', '2', '13')), 'request');
    expect(found?.collections[0]?.getChanges).toMatchObject({ text: '' });
  });

  test('its options: body types, MIME', () => {
    const options = holding(
      '57',
      leaf('62', '2'),
      '0011',
      holding('45', leaf('46', '2')),
      holding('45', leaf('46', '1')),
      '0000',
    );
    const { sync: found } = digestOf(sync(asked('7', '2', options)), 'request');
    expect(found?.collections[0]).toMatchObject({ asked: ['2', '1'], asksMime: true });
  });

  test('the first 5,000 operations are listed, and all are counted', () => {
    const ids = Array.from({ length: 6000 }, (_, i) => `${i}`);
    const { sync: found } = digestOf(sync(answered('8', '2', deletes(...ids))), 'response');
    const commands = found?.collections[0]?.commands;
    expect([commands?.count, commands?.list.length]).toEqual([6000, 5000]);
  });

  test('turns pair what was asked with what was answered', () => {
    const request = digestOf(sync(asked('0', '2'), asked('0', '3')), 'request');
    const response = digestOf(sync(answered('5', '3')), 'response');
    const turns = turnsOf({ exchange: 0, request, response });
    expect(turns.map(({ asked: { id }, answered: a }) => `${id?.text} ${a?.key?.text ?? '-'}`)).toEqual([
      '2 -',
      '3 5',
    ]);
  });
});

test('FolderSync: key, count and folders', () => {
  const { hierarchy, status } = digestOf(folderList('1', folder('5', 'Inbox', '2')), 'response');
  expect(status?.text).toBe('1');
  expect(hierarchy).toMatchObject({ key: { text: '1' }, count: { text: '1' } });
  expect(hierarchy?.folders).toMatchObject([
    { kind: 'Add', id: { text: '5' }, parent: { text: '0' }, name: { text: 'Inbox' }, type: { text: '2' } },
  ]);
});

test('Ping: folders of a request and of a reply', () => {
  const request = message(
    '000d',
    holding('45', leaf('48', '900'), holding('49', holding('4a', leaf('4b', '2'), leaf('4c', 'Email')))),
  );
  expect(digestOf(request, 'request').ping).toMatchObject({
    heartbeat: { text: '900' },
    folders: [{ text: '2' }],
  });
  const reply = message('000d', holding('45', leaf('47', '2'), holding('49', leaf('4a', '2'))));
  expect(digestOf(reply, 'response').ping?.folders).toMatchObject([{ text: '2' }]);
});

test('Provision: policies by phase, and the device', () => {
  const request = digestOf(PHASE_1_DEVICE, 'request').provision;
  expect(request?.deviceInformation).toBeDefined();
  expect(request?.policies[0]?.status).toBeUndefined();
  expect(digestOf(phase1Reply('7'), 'response').provision?.policies[0]).toMatchObject({
    key: { text: '7' },
    status: { text: '1' },
  });
});

describe('HTTP', () => {
  test('what a request says', () => {
    const http: Http = {
      method: 'post',
      url: '/Microsoft-Server-ActiveSync?User=u&DeviceId=D&DeviceType=iPhone&Cmd=Sync',
      headers: { 'x-ms-policykey': '5', 'CONTENT-LENGTH': '12', 'ms-asprotocolversion': '14.1' },
    };
    expect(digestOf('', 'request', http).http).toMatchObject({
      method: 'POST',
      phone: 'u D',
      addressed: 'Sync',
      hasPlainQuery: true,
      policyKey: '5',
      contentLength: 12,
      version: '14.1',
    });
  });
  test('a length that is none is none', () => {
    expect(digestOf('', 'response', { status: 200, headers: { 'Content-Length': 'many' } }).http).toEqual({
      status: 200,
      hasHeaders: true,
      hasPlainQuery: false,
    });
  });
});

test('what is no WBXML has no content, and is compared all the same', () => {
  const gzip = bytesOf('1f8b08000000000000030300 00000000 00000000');
  const { digest } = examineMessage({ bytes: gzip });
  expect(digest).toMatchObject({ body: 'gzip', packsNothing: true, length: 20, whole: false });
  expect(digest.sync).toBeUndefined();
  expect(packsNothing(bytesOf('1f8b080000000000000303000000000001000000'))).toBe(false);
  expect(packsNothing(undefined)).toBe(false);
});

test('sameness tells bytes apart by any one byte, order and length', () => {
  const base = bytesOf('0102030405');
  const all = [undefined, new Uint8Array(), base, bytesOf('0102030504'), bytesOf('010203040500')];
  for (let i = 0; i < base.length; i++) {
    const changed = base.slice();
    changed[i] = 0xff;
    all.push(changed);
  }
  expect(new Set(all.map(sameness)).size).toBe(all.length);
  expect(sameness(base.slice())).toBe(sameness(base));
});

test('a digest is plain data', () => {
  const digest = digestOf(sync(answered('8', '2', deletes('2:1'))), 'response');
  expect(structuredClone(digest)).toEqual(digest);
});

test('words and bytes of values', () => {
  expect(quoted('x'.repeat(50))).toBe(`“${'x'.repeat(40)}…”`);
  expect(toHex(rewritten(0x52, 'ä\0b'))).toBe('5203c3a4620001');
});

import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Message } from '../conversation/index.ts';
import { sampleMessages } from '../testing/corpus.ts';
import { xmlToBytes } from '../xml/index.ts';
import { judgeReply, type ReplyQuestion } from './judge-reply.ts';
import { elementBytes } from './message/element-bytes.ts';
import { tag } from './message/element.ts';

const samples = new Map(sampleMessages().map(({ name, bytes }) => [name.split('/')[0] ?? '', bytes]));
const sample = (id: string): Uint8Array => {
  const bytes = samples.get(id);
  if (!bytes) throw new Error(`no sample ${id}`);
  return bytes;
};

/** A phone's Sync of one folder. */
const ask = (key: string, folder: string): Uint8Array =>
  elementBytes(
    tag(
      'AirSync:Sync',
      tag(
        'AirSync:Collections',
        tag('AirSync:Collection', tag('AirSync:SyncKey', key), tag('AirSync:CollectionId', folder)),
      ),
    ),
  );
const askTree = elementBytes(tag('FolderHierarchy:FolderSync', tag('FolderHierarchy:SyncKey', '0')));

interface Case {
  id: string;
  key?: string;
  folder?: string;
  iphone: string;
  android: string;
}

// What was reported of each attempt; `unknown`: no source says what that phone does.
const syncCases: Case[] = [
  { id: 'case-37-bytes', iphone: 'rejects', android: 'accepts' },
  { id: 'case-uuid-key', iphone: 'rejects', android: 'accepts' },
  { id: 'case-first-mail', iphone: 'rejects', android: 'unknown' },
  { id: 'case-shifted-tokens', iphone: 'rejects', android: 'rejects' },
  { id: 'case-class-added', iphone: 'rejects', android: 'accepts' },
  { id: 'case-accepted', iphone: 'accepts', android: 'accepts' },
  { id: 'case-no-page-switch', iphone: 'accepts', android: 'accepts' },
  { id: 'case-status-under-sync', iphone: 'accepts', android: 'accepts' },
  { id: 'case-empty-commands', iphone: 'accepts', android: 'accepts' },
  { id: 'exchange-sync-reply', folder: '2', iphone: 'accepts', android: 'accepts' },
  { id: 'case-25-bytes', iphone: 'accepts', android: 'accepts' },
];

describe('the replies of the case to key 0 at 14.1', () => {
  test.each(syncCases)(
    '$id: iPhone $iphone, Android $android',
    ({ id, key = '0', folder = '1', ...want }) => {
      const judge = (phone: string) =>
        judgeReply({ phone, version: '14.1', request: ask(key, folder), response: sample(id) });
      expect(judge('iphone')).toMatchObject({ verdict: want.iphone });
      expect(judge('iphone').next.state).toMatch(want.iphone === 'accepts' ? /^SYNCING/ : /^K0-WAIT$/);
      expect(judge('android')).toMatchObject({ verdict: want.android });
    },
  );

  test.each([
    ['case-folders-on-page-1', 'rejects', 'C-HIER0'],
    ['case-folders-old-tokens', 'rejects', 'C-HIER0'],
    ['case-folders-accepted', 'accepts', 'C-TREE'],
  ])('%s: %s, then %s', (id, verdict, state) => {
    const judged = judgeReply({ request: askTree, response: sample(id) });
    expect(judged.verdict).toBe(verdict);
    expect(judged.next.state).toBe(state);
  });

  test('a mail by the right table is taken', () => {
    const response = sample('case-mail-accepted');
    expect(judgeReply({ request: ask('1', '1'), response })).toMatchObject({ verdict: 'accepts' });
  });
});

describe('how a verdict is said', () => {
  const judged = judgeReply({ request: ask('0', '1'), response: sample('case-37-bytes') });

  test('it names the bytes, the fault and the report', () => {
    expect(judged).toMatchObject({
      fault: 'synckey-under-sync',
      basis: 'reported',
      place: { start: 12, end: 17 },
    });
    expect(judged.source).not.toBe('');
  });

  test('the phone asks again with key 0', () => {
    expect(judged.next.sends?.bytes).toBeDefined();
    expect(judged.next.sends?.http?.url).toContain('Cmd=Sync');
  });

  test('the same reply for another folder is not found', () => {
    const other = judgeReply({ request: ask('0', '4'), response: sample('case-25-bytes') });
    expect(other).toMatchObject({ verdict: 'rejects', fault: 'other-collection', basis: 'inferred' });
  });
});

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

test.each<[string, Message, string]>([
  ['Collections without content', { bytes: bytes('03016a00455c0101') }, 'crashes'],
  ['nothing', { bytes: bytes('') }, 'rejects'],
  ['cut off', { bytes: bytes('03016a00455c4f4b0331000152033100014e033100010101') }, 'rejects'],
  ['a web page', { bytes: bytes('3c68746d6c3e') }, 'rejects'],
  ['HTTP 500', { bytes: bytes(''), http: { status: 500 } }, 'rejects'],
])('key 0 answered with %s', (_, response, verdict) => {
  expect(judgeReply({ request: ask('0', '1'), response }).verdict).toBe(verdict);
});

test('any bytes are judged', () => {
  for (const [, response] of samples) {
    for (let end = 0; end <= Math.min(response.length, 120); end += 7) {
      for (const phone of ['iphone', 'android', 'strict']) {
        const judged = judgeReply({ phone, request: ask('0', '1'), response: response.subarray(0, end) });
        expect(['accepts', 'rejects', 'crashes', 'unknown']).toContain(judged.verdict);
        expect(judged.why).not.toBe('');
      }
    }
  }
});

describe('what else a server may answer, and what it may not', () => {
  const collection = (key: string, folder: string, more = ''): string =>
    `<Collection><SyncKey>${key}</SyncKey><CollectionId>${folder}</CollectionId>${more}</Collection>`;
  const sync = (...collections: readonly string[]): Uint8Array =>
    xmlToBytes(`<Sync xmlns="AirSync"><Collections>${collections.join('')}</Collections></Sync>`);
  const tree = (inside: string): Uint8Array =>
    xmlToBytes(`<FolderSync xmlns="FolderHierarchy">${inside}</FolderSync>`);
  const OK = '<Status>1</Status>';
  const add = '<Commands><Add><ClientId>1</ClientId><ApplicationData/></Add></Commands>';
  const policy = (status: string, more: string): Uint8Array =>
    xmlToBytes(
      `<Provision xmlns="Provision">${status}<Policies><Policy><PolicyType>MS-WAP-Provisioning-XML</PolicyType>${more}</Policy></Policies></Provision>`,
    );

  test.each<[string, ReplyQuestion, string]>([
    [
      'a folder without a change is left out beside one that has some',
      { request: sync(collection('2', '5'), collection('3', '6')), response: sync(collection('4', '6', OK)) },
      'accepts',
    ],
    [
      'but not one that was asked for with key 0',
      { request: sync(collection('0', '5'), collection('3', '6')), response: sync(collection('4', '6', OK)) },
      'rejects',
    ],
    [
      'nor one that something was sent of',
      {
        request: sync(collection('2', '5', add), collection('3', '6')),
        response: sync(collection('4', '6', OK)),
      },
      'rejects',
    ],
    [
      'nor is another folder an answer',
      { request: sync(collection('2', '5')), response: sync(collection('4', '6', OK)) },
      'rejects',
    ],
    ['an empty key is none', { request: ask('1', '5'), response: sync(collection('', '5', OK)) }, 'rejects'],
    ['key 0 for all folders', { request: askTree, response: tree(`${OK}<SyncKey>0</SyncKey>`) }, 'rejects'],
    ['no folder at all', { request: askTree, response: tree(`${OK}<SyncKey>1</SyncKey>`) }, 'rejects'],
    [
      'no change of the folders',
      { request: tree('<SyncKey>1</SyncKey>'), response: tree(`${OK}<SyncKey>1</SyncKey>`) },
      'accepts',
    ],
    [
      'a policy that is a text, at 2.5',
      {
        version: '2.5',
        request: policy('', ''),
        response: policy(OK, `${OK}<PolicyKey>3</PolicyKey><Data>&lt;wap-provisioningdoc/&gt;</Data>`),
      },
      'accepts',
    ],
    [
      'an attachment as it is',
      {
        request: { bytes: new Uint8Array(), http: { method: 'POST', url: '/x?Cmd=GetAttachment' } },
        response: { bytes: new TextEncoder().encode('plain'), http: { status: 200 } },
      },
      'accepts',
    ],
  ])('%s', (_, question, verdict) => {
    expect(judgeReply(question)).toMatchObject({ verdict });
  });
});

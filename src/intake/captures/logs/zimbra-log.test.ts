import { expect, test } from 'vitest';
import { bytesToXml } from '../../../xml/index.ts';
import { readPaste } from '../../read-paste.ts';

const line = (thread: number, cmd: string, words: string, level = 'DEBUG') =>
  `2026-01-02 10:00:00,${thread} ${level.padEnd(5)} [qtp1-${thread}:https://mail.example.com:443/Microsoft-Server-ActiveSync?User=ann&DeviceId=D1&DeviceType=iPad&Cmd=${cmd}] [name=ann@example.com;mid=7;ip=10.0.0.1;Cmd=${cmd};DeviceID=D1;Version=12.1;] sync - ${words}`;
const xml = (body: string): string[] => ['<?xml version="1.0" encoding="utf-8"?>', body, ''];
const read = (lines: readonly string[]) => {
  const found = readPaste(`${lines.join('\n')}\n`)[0];
  return {
    why: found?.why,
    talk: (found?.conversation.exchanges ?? []).map(({ request, response }) => ({
      url: request?.http?.url?.replace(/.*\?/, ''),
      headers: request?.http?.headers,
      status: response?.http?.status,
      asked: request?.bytes && flat(bytesToXml(request.bytes)),
      answered: response?.bytes && flat(bytesToXml(response.bytes)),
    })),
  };
};
const flat = (text: string): string => text.replace(/^<\?xml[^>]*>|<!DOCTYPE[^>]*>|\n\s*/g, '');
const QUERY = (cmd: string) => `User=ann&DeviceId=D1&DeviceType=iPad&Cmd=${cmd}`;
const VERSION = { 'MS-ASProtocolVersion': '12.1' };

test('a request and its reply of one thread are one exchange, in between others', () => {
  const { why, talk } = read([
    line(
      111,
      'Sync',
      'User=ann; DeviceID=D1; DeviceType=iPad; UA=Apple-iPad/1; Protocol=12.1; PolicyKey=5',
      'INFO',
    ),
    line(111, 'Sync', ''),
    ...xml(
      '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>0</SyncKey><CollectionId>2</CollectionId><Options><AirSyncBase:BodyPreference><AirSyncBase:Type>1</AirSyncBase:Type></AirSyncBase:BodyPreference></Options></Collection></Collections></Sync>',
    ),
    line(222, 'FolderSync', ''),
    ...xml('<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>'),
    line(111, 'Sync', ''),
    ...xml(
      '<Sync><Collections><Collection><SyncKey>1</SyncKey><CollectionId>2</CollectionId><Status>1</Status></Collection></Collections></Sync>',
    ),
    line(222, 'FolderSync', 'HTTP/1.1 500 Internal Server Error', 'INFO'),
  ]);
  expect(why).toMatch(/^A sync.log of Zimbra: 2 exchanges, 3 messages with a body\./);
  expect(talk).toMatchObject([
    {
      url: QUERY('Sync'),
      headers: { ...VERSION, 'User-Agent': 'Apple-iPad/1', 'X-MS-PolicyKey': '5' },
      asked: expect.stringContaining('<SyncKey>0</SyncKey>') as string,
      answered: expect.stringContaining('<Status>1</Status>') as string,
    },
    { url: QUERY('FolderSync'), headers: VERSION, status: 500, answered: undefined },
  ]);
});

test('a reply whose request was not logged, with prefixes that nothing declares', () => {
  const { talk } = read([
    line(111, 'Sync', ''),
    ...xml(
      '<Sync><Collections><Collection><SyncKey>1</SyncKey><CollectionId>7</CollectionId><Status>1</Status><Commands><Add><ServerId>9</ServerId><ApplicationData><POOMCONTACTS:FileAs>Ann</POOMCONTACTS:FileAs></ApplicationData></Add></Commands></Collection></Collections></Sync>',
    ),
  ]);
  expect(talk).toMatchObject([
    { url: QUERY('Sync'), asked: undefined, answered: expect.stringContaining('FileAs>Ann</') as string },
  ]);
});

test('both halves of a policy, in which phones say a status, and a mail that is no XML', () => {
  const policy = (key: string) =>
    `<Provision xmlns="Provision"><Policies><Policy><PolicyType>MS-EAS-Provisioning-WBXML</PolicyType><PolicyKey>${key}</PolicyKey><Status>1</Status></Policy></Policies></Provision>`;
  const { talk } = read([
    line(111, 'Provision', ''),
    ...xml(policy('1')),
    line(111, 'Provision', ''),
    ...xml(policy('2')),
    line(222, 'SendMail', ''),
    'Subject: Hi',
    '',
    'Text',
    line(222, 'SendMail', 'HTTP/1.1 200 OK', 'INFO'),
  ]);
  expect(talk).toMatchObject([
    {
      asked: expect.stringContaining('<PolicyKey>1<') as string,
      answered: expect.stringContaining('<PolicyKey>2<') as string,
    },
    { url: QUERY('SendMail'), asked: undefined, status: 200 },
  ]);
});

test('in a comment of a program', () => {
  const { talk } = read(
    [
      line(111, 'FolderSync', ''),
      ...xml('<FolderSync xmlns="FolderHierarchy">\n    <SyncKey>1</SyncKey>\n</FolderSync>'),
      line(111, 'FolderSync', ''),
      ...xml(
        '<FolderSync xmlns="FolderHierarchy">\n    <Status>1</Status>\n    <SyncKey>2</SyncKey>\n</FolderSync>',
      ),
    ]
      .map((one) => one.replace(/^/gm, '     * ').trimEnd())
      .concat('     **/'),
  );
  expect(talk).toMatchObject([
    {
      url: QUERY('FolderSync'),
      asked: '<FolderSync xmlns="FolderHierarchy"><SyncKey>1</SyncKey></FolderSync>',
      answered: '<FolderSync xmlns="FolderHierarchy"><Status>1</Status><SyncKey>2</SyncKey></FolderSync>',
    },
  ]);
});

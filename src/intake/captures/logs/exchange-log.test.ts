import { expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import { readPaste } from '../../read-paste.ts';
import { readExchangeLog } from './exchange-log.ts';

const sync = (key: string, more = ''): string =>
  `<?xml version="1.0" encoding="utf-8" ?>
<Sync xmlns="AirSync:">
\t<Collections>
\t\t<Collection>
\t\t\t<SyncKey>${key}</SyncKey>
\t\t\t<CollectionId>5</CollectionId>${more}
\t\t</Collection>
\t</Collections>
</Sync>`;

const entry = (n: number, request: string, response: string): string => `-----------------
 Log Entry: ${n}
-----------------

RequestTime :
11/16/2026 07:12:0${n}

RequestHeader :
POST /Microsoft-Server-ActiveSync/default.eas?Cmd=Sync&DeviceType=iPhone HTTP/1.1
MS-ASProtocolVersion: 14.1

RequestBody :
${request}

AccessState :
Allowed

ResponseHeader :
HTTP/1.1 200 OK
MS-Server-ActiveSync: 15.2

ResponseBody :
${response}

ResponseTime :
11/16/2026 07:12:0${n}
`;

const hex = (bytes: Uint8Array | undefined): string => (bytes ? toHex(bytes) : '-');

test('entries are exchanges, with their headers', () => {
  const text = `${entry(0, sync('0'), sync('1'))}\n${entry(1, sync('1'), '[No XmlResponse]')}`.replaceAll(
    '\n',
    '\r\n',
  );
  const [first] = readPaste(text);
  expect(first?.why).toMatch(/^A mailbox log of Exchange/);
  expect(
    first?.conversation.exchanges.map(({ request, response }) => [hex(request?.bytes), hex(response?.bytes)]),
  ).toEqual([
    ['03016a00455c4f4b033000015203350001010101', '03016a00455c4f4b033100015203350001010101'],
    ['03016a00455c4f4b033100015203350001010101', ''],
  ]);
  const { request, response } = first?.conversation.exchanges[0] ?? {};
  expect(request?.http?.url).toContain('Cmd=Sync');
  expect(request?.http?.headers).toEqual({ 'MS-ASProtocolVersion': '14.1' });
  expect(response?.http?.status).toBe(200);
});

test('bodies alone are one exchange', () => {
  const [first] = readPaste(`RequestBody : \n${sync('0')}\n\nResponseBody : \n${sync('1')}`);
  expect(first?.conversation.exchanges).toHaveLength(1);
  expect(hex(first?.conversation.exchanges[0]?.response?.bytes)).toContain('4b03310001');
});

test('texts that the log leaves out are left out, and XML that is not whole is told', () => {
  const [first] = readPaste(
    entry(0, sync('0', '<Class bytes="5"/>'), '<Sync xmlns="AirSync:"><Collections>'),
  );
  const [exchange] = first?.conversation.exchanges ?? [];
  expect(hex(exchange?.request?.bytes)).toContain('5203350001');
  expect(exchange?.note).toContain('the log left out the contents of 1 element, which are empty here');
  expect(hex(exchange?.response?.bytes)).toBe('03016a00455c');
  expect(exchange?.note).toContain(
    'Reply: the log cuts its XML off (the end of the text), and the bytes end there.',
  );
  expect(first?.problems.map(({ code }) => code)).toEqual(['cut-off']);
});

test('XML that is wrong is left without bytes', () => {
  const [first] = readPaste(entry(0, sync('0'), '<Sync xmlns="AirSync:"><Collections></Sync></Collections>'));
  expect(first?.conversation.exchanges[0]?.response?.bytes).toBeUndefined();
  expect(first?.problems.map(({ code }) => code)).toEqual(['not-captured']);
  const found = 'XML that cannot be read: </Sync> where </Collections> was expected';
  expect(first?.problems[0]?.found).toBe(found);
  expect(first?.conversation.exchanges[0]?.note).toContain(`Reply: the log holds ${found}.`);
});

test.each(['', 'RequestBody', 'The RequestBody : is here', sync('0')])('%s: none', (text) => {
  expect(readExchangeLog(text)).toBeUndefined();
});

test('a body that is told in words is left out, and so it says', () => {
  const [first] = readPaste(entry(0, sync('0'), '[Truncated]'));
  const [exchange] = first?.conversation.exchanges ?? [];
  expect(exchange?.response).toEqual({
    http: { status: 200, headers: { 'MS-Server-ActiveSync': '15.2' } },
  });
  expect(exchange?.note).toContain('Reply: the log holds no XML of it: “[Truncated]”.');
});

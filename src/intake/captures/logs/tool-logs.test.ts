import { describe, expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import type { Conversation } from '../../../conversation/index.ts';
import { readPaste } from '../../read-paste.ts';

const ASKED = '03016a00000756520330000101';
const ANSWERED = '03016a000007564c0331000152033100014e57033000010101';
const hexes = (conversation: Conversation | undefined): string[] =>
  (conversation?.exchanges ?? []).map(
    ({ request, response }) =>
      `${request?.bytes ? toHex(request.bytes) : '-'}|${response?.bytes ? toHex(response.bytes) : '-'}`,
  );

describe('what mitmdump prints', () => {
  const flow = (
    asked: string,
    answered: string,
  ): string => `[12:00:01.123] 127.0.0.1:50000: POST https://mail.example.test/Microsoft-Server-ActiveSync?Cmd=FolderSync HTTP/2.0
    content-type: application/vnd.ms-sync.wbxml
    ms-asprotocolversion: 14.1

${asked}

 << HTTP/2.0 200 OK 25b
    content-type: application/vnd.ms-sync.wbxml

${answered}
`;
  const DUMPS = [
    '    0000000000 03 01 6a 00 00 07 56 52 03 30 00 01 01          ..j...VR.0...',
    '    0000000000 03 01 6a 00 00 07 56 4c 03 31 00 01 52 03 31 00   ..j...VL.1..R.1.\n    0000000010 01 4e 57 03 30 00 01 01 01                        .NW.0....',
  ] as const;

  test('bodies as dumps', () => {
    const [first] = readPaste(`${flow(...DUMPS)}${flow(...DUMPS)}`);
    expect(first).toMatchObject({ kind: 'mitmproxy', problems: [] });
    expect(hexes(first?.conversation)).toEqual([`${ASKED}|${ANSWERED}`, `${ASKED}|${ANSWERED}`]);
    expect(first?.conversation.exchanges[0]?.request?.http).toEqual({
      method: 'POST',
      url: 'https://mail.example.test/Microsoft-Server-ActiveSync?Cmd=FolderSync',
      headers: { 'content-type': 'application/vnd.ms-sync.wbxml', 'ms-asprotocolversion': '14.1' },
    });
  });

  test('bodies as XML, and one that is cut off', () => {
    const xml = '    <FolderSync xmlns="FolderHierarchy:">\n        <SyncKey>0</SyncKey>\n    </FolderSync>';
    const [first] = readPaste(flow(xml, `${DUMPS[0]}\n    (cut off)`));
    expect(hexes(first?.conversation)).toEqual([`${ASKED}|${ASKED}`]);
    expect(first?.problems).toMatchObject([{ code: 'not-printed', at: { exchange: 0, side: 'response' } }]);
  });
});

describe('the wire log of Apache HttpClient', () => {
  const line = (way: '>>' | '<<', text: string, connection = 0): string =>
    `12:00:01.123 DEBUG wire - http-outgoing-${connection} ${way} "${text}"`;
  const SENT = '[0x3][0x1]j[0x0][0x0][0x7]VR[0x3]0[0x0][0x1][0x1]';
  const RECEIVED =
    '[0x3][0x1]j[0x0][0x0][0x7]VL[0x3]1[0x0][0x1]R[0x3]1[0x0][0x1]NW[0x3]0[0x0][0x1][0x1][0x1]';

  test('with its heads, connections mixed', () => {
    const lines = [0, 1].map((connection) => [
      line('>>', 'POST /Microsoft-Server-ActiveSync?Cmd=FolderSync HTTP/1.1[\\r][\\n]', connection),
      line('>>', 'Content-Length: 13[\\r][\\n]', connection),
      line('>>', '[\\r][\\n]', connection),
      line('>>', SENT, connection),
      line('<<', 'HTTP/1.1 200 OK[\\r][\\n]', connection),
      line('<<', 'Content-Length: 25[\\r][\\n]', connection),
      line('<<', '[\\r][\\n]', connection),
      line('<<', RECEIVED, connection),
    ]);
    const mixed = (lines[0] ?? []).flatMap((one, i) => [one, lines[1]?.[i] ?? '']);
    const [first] = readPaste(mixed.join('\n'));
    expect(first).toMatchObject({ kind: 'server-log', problems: [] });
    expect(hexes(first?.conversation)).toEqual([`${ASKED}|${ANSWERED}`, `${ASKED}|${ANSWERED}`]);
  });

  test('bodies alone', () => {
    const [first] = readPaste(`${line('>>', SENT)}\n${line('<<', RECEIVED)}`);
    expect(hexes(first?.conversation)).toEqual([`${ASKED}|${ANSWERED}`]);
  });
});

describe('logs of tags without a level', () => {
  const tags = (mark: string, value: string, name: string, close: string): string[] => [
    `${mark}  <FolderHierarchy:FolderSync>`,
    `${mark}   <FolderHierarchy:${name}>`,
    `${mark}    ${value}`,
    `${mark}   ${close}`,
    `${mark}  </FolderHierarchy:FolderSync>`,
  ];

  test.each([
    { name: 'Horde', prefix: '2026-11-29T12:00:01+00:00 DEBUG: [812] ' },
    { name: 'Horde, without a process', prefix: '2026-11-29T12:00:01+00:00 DEBUG: ' },
    { name: 'Z-Push 1', prefix: '11/29/26 12:00:01 [812] ' },
    { name: 'copied without what stands in front', prefix: '' },
  ])('$name', ({ prefix }) => {
    const lines = [
      ...tags('I', '0', 'SyncKey', '</FolderHierarchy:SyncKey>'),
      // as Horde once closed an element
      ...tags('O', '9', 'Status', '<FolderHierarchy:Status/>'),
    ];
    const [first] = readPaste(lines.map((line) => prefix + line).join('\n'));
    expect(first?.kind).toBe('server-log');
    expect(hexes(first?.conversation)).toEqual([`${ASKED}|03016a000007564c0339000101`]);
  });

  test('words are no tags', () => {
    expect(readPaste('I  <3 you\nO  <b>\n')[0]?.kind).not.toBe('server-log');
  });
});

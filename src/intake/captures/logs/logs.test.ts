import { describe, expect, test } from 'vitest';
import { fromHex, toBase64, toHex } from '../../../bytes/index.ts';
import type { Conversation } from '../../../conversation/index.ts';
import { sampleMessages } from '../../../testing/corpus.ts';
import { bytesToXml } from '../../../xml/index.ts';
import { readPaste } from '../../read-paste.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const hexes = (conversation: Conversation | undefined): string[] =>
  (conversation?.exchanges ?? []).map(
    ({ request, response }) =>
      `${request?.bytes ? toHex(request.bytes) : '-'}|${response?.bytes ? toHex(response.bytes) : '-'}`,
  );

describe('logs of Z-Push and grommunio-sync', () => {
  const line = (text: string, pid = '13624'): string =>
    `05/08/2026 11:13:31 [${pid}] [WBXML] [me@example.test] ${text}`;

  test('tags line by line, where there is no base64', () => {
    const text = [
      line('I  <FolderHierarchy:FolderSync>'),
      line('I   <FolderHierarchy:SyncKey>'),
      line('I    0'),
      line('I   </FolderHierarchy:SyncKey>'),
      line('I  </FolderHierarchy:FolderSync>'),
      line('O  <FolderHierarchy:FolderSync>'),
      line('O   <FolderHierarchy:Status>'),
      line('O   9'),
      line('O   </FolderHierarchy:Status>'),
      line('O  </FolderHierarchy:FolderSync>'),
    ].join('\n');
    const [first] = readPaste(text);
    expect(first?.kind).toBe('server-log');
    expect(hexes(first?.conversation)).toEqual(['03016a00000756520330000101|03016a000007564c0339000101']);
    expect(first?.conversation.exchanges[0]?.note).toMatch(
      /Request: made from the tags.*Reply: made from the tags/,
    );
  });

  test("Z-Push's own names, contents of several lines, an empty element", () => {
    const text = [
      line('I  <Synchronize>'),
      line('I   <Folders>'),
      line('I    <Folder>'),
      line('I     <SyncKey>'),
      line('I      a & b <c>'),
      'second line',
      line('I     </SyncKey>'),
      line('I     <GetChanges/>'),
      line('I    </Folder>'),
      line('I   </Folders>'),
      line('I  </Synchronize>'),
    ].join('\n');
    const [first] = readPaste(text);
    const key = toHex(new TextEncoder().encode('a & b <c>\nsecond line'));
    expect(hexes(first?.conversation)).toEqual([`03016a00455c4f4b03${key}000113010101|-`]);
  });

  test('a misprint of its names is read as what it means', () => {
    const text = ['<Settings:Settings>', ' <Settings:DeviceInformaton/>', '</Settings:Settings>']
      .map((tag) => line(`I  ${tag}`))
      .join('\n');
    expect(hexes(readPaste(text)[0]?.conversation)).toEqual(['03016a000012451601|-']);
  });

  test('elements of a message that begins in front of the log are no messages', () => {
    const rest = [
      line('O     <Provision:Status>'),
      line('O      1'),
      line('O     </Provision:Status>'),
      line('O    </Provision:Policy>'),
    ];
    const whole = [line('I  <FolderHierarchy:FolderSync>'), line('I  </FolderHierarchy:FolderSync>')];
    const [first] = readPaste([...rest, ...whole].join('\n'));
    expect(hexes(first?.conversation)).toEqual(['03016a0000075601|-']);
    expect(first?.why).toMatch(/Elements of a message that begins in front of the log were left out\./);
  });

  test('replies stand before their requests, processes are mixed, and base64 goes before tags', () => {
    const [a, b, c, d] = ['03016a00450101', '03016a00450201', '03016a00450301', '03016a00450401'].map((hex) =>
      toBase64(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))),
    );
    const text = [
      line('I  <Ping:Ping/>', '1'),
      line(`WBXML-OUT: ${a}`, '1'),
      line(`WBXML-OUT: ${c}`, '2'),
      line(`WBXML-IN : ${b}`, '1'),
      line(`WBXML-IN : ${d}`, '2'),
    ].join('\r\n');
    expect(hexes(readPaste(text)[0]?.conversation)).toEqual([
      '03016a00450201|03016a00450101',
      '03016a00450401|03016a00450301',
    ]);
  });

  describe('the line that closes a request ends it and tells its HTTP status', () => {
    const start = (cmd: string): string =>
      line(`cmd='${cmd}' devType='a' devId='b' getUser='c' from='::1' method='POST'`);
    const end = (cmd: string, status: number): string =>
      line(
        `cmd='${cmd}' memory='3.5 MiB/5 MiB' time='0.1s' devType='a' devId='b' getUser='c' from='::1' idle='0s' version='2.7.1' method='POST' httpcode='${status}'`,
      );
    const [a, b, c] = ['03016a00450101', '03016a00450201', '03016a00450301'].map((hex) =>
      toBase64(bytesOf(hex)),
    );
    test.each([
      {
        what: 'each request with its own first line',
        lines: [
          start('FolderSync'),
          line(`WBXML-IN : ${a}`),
          end('FolderSync', 449),
          line('-------- End'),
          start('Sync'),
          line(`WBXML-OUT: ${c}`),
          line(`WBXML-IN : ${b}`),
          end('Sync', 200),
          start('Ping'),
          end('Ping', 500),
        ],
        found: ['FolderSync 03016a00450101|- 449', 'Sync 03016a00450201|03016a00450301 200', 'Ping -|- 500'],
      },
      {
        what: 'a log that begins in a request',
        lines: [line(`WBXML-IN : ${a}`), end('Sync', 200), start('Ping'), line(`WBXML-IN : ${b}`)],
        found: ['Sync 03016a00450101|- 200', 'Ping 03016a00450201|- undefined'],
      },
    ])('$what', ({ lines, found }) => {
      const read = readPaste(lines.join('\n'))[0]?.conversation;
      const asked = read?.exchanges.map(({ request }) => /Cmd=(\w+)/.exec(request?.http?.url ?? '')?.[1]);
      const status = read?.exchanges.map(({ response }) => response?.http?.status);
      expect(hexes(read).map((each, i) => `${asked?.[i]} ${each} ${status?.[i]}`)).toEqual(found);
    });
  });

  test('a log that has requests first is paired the other way round', () => {
    const text = [1, 2, 3, 4].map((n) =>
      line(`WBXML-${n % 2 ? 'IN ' : 'OUT'}: ${toBase64(Uint8Array.of(3, 1, 0x6a, 0, 5, n))}`),
    );
    expect(hexes(readPaste(text.join('\n'))[0]?.conversation)).toEqual([
      '03016a000501|03016a000502',
      '03016a000503|03016a000504',
    ]);
  });

  test('a request that the log cuts is said to be cut', () => {
    const bytes = new Uint8Array(4096).fill(0x41);
    bytes.set([3, 1, 0x6a, 0, 0x45, 0x4b, 3]);
    const [first] = readPaste(line(`WBXML-IN : ${toBase64(bytes)}`));
    expect(first?.conversation.exchanges[0]?.note).toBe("Request: cut at 4,096 bytes by the server's log.");
    expect(first?.problems).toMatchObject([
      { code: 'cut-off', severity: 'error', at: { exchange: 0, side: 'request' } },
    ]);
  });

  test('what the log left out is said', () => {
    const [first] = readPaste(
      [line('WBXML-OUT: more than 512K of data'), line('WBXML-IN : AwFqAEUB')].join('\n'),
    );
    expect(first?.conversation.exchanges[0]?.note).toBe('Reply: not in the log: more than 512K of data.');
  });
});

describe('logs of SOGo', () => {
  const entry = (text: string): string => `Jan 26 05:13:14 mail sogod [55]: ${text}`;
  const xml =
    '<?xml version="1.0"?>\n<!DOCTYPE ActiveSync PUBLIC "-//MICROSOFT//DTD ActiveSync//EN" "http://www.microsoft.com/">\n';

  test.each([
    { name: 'as it writes them', prefix: '' },
    { name: 'through a container', prefix: 'sogo-mailcow-1       | ' },
  ])('$name', ({ prefix }) => {
    const text = [
      entry("|SOGo| starting method 'POST' on uri '/SOGo/Microsoft-Server-ActiveSync?Cmd=Sync&User=a'"),
      entry(
        `<0x0x562e[SOGoActiveSyncDispatcher]> EAS - request for device d: ${xml}<Sync xmlns="AirSync:">\n <Collections/>\n</Sync>`,
      ),
      entry(
        `<0x0x562e[SOGoActiveSyncDispatcher]> EAS - response for device d: ${xml}<Sync xmlns="AirSync:"><Status>1</Status></Sync>`,
      ),
      entry('::1 "POST /SOGo/Microsoft-Server-ActiveSync?Cmd=Sync&User=a HTTP/1.1" 200 0/399 0.936 - - 28K'),
    ]
      .join('\n')
      .replace(/^/gm, prefix);
    const [first] = readPaste(text);
    expect(hexes(first?.conversation)).toEqual(['03016a00451c01|03016a00454e03310001' + '01']);
    expect(first?.conversation.exchanges[0]).toMatchObject({
      request: { http: { method: 'POST', url: '/SOGo/Microsoft-Server-ActiveSync?Cmd=Sync&User=a' } },
      response: { http: { status: 200 } },
    });
  });

  test('every sample that is plain comes back as the bytes it was', () => {
    const plain = sampleMessages()
      .map(({ bytes }) => ({ bytes, text: bytesToXml(bytes) }))
      .filter(
        ({ bytes, text }) => !text.includes('<?wbxml') && text.includes('AirSync') && bytes.length < 20_000,
      );
    expect(plain.length).toBeGreaterThan(5);
    const log = plain
      .map(({ text }) => entry(`<0x1[SOGoActiveSyncDispatcher]> EAS - request for device d: ${text}`))
      .join('\n');
    expect(hexes(readPaste(log)[0]?.conversation)).toEqual(plain.map(({ bytes }) => `${toHex(bytes)}|-`));
  });
});

describe('debug logs of TbSync', () => {
  const old = (title: string, content: string): string =>
    `** Wed Jan 29 2025 11:35:53 GMT+0200 (Eastern European Standard Time) **\n[${title}] : ${content}\n\n`;

  test('up to version 4: bytes go before the XML of the same message, and the address is known', () => {
    const text = [
      old('WBXML: Sending data <sync> for Ann (Contacts)', '\n3 1 6a 0 45 1c 1'),
      old(
        'XML: Sending data <sync> for Ann (Contacts)',
        '\n<?xml version="1.0"?>\n<Sync xmlns=\'AirSync\'><Collections/></Sync>',
      ),
      old('Sending (EAS v14.0)', 'POST https://a.test/Microsoft-Server-ActiveSync?Cmd=Sync'),
      old('WBXML: Receiving data <sync> for Ann (Contacts)', '\n3 1 6a 0 45 4e 3 31 0 1 1'),
      old('XML: Receiving data <sync> for Ann (Contacts)', '\nFailed to convert WBXML to XML!'),
      old(
        'XML: Sending data <ping> for Ann',
        "\n<Sync xmlns='AirSync'><SyncKey>a%20%26%20b</SyncKey></Sync>",
      ),
    ].join('');
    const [first] = readPaste(text);
    const key = toHex(new TextEncoder().encode('a & b'));
    expect(hexes(first?.conversation)).toEqual([
      '03016a00451c01|03016a00454e0331000101',
      `03016a00454b03${key}000101|-`,
    ]);
    expect(first?.conversation.exchanges[0]?.request?.http).toEqual({
      method: 'POST',
      url: 'https://a.test/Microsoft-Server-ActiveSync?Cmd=Sync',
      headers: { 'MS-ASProtocolVersion': '14.0' },
    });
  });

  test('before version 1: the form behind the title, or none', () => {
    const rule = '** Fri Apr 06 2018 21:04:45 GMT+0200 **';
    const text = [
      rule,
      '[Sending data <send.request.remotechanges> for Ann (WBXML)] : ',
      '3 1 6a 0 45 1c 1',
      '',
      rule,
      '[Sending data <send.request.remotechanges> for Ann (XML)] : ',
      '<?xml version="1.0"?>\n<Sync xmlns=\'AirSync\'>\n<Collections/>\n</Sync>',
      '',
      rule,
      '[receiving] : <?xml version="1.0"?>\n<Sync xmlns=\'AirSync\'>\n<Status>1</Status>\n</Sync>',
    ].join('\n');
    const [first] = readPaste(text);
    expect(first?.why).toMatch(/^A debug log of TbSync/);
    expect(hexes(first?.conversation)).toEqual(['03016a00451c01|03016a00454e0331000101']);
  });

  test('since version 5: XML behind a line with the time, and replies without a body', () => {
    const line = (text: string): string =>
      `2026-06-05T00:58:59.439Z [debug] {Exchange ActiveSync} (a@b.test) ${text}`;
    const text = [
      line('[eas:net] send Sync'),
      '    <?xml version="1.0" encoding="utf-8"?><Sync xmlns=\'AirSync\'><Collections/></Sync>',
      line('[eas:sync] empty-body Sync response on pull (no changes, syncKey unchanged)'),
      line('[eas:net] send Sync'),
      '    <?xml version="1.0" encoding="utf-8"?><Sync xmlns=\'AirSync\'><Collections/></Sync>',
      line('[eas:net] receive Sync'),
      '    <?xml version="1.0" encoding="utf-8"?><Sync xmlns=\'AirSync\'><Status>1</Status></Sync>',
    ].join('\n');
    expect(hexes(readPaste(text)[0]?.conversation)).toEqual([
      '03016a00451c01|',
      '03016a00451c01|03016a00454e0331000101',
    ]);
  });
});

describe('logs with XML in them', () => {
  const xml = (body: string): string =>
    `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE AirSync PUBLIC "-//AIRSYNC//DTD AirSync//EN" "http://www.microsoft.com/">\n${body}\n`;
  const line = (text: string): string => `fffdc ann - 2013-04-05T15:51:39+00:00 DEBUG (7): ${text}\n`;

  test('are told apart by the words in front, as Syncroton writes them', () => {
    const text = [
      line('Syncroton_Server::_handlePost::140 xml request:'),
      xml('<Sync xmlns="uri:AirSync" xmlns:AirSyncBase="uri:AirSyncBase">\n  <Collections/>\n</Sync>'),
      line('Syncroton_Command_Sync::handle::179 folder not found'),
      line('Syncroton_Server::_handlePost::190 xml response:'),
      xml('<Sync xmlns="uri:AirSync"><Status>1</Status></Sync>'),
    ].join('');
    expect(hexes(readPaste(text)[0]?.conversation)).toEqual(['03016a00451c01|03016a00454e0331000101']);
  });

  test('two of them without such words are two messages', () => {
    const text = `I send\n${xml('<Sync xmlns="AirSync:"><Collections/></Sync>')}\nand get\n${xml('<Sync xmlns="AirSync:"><Status>1</Status></Sync>')}`;
    const [first] = readPaste(text);
    expect(first).toMatchObject({ kind: 'xml', sideKnown: false, problems: [] });
    expect(hexes(first?.conversation)).toEqual(['-|03016a00451c01', '-|03016a00454e0331000101']);
  });

  test('those that are no messages, or explain bytes beside them, are not', () => {
    const [one, two] = ['<Sync xmlns="AirSync:"/>', '<Sync xmlns="AirSync:"><Status>1</Status></Sync>'];
    expect(readPaste(`${one}\n<unknown><a/></unknown>`)[0]?.xml).toBeDefined();
    const [first] = readPaste(`03016a00454e0331000101 is\n${two}\n03016a000005 is\n${one}`);
    expect(first?.kind).toBe('hex');
  });

  test('elements of a message, each in a comment beside bytes of its own, are no messages', () => {
    const text = "// <Type>1</Type>\nTYPE, '1', END,\n// <Status>1</Status>\nSTATUS, '1', END,";
    expect(readPaste(text)[0]?.conversation.exchanges.length).toBeLessThan(2);
  });

  test('one that no words tell of is not lost beside others', () => {
    const text = [
      '<Settings xmlns="Settings:"><Status>1</Status><Oof><Status>1</Status></Oof></Settings>',
      '/* the response to a device */\n<Settings xmlns="Settings:"><Status>1</Status></Settings>',
      'a <Word>in angle</Word> brackets, and the response:\n<Sync xmlns="AirSync:"><Status>1</Status></Sync>',
    ].join('\n');
    const [first] = readPaste(text);
    expect(hexes(first?.conversation)).toEqual([
      '-|03016a0000124546033100014946033100010101',
      '-|03016a00001245460331000101',
      '-|03016a00454e0331000101',
    ]);
    expect(first?.sideKnown).toBe(false);
  });

  test('SyncML is read as such, and the namespaces of sync•gw', () => {
    const text = [
      'request: <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD></SyncHdr></SyncML>',
      'response: <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD></SyncHdr></SyncML>',
    ].join('\n');
    const [one] = hexes(readPaste(text)[0]?.conversation);
    expect(one).toMatch(/^03a4016a006d6c71.*\|03a4016a006d6c71/);
    const [other] = readPaste('<Sync xml-ns="activesync:AirSync"><Status>1</Status></Sync>');
    expect(other?.xml).toBe('<Sync xmlns="AirSync"><Status>1</Status></Sync>');
  });

  test('in fields of JSON they are a request and a reply', () => {
    const fields = {
      Request: xml('<Sync xmlns="AirSync:"><Collections/></Sync>'),
      Response: '<Sync xmlns="AirSync:"/>',
    };
    expect(hexes(readPaste(JSON.stringify(fields))[0]?.conversation)).toEqual(['03016a00451c01|03016a0005']);
  });

  test('what people put around them in a page is passed over', () => {
    const fold = (title: string, body: string): string =>
      `<details><summary>${title}</summary>\n\n\`\`\`xml\n${body}\n\`\`\`\n</details>\n`;
    const text = `${fold('Request', xml('<Sync xmlns="AirSync:"><Collections/></Sync>'))}${fold('Response', xml('<Sync xmlns="AirSync:"><Status>1</Status></Sync>'))}`;
    expect(hexes(readPaste(text)[0]?.conversation)).toEqual(['03016a00451c01|03016a00454e0331000101']);
  });

  test('without such words they are no log', () => {
    const text = `one\n${xml('<Sync xmlns="AirSync:"/>')}\ntwo\n${xml('<Sync xmlns="AirSync:"/>')}`;
    expect(readPaste(text).map(({ kind }) => kind)).not.toContain('server-log');
  });
});

test('XML that a log cuts off is read up to there, and its bytes end there', () => {
  const cut = '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>12</SyncKey><CollectionId>1</Coll';
  const reply = '<Sync xmlns="AirSync"><Status>1</Status></Sync>';
  const log = [
    `10:00:00 DEBUG Request: ${cut}... [truncated 2000 chars]`,
    `10:00:01 DEBUG Response: ${reply}`,
    '10:00:02 DEBUG Request: <Ping xmlns="Ping"><HeartbeatInterval>47',
  ];
  const [first] = readPaste(log.join('\n'));
  expect(
    first?.conversation.exchanges.map(({ request, response }) => [
      toHex(request?.bytes ?? new Uint8Array(0)),
      toHex(response?.bytes ?? new Uint8Array(0)),
    ]),
  ).toEqual([
    ['03016a00455c4f4b033132000152033100', '03016a00454e0331000101'],
    ['03016a00000d4548033437', ''],
  ]);
  expect(first?.conversation.exchanges[0]?.note).toContain(
    'Request: the log cuts its XML off (“... [truncated 2000 chars]”), and the bytes end there.',
  );
  expect(first?.problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['cut-off 1', 'cut-off 3']);
});

test('words for a side count where a log puts them in front of several lines alike', () => {
  const line = (words: string, root: string): string =>
    `10:00:00 ${words}: <${root} xmlns="${root === 'Sync' ? 'AirSync' : root}"></${root}>`;
  const log = [line('Request', 'Ping'), line('Request', 'Sync'), line('Response', 'Sync')];
  const [first] = readPaste(log.join('\n'));
  expect(hexes(first?.conversation)).toEqual(['03016a00000d4501|-', '03016a004501|03016a004501']);
  expect(first?.sideKnown).toBe(true);
});

test('an address in what somebody writes beside XML is no HTTP message', () => {
  const text = [
    'Request XML:',
    '<FolderSync xmlns="FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>',
    'Endpoint:',
    '```',
    'POST /Microsoft-Server-ActiveSync?Cmd=FolderSync',
    '```',
    'Request XML:',
    '<Sync xmlns="AirSync"><Collections/></Sync>',
  ];
  const [first] = readPaste(text.join('\n'));
  expect(hexes(first?.conversation)).toEqual(['03016a00000756520330000101|-', '03016a00451c01|-']);
});

test('the name that Exchange of Android puts in front of a value is none of it', () => {
  const tags = ['<Sync>', ' <Status>', '  Status: 17', ' </Status>', '</Sync>'];
  const [first] = readPaste(tags.map((tag) => `09-12 10:11:12.345 D/EAS Parser( 2345): ${tag}`).join('\n'));
  expect(first?.xml).toContain('<Status>17</Status>');
});

import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { fromHex, toBase64, toHex } from '../bytes/index.ts';
import { messagesOf } from '../conversation/index.ts';
import { readPaste } from './read-paste.ts';
import type { Candidate } from './types.ts';

const HEX = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
const REQUEST = '03016a00455c4f4b033000015203320001010101';
const BYTES = fromHex(HEX) ?? new Uint8Array(0);
const SPACED = HEX.replace(/../g, '$& ').trim();

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Each exchange as `request hex|response hex`. */
const messages = (candidate: Candidate | undefined): string[] =>
  (candidate?.conversation.exchanges ?? []).map(({ request, response }) =>
    [request, response]
      .map((message) => (message ? toHex(message.bytes ?? new Uint8Array(0)) : '-'))
      .join('|'),
  );
const kinds = (candidates: readonly Candidate[]): string[] => candidates.map(({ kind }) => kind);

describe('what was pasted comes first', () => {
  test.each([
    { name: 'hex', text: HEX, kind: 'hex' },
    { name: 'tokens', text: SPACED.replace(/\b0/g, ''), kind: 'hex-tokens' },
    { name: 'decimal', text: BYTES.join(' '), kind: 'decimal' },
    { name: 'signed', text: `{${new Int8Array(BYTES).join(', ')}}`, kind: 'array' },
    { name: 'base64', text: toBase64(BYTES), kind: 'base64' },
    { name: 'short base64 in a log', text: `body: ${toBase64(BYTES)} (37 bytes)`, kind: 'base64' },
    { name: 'data URL', text: `data:;base64,${toBase64(BYTES)}`, kind: 'data-url' },
    { name: 'percent', text: `%${HEX.replace(/..(?=.)/g, '$&%')}`, kind: 'percent' },
    { name: 'string', text: `b'\\x${HEX.replace(/..(?=.)/g, '$&\\x')}'`, kind: 'escaped' },
    { name: 'the characters', text: String.fromCharCode(...BYTES), kind: 'binary' },
    { name: 'HTTP', text: `HTTP/1.1 200 OK\n\n${HEX}`, kind: 'http' },
    { name: 'base64 of gzip', text: toBase64(new Uint8Array(gzipSync(BYTES))), kind: 'unpacked' },
    { name: 'hex in XML of another kind', text: `<log><hex>${HEX}</hex></log>`, kind: 'hex' },
  ])('$name', ({ text, kind }) => {
    const [first] = readPaste(text);
    expect(first?.kind).toBe(kind);
    expect(messages(first)).toEqual([`-|${HEX}`]);
    expect(first?.problems).toEqual([]);
  });
});

describe('the same digits in two forms: only the meaning tells', () => {
  test('words with the low byte first are not bytes in order', () => {
    const text =
      '0000000 0103 006a 0000 4e45 3103 0100 034b 0031\n0000010 5c01 4b4f 3103 0100 0101 0101\n000001c';
    const [first] = readPaste(text);
    expect(first?.kind).toBe('word-dump');
    expect(messages(first)[0]).toContain('03016a000000454e');
  });

  test('all digits: hex or decimal', () => {
    // Ping with a Status, as hex tokens and as decimal numbers
    expect(messages(readPaste('3 1 6a 0 0 d 45 47 3 31 0 1 1')[0])).toEqual([
      '-|03016a00000d454703310001' + '01',
    ]);
    expect(messages(readPaste('3 1 106 0 0 13 69 71 3 49 0 1 1')[0])).toEqual([
      '-|03016a00000d454703310001' + '01',
    ]);
  });

  test('WBXML of other kinds: no signature is needed', () => {
    const si = '02056a0045c60d0378797a00010101';
    for (const text of [si, toBase64(fromHex(si) ?? new Uint8Array(0))]) {
      expect(messages(readPaste(text)[0])).toEqual([`-|${si}`]);
    }
  });

  test('both readings are offered where both decode', () => {
    const candidates = readPaste('3 1 3 0 12');
    expect(candidates.map(({ kind }) => kind).sort()).toEqual(['decimal', 'hex-tokens']);
    expect(candidates.flatMap(messages).sort()).toEqual(['-|030103000c', '-|0301030012']);
  });

  test('hex digits are base64, too, but that reading decodes as nothing', () => {
    expect(kinds(readPaste(HEX))).toEqual(['hex']);
  });
});

describe('in words', () => {
  test.each([
    { text: HEX, why: 'Hex digits: 37 bytes, read as Exchange ActiveSync to the end.' },
    {
      text: `Response hex: ${SPACED}`,
      why:
        'Hex digits with spaces between: 37 bytes, read as Exchange ActiveSync to the end. ' +
        'The words in front of it call it a response. Text in front of it was passed over.',
    },
    {
      text: `${'03 '.repeat(56)}0`,
      why:
        'Hex digits with spaces between: 56 bytes, not WBXML. ' +
        'Column 169: one digit without a partner. 56 bytes read before it; nothing invented.',
    },
    { text: '1f8b0800', why: 'Hex digits: 4 bytes, not WBXML: 1f 8b is gzip.' },
    { text: 'Nothing here.', why: 'Nothing in this text stands for bytes: it is plain text.' },
    { text: '<!doctype html><p>x', why: 'Nothing in this text stands for bytes: it is an HTML page.' },
    { text: '{"a": 1}', why: 'Nothing in this text stands for bytes: it is JSON.' },
  ])('$text', ({ text, why }) => {
    expect(readPaste(text)[0]?.why).toBe(why);
  });

  test('titles name the root', () => {
    expect(readPaste(HEX)[0]?.conversation.title).toBe('Pasted Sync, 37 bytes');
    expect(readPaste('deadbeef')[0]?.conversation.title).toBe('Pasted, 4 bytes');
  });
});

describe('problems', () => {
  test.each([
    {
      name: 'an odd digit',
      text: HEX.slice(0, -1),
      code: 'odd-digit',
      line: 1,
      column: 73,
      kept: HEX.slice(0, -2),
    },
    {
      name: 'a wrong digit',
      text: `03 01 6a 00\n00 00 4g 4e 03 31`,
      code: 'bad-digit',
      line: 2,
      column: 8,
      kept: '03016a000000',
    },
    {
      name: 'Windows line ends',
      text: '03 01 6a 00\r\n00 00 4g 4e 03 31',
      code: 'bad-digit',
      line: 2,
      column: 8,
      kept: '03016a000000',
    },
    {
      name: 'a number too large',
      text: '[3, 1, 106, 0, 0, 0, 690]',
      code: 'out-of-range',
      line: 1,
      column: 22,
      kept: '03016a000000',
    },
  ])('$name', ({ text, code, line, column, kept }) => {
    const [first] = readPaste(text);
    expect(first?.problems).toMatchObject([{ code, severity: 'error', line, column }]);
    expect(messages(first)).toEqual([`-|${kept}`]);
  });

  test('offsets are bytes where bytes were given, lines and columns are of the text', () => {
    const text = 'ä response:\n03 01 6a 00 00 00 4g 4e';
    const [pasted] = readPaste(text);
    const [dropped] = readPaste(textBytes(text));
    expect(pasted?.problems).toMatchObject([{ start: 31, end: 32, line: 2, column: 20 }]);
    expect(dropped?.problems).toMatchObject([{ start: 32, end: 33, line: 2, column: 20 }]);
  });

  test('bytes that became U+FFFD on the way are said to be lost', () => {
    const text = new TextDecoder().decode(
      Uint8Array.from([...BYTES.subarray(0, 8), 0xc3, 0xff, ...BYTES.subarray(8)]),
    );
    const [first] = readPaste(text);
    expect(first?.problems[0]).toMatchObject({ code: 'lost-characters', severity: 'error', start: 8 });
  });
});

describe('whose message', () => {
  test('HTTP and labels say it, bare bytes do not', () => {
    expect(readPaste(HEX)[0]?.sideKnown).toBe(false);
    expect(readPaste(`Reply: ${HEX}`)[0]?.sideKnown).toBe(true);
    const [request] = readPaste(`Request: ${HEX}`);
    expect([request?.sideKnown, messages(request)]).toEqual([true, [`${HEX}|-`]]);
    expect(readPaste(`HTTP/1.1 200 OK\n\n${HEX}`)[0]?.sideKnown).toBe(true);
  });

  test.each([
    { text: `Reply: ${HEX}`, told: ['response'] },
    { text: `Request: ${REQUEST}`, told: ['request'] },
    { text: `Request: ${REQUEST}\nResponse: ${HEX}`, told: ['request', 'response'] },
    { text: '## Request\n<Sync xmlns="AirSync"><SyncKey>1</SyncKey></Sync>', told: ['request'] },
    { text: HEX, told: [undefined] },
    { text: `${HEX}\nRequest: ${REQUEST}`, told: [undefined, 'request'] },
    { text: `HTTP/1.1 200 OK\n\n${HEX}`, told: [undefined] }, // it says so itself
  ])('$told in $text stays with the messages', ({ text, told }) => {
    const [first] = readPaste(text);
    const kept = first ? messagesOf(first.conversation).map(({ message }) => message.sideTold) : [];
    expect(kept).toEqual(told);
  });

  test('a labelled pair is one exchange, and each is offered alone', () => {
    const candidates = readPaste(`Request: ${REQUEST}\nResponse: ${HEX}`);
    expect(candidates.map(messages)).toEqual([[`${REQUEST}|${HEX}`], [`-|${HEX}`], [`${REQUEST}|-`]]);
  });

  test('lines without labels are messages whose side is not known', () => {
    const [first] = readPaste(`${REQUEST}\n${HEX}`);
    expect([first?.sideKnown, messages(first)]).toEqual([false, [`-|${REQUEST}`, `-|${HEX}`]]);
  });

  test('an HTTP request with its response', () => {
    const text = `POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\nMS-ASProtocolVersion: 14.1\n\n${REQUEST}\n\nHTTP/1.1 200 OK\n\n${HEX}`;
    const [first] = readPaste(text);
    expect(messages(first)).toEqual([`${REQUEST}|${HEX}`]);
    expect(first?.conversation.exchanges[0]?.request?.http).toEqual({
      method: 'POST',
      url: '/Microsoft-Server-ActiveSync?Cmd=Sync',
      headers: { 'MS-ASProtocolVersion': '14.1' },
    });
    expect(first?.conversation.exchanges[0]?.response?.http).toEqual({ status: 200 });
  });
});

describe('XML', () => {
  test('is handed on as text, for a message without bytes', () => {
    const [first] = readPaste('\n<Sync xmlns="AirSync:"><Status>1</Status></Sync>\n');
    expect(first).toMatchObject({
      kind: 'xml',
      xml: '<Sync xmlns="AirSync:"><Status>1</Status></Sync>',
      xmlOf: { exchange: 0, side: 'response' },
    });
    expect(first?.conversation.exchanges).toEqual([{ id: '1', response: {} }]);
  });

  test('that a tool printed as the body of a message', () => {
    const [first] = readPaste(
      'POST /a HTTP/1.1\nContent-Type: application/vnd.ms-sync.wbxml\n\n<Ping xmlns="Ping"/>',
    );
    expect(first).toMatchObject({
      kind: 'http',
      xml: '<Ping xmlns="Ping"/>',
      xmlOf: { exchange: 0, side: 'request' },
    });
  });
});

describe('files', () => {
  test('WBXML itself', () => {
    expect(readPaste(BYTES)).toMatchObject([{ kind: 'binary', problems: [] }]);
    expect(messages(readPaste(BYTES)[0])).toEqual([`-|${HEX}`]);
  });

  test.each([
    { name: 'hex', bytes: textBytes(`${HEX}\n`), kind: 'hex' },
    { name: 'hex with a mark', bytes: textBytes(`\ufeff${HEX}`), kind: 'hex' },
    {
      name: 'hex in UTF-16',
      bytes: Uint8Array.from([0xff, 0xfe, ...[...HEX].flatMap((c) => [c.charCodeAt(0), 0])]),
      kind: 'hex',
    },
    { name: 'gzip', bytes: new Uint8Array(gzipSync(BYTES)), kind: 'unpacked' },
    {
      name: 'HTTP',
      bytes: Uint8Array.from([...textBytes('HTTP/1.1 200 OK\r\n\r\n'), ...BYTES]),
      kind: 'http',
    },
  ])('$name', ({ bytes, kind }) => {
    const [first] = readPaste(bytes);
    expect(first?.kind).toBe(kind);
    expect(messages(first)).toEqual([`-|${HEX}`]);
  });

  test('that are not WBXML stay what they are, with a word about it', () => {
    const [first] = readPaste(fromHex('89504e470d0a1a0a0000000d') ?? BYTES);
    expect(first).toMatchObject({ kind: 'binary' });
    expect(first?.why).toContain('not WBXML: 89 50 4e 47 0d 0a 1a 0a is a PNG image');
    expect(readPaste(textBytes('Dear all,\nplease find'))[0]?.why).toContain('not WBXML: it is plain text');
  });

  test('gzip that is cut gives what it holds and says so', () => {
    const cut = new Uint8Array(gzipSync(BYTES)).slice(0, -8);
    const unpacked = readPaste(cut).find(({ kind }) => kind === 'unpacked');
    expect(unpacked?.problems).toMatchObject([{ code: 'bad-packing', severity: 'error' }]);
  });
});

describe('nothing to read', () => {
  test.each(['', ' ', '\n\t \r\n'])('%j: no candidate', (text) => {
    expect(readPaste(text)).toEqual([]);
  });

  test('no bytes: no candidate', () => {
    expect(readPaste(new Uint8Array(0))).toEqual([]);
  });

  test.each(['The decade of bad beef faced a cafe; add a deed. 2025-10-02', 'hello', '?', 'x = [1, 2]'])(
    '%s: one candidate that says it is text',
    (text) => {
      const candidates = readPaste(text);
      expect(kinds(candidates)).toEqual(['text']);
      expect(candidates[0]?.conversation.exchanges).toEqual([]);
    },
  );
});

describe('what people paste in one piece', () => {
  const SPACED_REQUEST = REQUEST.replace(/../g, '$& ').trim();

  test.each([
    {
      name: 'two messages with an empty line between',
      text: `${SPACED_REQUEST}\n\n${SPACED}\n`,
      read: [`-|${REQUEST}`, `-|${HEX}`],
    },
    {
      name: 'a record in JSON with both bodies',
      text: JSON.stringify([{ url: '/x', requestBody: REQUEST, responseBody: HEX }]),
      read: [`${REQUEST}|${HEX}`],
    },
    {
      name: 'hex in the lines of a log',
      text: (SPACED.match(/.{1,48}/g) ?? []).map((row) => `Nov 16 07:12:01 mail eas[8]: ${row}`).join('\n'),
      read: [`-|${HEX}`],
    },
    {
      name: 'a mail as base64, with a message attached',
      text: toBase64(
        textBytes(
          `MIME-Version: 1.0\r\nContent-Type: application/vnd.ms-sync.wbxml\r\nContent-Transfer-Encoding: base64\r\n\r\n${toBase64(BYTES)}\r\n`,
        ),
      ),
      read: [`-|${HEX}`],
    },
  ])('$name', ({ text, read }) => {
    expect(messages(readPaste(text)[0])).toEqual(read);
  });

  test('bodies that curl -v did not print are said to be missing', () => {
    const [first] = readPaste(
      '> POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\n> Content-Length: 20\n>\n} [20 bytes data]\n< HTTP/1.1 200 OK\n< Content-Length: 37\n<\n{ [37 bytes data]\n* Connection #0 left intact\n',
    );
    const [exchange] = first?.conversation.exchanges ?? [];
    expect([exchange?.request?.bytes, exchange?.response?.bytes]).toEqual([undefined, undefined]);
    expect(first?.problems.map(({ code }) => code)).toEqual(['not-printed', 'not-printed']);
    expect(first?.why).toContain('curl -v prints no bodies');
  });
});

describe('a log written by hand: a request and its response', () => {
  const RQ = '03 01 6A 00 45 5C 4F 4B 03 30 00 01 52 03 31 00 01 01 01 01';
  const RS = '03 01 6A 00 45 5C 4F 4B 03 31 00 01 52 03 31 00 01 4E 03 31 00 01 01 01 01';
  const solid = (hex: string): string => hex.replaceAll(' ', '').toLowerCase();
  test.each<[string, string, string[]]>([
    ['clean', `Request: ${RQ}\nResponse: ${RS}\n`, []],
    ['on lines of their own', `Request:\n${RQ}\nResponse:\n${RS}\n`, []],
    ['with times of day', `10:01:02 Request: ${solid(RQ)}\n10:01:03 Response: ${solid(RS)}\n`, []],
    ['with times and marks only', `10:01:02 >> ${solid(RQ)}\n10:01:03 << ${solid(RS)}\n`, []],
    [
      'with dates',
      `2026-11-29 10:01:02,123 Request: ${solid(RQ)}\n2026-11-29 10:01:03,456 Response: ${solid(RS)}\n`,
      [],
    ],
    [
      'with a blank inside a byte',
      `Request: ${RQ.replace('4F', '4 F')}\nResponse: ${RS}\n`,
      ['1:29 a blank inside one, joined'],
    ],
    [
      'with a blank inside a byte of a long word',
      `Request: ${solid(RQ).replace('455c', '455 c')}\nResponse: ${solid(RS)}\n`,
      ['1:21 a blank inside one, joined'],
    ],
    [
      'with a blank between bytes',
      `Request: ${solid(RQ).replace('455c', '45 5c')}\nResponse: ${solid(RS)}\n`,
      [],
    ],
  ])('%s', (_, text, told) => {
    const [first] = readPaste(text);
    const { exchanges } = first?.conversation ?? { exchanges: [] };
    expect(exchanges).toHaveLength(1);
    expect(toHex(exchanges[0]?.request?.bytes ?? new Uint8Array())).toBe(solid(RQ));
    expect(toHex(exchanges[0]?.response?.bytes ?? new Uint8Array())).toBe(solid(RS));
    expect(first?.problems.map((one) => `${one.line}:${one.column} ${one.found}, ${one.assumed}`)).toEqual(
      told,
    );
  });

  test.each([
    ['', ''],
    ['<?xml version="1.0"?>\n', '<?xml version="1.0" encoding="utf-8"?>'],
    ['', '<?xml version="1.0"?>'],
  ])('as XML, with %j and %j in front', (before, between) => {
    const collection = (key: string, more = ''): string =>
      `<Sync xmlns="AirSync"><Collections><Collection><SyncKey>${key}</SyncKey><CollectionId>1</CollectionId>${more}</Collection></Collections></Sync>`;
    const text = `Request:\n${before}${collection('0')}\n\nResponse:\n${between}${collection('1', '<Status>1</Status>')}\n`;
    const { exchanges } = readPaste(text)[0]?.conversation ?? { exchanges: [] };
    expect(exchanges).toHaveLength(1);
    expect(toHex(exchanges[0]?.request?.bytes ?? new Uint8Array())).toBe(solid(RQ));
    expect(toHex(exchanges[0]?.response?.bytes ?? new Uint8Array())).toBe(solid(RS));
  });

  test('one XML document behind a label, with other tags in it, stays one', () => {
    const xml = '<Sync xmlns="AirSync"><Commands/></Sync>';
    const [first] = readPaste(`Request:\n${xml}\n`);
    expect(first?.xml).toBe(xml);
  });
});

describe('what issue trackers and logs of servers show', () => {
  const KEY_0 = '03016a00000756520330000101';
  const requestOf = (text: string): string =>
    toHex(readPaste(text)[0]?.conversation.exchanges[0]?.request?.bytes ?? new Uint8Array());
  const replyOf = (text: string): string =>
    toHex(readPaste(text)[0]?.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array());

  test('hex in the tags of a page, told apart by the words in them', () => {
    const span = (hex: string): string => `<span style="font-family: courier,courier;">${hex}</span>  \n`;
    const text = `<b>Request:</b>  \n${span('03 01 6A 00 00 07 56 52\n03 30 00 01 01')}<b>Response:</b>  \n${span(
      '03 01 6A 00 00 07 56 4C\n03 31 00 01 52 03 31 00\n01 4E 57 03 30 00 01 01\n01',
    )}`;
    expect(requestOf(text)).toBe(KEY_0);
    expect(replyOf(text)).toBe('03016a000007564c0331000152033100014e570330000101' + '01');
  });

  test('XML whose signs are escaped', () => {
    const text =
      '&lt;?xml version=&quot;1.0&quot;?&gt;\n&lt;FolderSync xmlns=&quot;uri:FolderHierarchy&quot;&gt;&lt;SyncKey&gt;&#039;&lt;/SyncKey&gt;&lt;/FolderSync&gt;';
    const [first] = readPaste(text);
    expect(first?.xml).toBe(
      `<?xml version="1.0"?>\n<FolderSync xmlns="uri:FolderHierarchy"><SyncKey>'</SyncKey></FolderSync>`,
    );
  });

  const DECODED =
    'f40c8 2011-01-07T11:07:56+00:00 DEBUG (7): Command_Wbxml::__construct::95 decoded wbxml content: <?xml version="1.0"?>\n<FolderSync xmlns="uri:FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>\n';
  test('the log of a server that prints what it decoded, and its answer', () => {
    const answer =
      'f40c8 2011-01-07T11:07:57+00:00 DEBUG (7): Server::_handlePost::190 xml response:\n<?xml version="1.0"?>\n<FolderSync xmlns="uri:FolderHierarchy"><Status>1</Status></FolderSync>\n';
    expect(requestOf(DECODED + answer)).toBe(KEY_0);
    expect(replyOf(DECODED + answer)).toBe('03016a000007564c033100' + '0101');
  });
  test('one document in a log is read without the rest', () => {
    const [first] = readPaste(`${DECODED}f40c8 DEBUG: synckey is <0>, user <a@b.test>\n`);
    expect(first?.xml).toBe(
      '<?xml version="1.0"?>\n<FolderSync xmlns="uri:FolderHierarchy"><SyncKey>0</SyncKey></FolderSync>',
    );
    expect(first?.why).toBe('XML text inside other text. Text around it was passed over.');
  });
});

test('XML that holds a mail with a part in base64 is XML', () => {
  const part = `Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n${'iVBORw0KGgoAAAANSUhEUgAA'.repeat(40)}\n`;
  const data = `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${part}--b--\n`;
  const xml = `<Sync xmlns="AirSync"><Collections><Collection><Data xmlns="AirSyncBase">${data}</Data></Collection></Collections></Sync>`;
  expect(readPaste(xml)[0]).toMatchObject({ kind: 'xml', xml });
});

test('a file that is a message is not made a text: that takes longer than to read it', () => {
  const made = vi.spyOn(String, 'fromCharCode');
  const bytes = new Uint8Array(2_000_014).fill(7);
  bytes.set([3, 1, 0x6a, 0, 0, 21, 0x45, 0x50, 0xc3, 0xfa, 0x89, 0]);
  bytes.set([1, 1], bytes.length - 2);
  const [first] = readPaste(bytes);
  const characters = made.mock.calls.reduce((sum, codes) => sum + codes.length, 0);
  made.mockRestore();
  expect(first?.conversation.exchanges[0]?.response?.bytes).toHaveLength(bytes.length);
  expect(first?.why).toContain('to the end');
  expect(characters).toBeLessThan(10_000);
});

import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fromHex, toBase64, toHex } from '../bytes/index.ts';
import { readForms } from './forms.ts';
import { joinChunks } from './http-body.ts';
import { readHead } from './http-head.ts';
import { MOST_MESSAGES, readHttp } from './http-message.ts';
import { readPaste } from './read-paste.ts';
import { latin1Text } from './text-bytes.ts';

const HEX = '03016a00000756520330000101';
const BODY = fromHex(HEX) ?? new Uint8Array(0);
const TYPE = 'Content-Type: application/vnd.ms-sync.wbxml';

/** Each exchange as `request hex|response hex`; `-` where there is no message, `?` where its bytes are unknown. */
const read = (text: string, source: 'text' | 'bytes' = 'text') => {
  const [reading] = readHttp(text, source, readForms);
  const hexOf = (message?: { bytes?: Uint8Array }): string =>
    message === undefined ? '-' : message.bytes === undefined ? '?' : toHex(message.bytes);
  return {
    exchanges: reading?.messages?.exchanges.map(
      ({ request, response }) => `${hexOf(request)}|${hexOf(response)}`,
    ),
    slips: reading?.slips.map(({ code, severity }) => `${severity} ${code}`),
    reading,
  };
};

describe('the head', () => {
  test('of a response', () => {
    expect(readHead('HTTP/1.1 200 OK\r\nA: b\r\na: c\r\nLong: d\r\n e\r\n\r\nrest', 0)).toEqual({
      side: 'response',
      http: { status: 200, headers: { A: 'b, c', Long: 'd e' } },
      start: 0,
      bodyStart: 44,
      closed: true,
      arrows: false,
    });
  });

  test.each([
    { line: 'POST /a?Cmd=Sync HTTP/1.1', http: { method: 'POST', url: '/a?Cmd=Sync' } },
    { line: 'POST https://host/a HTTP/2', http: { method: 'POST', url: 'https://host/a' } },
    { line: 'OPTIONS /a', http: { method: 'OPTIONS', url: '/a' } },
    { line: '> POST /a HTTP/1.1', http: { method: 'POST', url: '/a' } },
    { line: '< HTTP/2 449 ', http: { status: 449 } },
    { line: 'HTTP/1.1 200', http: { status: 200 } },
  ])('$line', ({ line, http }) => {
    expect(readHead(line, 0)?.http).toEqual(http);
  });

  test.each(['', 'POST', 'GET it done', 'HTTP is a protocol', 'A: b'])('%s: none', (line) => {
    expect(readHead(line, 0)).toBeUndefined();
  });

  test('a header named like a property of every object is a header, but for the one that no conversation may hold', () => {
    const head = readHead('HTTP/1.1 200 OK\n__proto__: x\nconstructor: y\n\n', 0);
    expect(Object.entries(head?.http.headers ?? {})).toEqual([['constructor', 'y']]);
  });
});

describe('bodies', () => {
  const gzip = new Uint8Array(gzipSync(BODY));
  const zlib = new Uint8Array(deflateSync(BODY));
  const deflate = new Uint8Array(deflateRawSync(BODY));
  const head = (...lines: string[]): string => ['HTTP/1.1 200 OK', TYPE, ...lines, '', ''].join('\r\n');
  const chunked = `5\r\n${latin1Text(BODY.subarray(0, 5))}\r\n8;x=y\r\n${latin1Text(BODY.subarray(5))}\r\n0\r\n\r\n`;

  test.each([
    { name: 'bytes', text: head() + latin1Text(BODY) },
    { name: 'bytes with their length', text: `${head('Content-Length: 13')}${latin1Text(BODY)}\n` },
    { name: 'chunks', text: head('Transfer-Encoding: chunked') + chunked },
    { name: 'chunks joined by a tool', text: head('Transfer-Encoding: chunked') + latin1Text(BODY) },
    { name: 'gzip', text: head('Content-Encoding: gzip') + latin1Text(gzip) },
    { name: 'gzip unpacked by a tool', text: head('Content-Encoding: gzip') + latin1Text(BODY) },
    { name: 'deflate', text: head('Content-Encoding: deflate') + latin1Text(zlib) },
    { name: 'deflate without its head', text: head('Content-Encoding: deflate') + latin1Text(deflate) },
    {
      name: 'gzip in chunks',
      text: `${head('Content-Encoding: gzip', 'Transfer-Encoding: chunked')}${gzip.length.toString(16)}\r\n${latin1Text(gzip)}\r\n0\r\n\r\n`,
    },
  ])('$name, as bytes', ({ text }) => {
    expect(read(text, 'bytes')).toMatchObject({ exchanges: [`-|${HEX}`], slips: [] });
  });

  test.each([
    { name: 'characters', text: head() + latin1Text(BODY) },
    { name: 'hex', text: `${head()}${HEX}\n` },
    {
      name: 'spaced hex behind bare line ends',
      text: `HTTP/1.1 200 OK\n${TYPE}\n\n${HEX.replace(/../g, '$& ')}`,
    },
    { name: 'base64', text: head() + toBase64(BODY) },
    { name: 'hex of gzip', text: head('Content-Encoding: gzip') + toHex(gzip) },
    { name: 'a dump', text: `${head()}0000   ${HEX.replace(/../g, '$& ')}  ..j...VR.0...` },
  ])('$name, as text', ({ text }) => {
    expect(read(text)).toMatchObject({ exchanges: [`-|${HEX}`], slips: [] });
  });

  test.each([
    {
      name: 'shorter than said',
      text: `${head('Content-Length: 20')}${latin1Text(BODY)}`,
      slip: 'error length-differs',
    },
    {
      name: 'longer than said',
      text: `${head('Content-Length: 9')}${latin1Text(BODY)}`,
      slip: 'warning length-differs',
    },
    {
      name: 'a chunk that is cut',
      text: head('Transfer-Encoding: chunked') + chunked.slice(0, 14),
      slip: 'error bad-chunk',
    },
    {
      name: 'gzip that is cut',
      text: head('Content-Encoding: gzip') + latin1Text(gzip.slice(0, -9)),
      slip: 'error bad-packing',
    },
    {
      name: 'a packing that is not undone here',
      text: `${head('Content-Encoding: br')}${latin1Text(BODY)}`,
      slip: 'warning bad-packing',
    },
  ])('$name', ({ text, slip }) => {
    expect(read(text, 'bytes').slips).toContain(slip);
  });

  test('sent empty, not captured, and missing', () => {
    expect(read('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')).toMatchObject({
      exchanges: ['-|'],
      slips: [],
    });
    expect(read('OPTIONS /a HTTP/1.1\r\nHost: x\r\n\r\n')).toMatchObject({ exchanges: ['|-'], slips: [] });
    expect(read('HTTP/1.1 200 OK\r\nA: b')).toMatchObject({ exchanges: ['-|?'], slips: [] });
    expect(read('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n')).toMatchObject({
      exchanges: ['-|?'],
      slips: ['error length-differs'],
    });
  });

  test('XML in place of the WBXML that was sent', () => {
    const { reading, exchanges } = read(`${head()}<Sync xmlns="AirSync"/>\n`);
    expect(exchanges).toEqual(['-|?']);
    expect(reading?.xml).toEqual({ text: '<Sync xmlns="AirSync"/>', exchange: 0, side: 'response' });
  });

  test('a fault in a written body is placed in the whole text', () => {
    const text = `HTTP/1.1 200 OK\n\n03 01 6a 0g 00 45`;
    const { reading } = read(text);
    expect(reading?.slips.map(({ start }) => text.charAt(start))).toEqual(['g']);
  });
});

describe('several messages', () => {
  const request = `POST /a?Cmd=FolderSync HTTP/1.1\r\nContent-Length: 13\r\n\r\n${latin1Text(BODY)}`;
  const response = `HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n${latin1Text(BODY)}`;

  test.each([
    { name: 'a pair', text: `${request}\r\n${response}`, exchanges: [`${HEX}|${HEX}`] },
    { name: 'a pair without a line between', text: request + response, exchanges: [`${HEX}|${HEX}`] },
    { name: 'a response alone', text: response, exchanges: [`-|${HEX}`] },
    {
      name: 'two requests, one answered',
      text: `${request}\n${request}\n${response}`,
      exchanges: [`${HEX}|-`, `${HEX}|${HEX}`],
    },
    { name: 'text in front', text: `captured today:\n${request}\n${response}`, exchanges: [`${HEX}|${HEX}`] },
    {
      name: 'as curl -v prints',
      text: '* Connected\n> POST /a HTTP/1.1\n> Host: x\n>\n* upload done\n< HTTP/1.1 449 Retry\n< Content-Length: 0\n<\n',
      exchanges: ['|'],
    },
  ])('$name', ({ text, exchanges }) => {
    expect(read(text).exchanges).toEqual(exchanges);
  });

  test('no more than the cap', () => {
    const many = 'HTTP/1.1 200 OK\n\n'.repeat(MOST_MESSAGES + 1);
    expect(read(many).exchanges).toHaveLength(MOST_MESSAGES);
    expect(read(many).slips).toEqual(['error too-large']);
    expect(read('HTTP/1.1 200 OK\n\n'.repeat(MOST_MESSAGES)).slips).toEqual([]);
  });
});

test.each([
  { text: '3\r\nabc\r\n0\r\n\r\n', hex: '616263' },
  { text: '3\nabc\n2\nde\n0\n', hex: '6162636465' },
  { text: '3\r\nabc', hex: '616263', brokenAt: 6 },
  { text: '3\r\nab', hex: '6162', brokenAt: 5 },
  { text: '3\r\nabc\r\nxx', hex: '616263', brokenAt: 8 },
  { text: 'abc', hex: '', brokenAt: 0 },
  { text: '', hex: '', brokenAt: 0 },
  { text: 'ffffffffff\r\nabc', hex: '', brokenAt: 0 },
])('chunks of $text', ({ text, hex, brokenAt }) => {
  const joined = joinChunks(new TextEncoder().encode(text));
  expect({ hex: toHex(joined.bytes), brokenAt: joined.brokenAt }).toEqual({ hex, brokenAt });
});

const TEXT = String.fromCharCode(...(HEX.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));

test('a head of HTTP/2 as tools show it', () => {
  const text = `:method: POST\n:path: /Microsoft-Server-ActiveSync?Cmd=FolderSync\n:authority: a.test\nx: y\n\n${HEX}\n\n:status: 200\nx: z\n\n${HEX}\n`;
  const [exchange] = readPaste(text)[0]?.conversation.exchanges ?? [];
  expect(exchange?.request?.http).toEqual({
    method: 'POST',
    url: '/Microsoft-Server-ActiveSync?Cmd=FolderSync',
    headers: { host: 'a.test', x: 'y' },
  });
  expect(exchange?.response?.http).toEqual({ status: 200, headers: { x: 'z' } });
  expect([exchange?.request?.bytes, exchange?.response?.bytes].map((one) => one?.length)).toEqual([13, 13]);
});

test('what a tool writes behind a body is not part of it', () => {
  const rule = '-'.repeat(66);
  const [first] = readPaste(`HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n${TEXT}\r\n\r\n${rule}\r\n`);
  expect(first?.problems).toEqual([]);
  expect(first?.conversation.exchanges[0]?.response?.bytes).toHaveLength(13);
  expect(first?.why).toMatch(/what stands behind its Content-Length passed over/);
});

test('where characters were lost, the Content-Length ends nothing', () => {
  const lossy = `\x03\x01j\0\0\x15EQ\x03\ufffd\ufffd${'A'.repeat(9)}\0\x01\x01`;
  const sent = lossy.length; // each was one byte before
  const [first] = readPaste(`HTTP/1.1 200 OK\r\nContent-Length: ${sent}\r\n\r\n${lossy}`);
  expect(first?.conversation.exchanges[0]?.response?.bytes).toHaveLength(sent + 4);
  expect(first?.problems.map(({ code }) => code)).toContain('lost-characters');
});

test('a note in the place of a body is none', () => {
  const note = '+----+\n| NOTE: binary data not shown in terminal |\n+----+';
  const [first] = readPaste(`HTTP/1.1 200 OK\nServer: a\n\n${note}\n`);
  expect(first?.problems).toMatchObject([{ code: 'not-printed' }]);
  expect(first?.conversation.exchanges[0]?.response).toEqual({
    http: { status: 200, headers: { Server: 'a' } },
  });
});

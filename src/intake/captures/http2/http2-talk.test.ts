import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import type { Conversation } from '../../../conversation/index.ts';
import { httpBytes, joined } from '../../../testing/any-capture.ts';
import {
  HeaderWriter,
  PLAIN_HTTP2,
  PREFACE,
  frameOf,
  http2Packets,
  http2Pieces,
  piecePackets,
  type Sent,
} from '../../../testing/http2-files.ts';
import { toPcap } from '../../../testing/packet-files.ts';
import { readPaste } from '../../read-paste.ts';
import type { Candidate } from '../../types.ts';

const message = (tail: number): Uint8Array =>
  Uint8Array.from([3, 1, 0x6a, 0, 0x45, 0xc3, 60, ...new Array<number>(60).fill(tail), 1]);
const URL = '/Microsoft-Server-ActiveSync?Cmd=Sync';
const talk = (n: number): Conversation => ({
  format: 1,
  title: '',
  exchanges: Array.from({ length: n }, (_, i) => ({
    id: String(i + 1),
    request: {
      bytes: message(i),
      http: { method: 'POST', url: `${URL}&n=${i}`, headers: { Host: 'a.test' } },
    },
    response: { bytes: message(100 + i), http: { status: 200 } },
  })),
});
const read = (frames: readonly Uint8Array[]): Candidate | undefined => readPaste(toPcap(frames, 1))[0];
const sizes = (found: Candidate | undefined): string[] =>
  (found?.conversation.exchanges ?? []).map(
    ({ request, response }) => `${request?.bytes?.length ?? '-'}|${response?.bytes?.length ?? '-'}`,
  );

test('the pseudo headers are facts, Host and one Cookie', () => {
  const headers = new HeaderWriter();
  const block = headers.write([
    [':method', 'POST'],
    [':scheme', 'https'],
    [':path', URL],
    [':authority', 'mail.example.test'],
    ['cookie', 'a=1'],
    ['cookie', 'b=2'],
    ['accept', 'x'],
    ['accept', 'y'],
  ]);
  const request = joined(PREFACE, frameOf(4, 0, 0, ''), frameOf(1, 5, 1, block));
  const found = read(piecePackets([{ side: 'request', bytes: request }]));
  expect(found?.conversation.exchanges[0]?.request?.http).toEqual({
    method: 'POST',
    url: URL,
    headers: { host: 'mail.example.test', cookie: 'a=1; b=2', accept: 'x, y' },
  });
});

test('interim headers and trailers are passed over', () => {
  const headers = new HeaderWriter();
  const write = (...fields: [string, string][]): Uint8Array => headers.write(fields);
  const pieces = http2Pieces(talk(1), PLAIN_HTTP2).filter(({ side }) => side === 'request');
  const response = joined(
    frameOf(4, 0, 0, ''),
    frameOf(1, 4, 1, write([':status', '100'])),
    frameOf(1, 4, 1, write([':status', '200'], ['server', 'x'])),
    frameOf(0, 0, 1, message(9)),
    frameOf(1, 5, 1, write(['grpc-status', '0'])),
  );
  const found = read(piecePackets([...pieces, { side: 'response', bytes: response }]));
  expect(found?.problems).toEqual([]);
  expect(found?.conversation.exchanges[0]?.response).toMatchObject({
    bytes: message(9),
    http: { status: 200, headers: { server: 'x' } },
  });
});

test('a connection that changes over from HTTP/1.1', () => {
  const all = http2Pieces(talk(3), PLAIN_HTTP2);
  const first = { ...talk(1).exchanges[0]?.request };
  const asked = httpBytes({ ...first, http: { ...first.http, headers: { Upgrade: 'h2c' } } }, 'request');
  // what was asked in HTTP/1.1 is stream 1: its frames are not sent
  const behind = all.filter(({ side, bytes }) => side === 'response' || bytes[8] !== 1);
  const found = read(
    piecePackets([
      { side: 'request', bytes: asked },
      { side: 'response', bytes: joined('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n') },
      ...behind,
    ]),
  );
  expect(sizes(found)).toEqual(['68|68', '68|68', '68|68']);
  expect(found?.conversation.exchanges[0]?.response?.http?.status).toBe(200);
  expect(found?.problems).toEqual([]);
});

describe('what is not there is said', () => {
  const frames = http2Packets(talk(4), { size: 30 }, 45);

  test('a capture that begins in the middle', () => {
    const pieces = http2Pieces(talk(4), PLAIN_HTTP2).slice(4);
    const found = read(piecePackets(pieces).slice(2));
    expect(sizes(found)).toEqual(['-|68', '68|68', '68|68', '68|68']);
    expect(found?.why).toMatch(/9 headers of HTTP\/2 left out: they refer to what was sent before/);
    expect(found?.conversation.exchanges[1]?.request?.http).toEqual({ url: `${URL}&n=1` });
  });

  test.each([6, 7, 8, 9, 12, 15])('packet %i is lost', (lost) => {
    const found = read(frames.filter((_, i) => i !== lost));
    expect(found?.problems.map(({ code }) => code)).toContain('lost-segments');
    for (const { request, response } of found?.conversation.exchanges ?? [])
      for (const one of [request, response])
        if (one?.bytes)
          expect(
            toHex(
              joined(
                message(0),
                message(1),
                message(2),
                message(3),
                message(100),
                message(101),
                message(102),
                message(103),
              ),
            ),
          ).toContain(toHex(one.bytes));
  });

  test('the packets behind a loss are read on', () => {
    // the last 8 bytes of the first request
    const found = read(frames.filter((_, i) => i !== 8));
    expect(sizes(found).slice(1)).toEqual(['68|68', '68|68', '68|68']);
    expect(found?.conversation.exchanges[0]?.note).toMatch(
      /^Request: cut: \d+ bytes are there; \d+ bytes behind/,
    );
  });

  test('a stream that is reset', () => {
    const pieces = http2Pieces(talk(1), { ...PLAIN_HTTP2, size: 30 });
    const reset: Sent = { side: 'request', bytes: frameOf(3, 0, 1, joined('\0\0\0\x08')) };
    const found = read(piecePackets([...pieces.slice(0, -1), reset]));
    expect(sizes(found)).toEqual(['68|60']);
    expect(found?.conversation.exchanges[0]?.note).toBe(
      'Reply: cut: 60 bytes are there; the stream was reset.',
    );
  });
});

/** Two ends of a connection; what is sent over it is kept. */
function ends(sent: Sent[]): [Duplex, Duplex] {
  const make = (side: Sent['side']): Duplex =>
    new Duplex({
      read: () => undefined,
      write: (chunk: Uint8Array, _, done) => {
        sent.push({ side, bytes: new Uint8Array(chunk) });
        (side === 'request' ? server : client).push(chunk);
        done();
      },
      final: (done) => {
        (side === 'request' ? server : client).push(null);
        done();
      },
    });
  const client = make('request');
  const server = make('response');
  return [client, server];
}

test('what Node sends is read', async () => {
  const sent: Sent[] = [];
  const [near, far] = ends(sent);
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/vnd.ms-sync.wbxml');
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(message(Number(request.headers['x-number']))));
    });
  });
  server.emit('connection', far);
  const client = connect('http://mail.example.test', { createConnection: () => near });
  for (const n of [1, 2, 3]) {
    const stream = client.request({
      ':method': 'POST',
      ':path': URL,
      'x-number': n,
      'user-agent': 'Å phone/1.2',
    });
    stream.end(message(n + 50));
    stream.resume();
    await once(stream, 'end');
  }
  client.close();
  const found = read(piecePackets(sent));
  expect(found?.problems).toEqual([]);
  expect(found?.conversation.exchanges).toHaveLength(3);
  for (const [i, { request, response }] of (found?.conversation.exchanges ?? []).entries()) {
    expect(request).toMatchObject({
      bytes: message(i + 51),
      http: {
        method: 'POST',
        url: URL,
        headers: { host: 'mail.example.test:80', 'x-number': String(i + 1) },
      },
    });
    expect(response).toMatchObject({
      bytes: message(i + 1),
      http: { status: 200, headers: { 'content-type': 'application/vnd.ms-sync.wbxml' } },
    });
  }
});

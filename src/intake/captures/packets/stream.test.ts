import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import type { Conversation } from '../../../conversation/index.ts';
import { joined } from '../../../testing/any-capture.ts';
import { readPaste } from '../../read-paste.ts';
import { PLAIN, frame, packetsOf, toPcap, toPcapng } from '../../../testing/packet-files.ts';
import type { Segment } from './link.ts';
import { assemble } from './stream.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

function segments(rows: readonly (readonly [seq: number, data: string, syn?: true])[]) {
  return rows.map(([seq, data, syn], packet) => {
    const segment: Segment = {
      from: 'a',
      to: 'b',
      seq,
      syn: syn ?? false,
      ack: true,
      fin: false,
      data: ascii(data),
      missing: 0,
    };
    return { segment, packet };
  });
}

describe('segments put together', () => {
  test.each([
    {
      name: 'in order',
      rows: [
        [9, '', true],
        [10, 'abc'],
        [13, 'def'],
      ] as const,
      runs: ['abcdef'],
    },
    {
      name: 'out of order',
      rows: [
        [10, 'abc'],
        [16, 'ghi'],
        [13, 'def'],
      ] as const,
      runs: ['abcdefghi'],
    },
    {
      name: 'the first one last',
      rows: [
        [13, 'def'],
        [10, 'abc'],
      ] as const,
      runs: ['abcdef'],
    },
    {
      name: 'repeated',
      rows: [
        [10, 'abc'],
        [10, 'abc'],
        [13, 'def'],
      ] as const,
      runs: ['abcdef'],
    },
    {
      name: 'overlapping',
      rows: [
        [10, 'abc'],
        [11, 'bcde'],
        [12, 'cdef'],
      ] as const,
      runs: ['abcdef'],
    },
    {
      name: 'inside another',
      rows: [
        [10, 'abcdef'],
        [12, 'cd'],
      ] as const,
      runs: ['abcdef'],
    },
    {
      name: 'lost',
      rows: [
        [10, 'abc'],
        [16, 'ghi'],
      ] as const,
      runs: ['abc', 'ghi'],
      lost: [3, 0],
    },
    {
      name: 'lost at the front',
      rows: [
        [9, '', true],
        [13, 'def'],
      ] as const,
      runs: ['', 'def'],
      lost: [3, 0],
    },
    {
      name: 'kept alive',
      rows: [
        [9, '', true],
        [9, 'x'],
        [10, 'abc'],
        [12, 'c'],
      ] as const,
      runs: ['abc'],
    },
    {
      name: 'differing',
      rows: [
        [10, 'abc'],
        [10, 'abx'],
        [13, 'd'],
      ] as const,
      runs: ['abcd'],
      differs: true,
    },
    {
      name: 'numbers that wrap',
      rows: [
        [0xffff_fffe, 'abc'],
        [1, 'def'],
      ] as const,
      runs: ['abcdef'],
    },
  ])('$name', ({ rows, runs, lost, differs }) => {
    const stream = assemble(segments(rows));
    expect(stream.runs.map(({ bytes }) => String.fromCharCode(...bytes))).toEqual(runs);
    expect(stream.runs.map(({ lostBehind }) => lostBehind)).toEqual(lost ?? runs.map(() => 0));
    expect(stream.differs).toBe(differs ?? false);
  });

  test('each byte knows the packet that brought it', () => {
    const [run] = assemble(
      segments([
        [16, 'ghi'],
        [10, 'abc'],
        [13, 'def'],
      ]),
    ).runs;
    expect([0, 2, 3, 5, 6, 8].map((at) => run?.packetAt(at))).toEqual([1, 1, 2, 2, 0, 0]);
  });
});

const message = (tail: number): Uint8Array =>
  Uint8Array.from([3, 1, 0x6a, 0, 0x45, 0xc3, 60, ...new Array<number>(60).fill(tail), 1]);
const talk = (n: number): Conversation => ({
  format: 1,
  title: '',
  exchanges: Array.from({ length: n }, (_, i) => ({
    id: String(i + 1),
    request: { bytes: message(i), http: { method: 'POST', url: '/Microsoft-Server-ActiveSync?Cmd=Sync' } },
    response: { bytes: message(100 + i), http: { status: 200 } },
  })),
});
const sizes = (conversation: Conversation | undefined): string[] =>
  (conversation?.exchanges ?? []).map(
    ({ request, response }) => `${request?.bytes?.length ?? '-'}|${response?.bytes?.length ?? '-'}`,
  );

describe('what a capture does not hold is said', () => {
  test('a lost segment in a body cuts that message only', () => {
    const frames = packetsOf(talk(3), { ...PLAIN, size: 100 });
    // the second data packet of the first request holds the end of its body
    const [first] = readPaste(
      toPcap(
        frames.filter((_, i) => i !== 3),
        1,
      ),
    );
    const [cut, ...others] = sizes(first?.conversation);
    expect(others).toEqual(['68|68', '68|68']);
    expect(Number(cut?.split('|')[0])).toBeLessThan(68);
    expect(first?.conversation.exchanges[0]?.note).toMatch(
      /^Request: cut: \d+ of 68 bytes are there; \d+ bytes behind are missing from the capture\.$/,
    );
    expect(first?.problems.map(({ code }) => code).sort()).toEqual(['cut-off', 'lost-segments']);
  });

  test('a capture that begins in the middle gives the answer without its question', () => {
    const frames = packetsOf(talk(2), PLAIN).slice(3);
    expect(sizes(readPaste(toPcap(frames, 1))[0]?.conversation)).toEqual(['-|68', '68|68']);
  });

  test('a file that is cut gives the packets before', () => {
    const file = toPcap(packetsOf(talk(2), PLAIN), 1);
    const [first] = readPaste(file.slice(0, file.length - 30));
    expect(sizes(first?.conversation)[0]).toBe('68|68');
    expect(first?.problems.map(({ code }) => code)).toContain('bad-capture');
    const [next] = readPaste(toPcapng(packetsOf(talk(2), PLAIN), 1).slice(0, -40));
    expect(next?.problems.map(({ code }) => code)).toContain('bad-capture');
  });

  test('TLS is named, with the host it goes to, and nothing is made up', () => {
    const name = ascii('mail.example.test');
    const hello = joined(
      Uint8Array.of(3, 3),
      new Uint8Array(32),
      Uint8Array.of(
        0,
        0,
        2,
        0x13,
        1,
        1,
        0,
        0,
        name.length + 9,
        0,
        0,
        0,
        name.length + 5,
        0,
        name.length + 3,
        0,
        0,
        name.length,
      ),
      name,
    );
    const record = joined(Uint8Array.of(22, 3, 1, 0, hello.length + 4, 1, 0, 0, hello.length), hello);
    const [first] = readPaste(toPcap([frame(PLAIN, true, 5, 16, record)], 1));
    expect(first?.why).toMatch(/1 connection in TLS \(to mail\.example\.test\), still encrypted/);
    expect(first?.conversation.exchanges).toEqual([]);
    expect(first?.problems).toMatchObject([{ code: 'encrypted' }]);
  });

  test('a capture packed with gzip is read all the same', () => {
    const packed = new Uint8Array(gzipSync(toPcap(packetsOf(talk(2), PLAIN), 1)));
    expect(sizes(readPaste(packed)[0]?.conversation)).toEqual(['68|68', '68|68']);
  });

  test('a message that another protocol carries is looked for', () => {
    const data = joined('push', message(7));
    const candidates = readPaste(toPcap([frame(PLAIN, true, 1, 16, data)], 1));
    expect(candidates.map(({ kind }) => kind)).toEqual(['pcap', 'inside']);
    expect(candidates[0]?.conversation.exchanges).toEqual([]);
    expect(sizes(candidates[1]?.conversation)).toEqual(['-|68']);
  });

  test('connections that run side by side stay apart, in the order in which the requests were sent', () => {
    const [a, b] = [talk(1), talk(1)].map((one, k) =>
      packetsOf(one, PLAIN).map((bytes) => {
        const copy = bytes.slice();
        for (const at of [34, 36]) if (copy[at] === 0xc3) copy[at + 1] = k; // another port of the client
        return copy;
      }),
    );
    const mixed = (a ?? []).flatMap((bytes, i) => [bytes, b?.[i] ?? bytes]);
    expect(sizes(readPaste(toPcap(mixed, 1))[0]?.conversation)).toEqual(['68|68', '68|68']);
  });

  test('interim answers are passed over, an answer without length ends with the connection', () => {
    const body = message(1);
    const server = joined(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/vnd.ms-sync.wbxml\r\n\r\n',
      body,
    );
    const frames = [
      frame(PLAIN, true, 1, 16, ascii('OPTIONS /Microsoft-Server-ActiveSync HTTP/1.1\r\n\r\n')),
      frame(PLAIN, false, 1, 16, server),
    ];
    const [first] = readPaste(toPcap(frames, 1));
    expect(toHex(first?.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array(0))).toBe(toHex(body));
    expect(sizes(first?.conversation)).toEqual(['0|68']);
  });
});

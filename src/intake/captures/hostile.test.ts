import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../conversation/index.ts';
import { httpBytes, joined, toFlows, toHar, toSaz, toZip, toZpushLog } from '../../testing/any-capture.ts';
import { bounded } from '../../testing/cpu.ts';
import { mutate } from '../../testing/mutate.ts';
import { Random } from '../../testing/random.ts';
import { readPaste } from '../read-paste.ts';
import { DirectionReader } from './http2/streams.ts';
import { readPcap } from './packets/pcap.ts';
import { readPcapng } from './packets/pcapng.ts';
import {
  toBurp,
  toCArrays,
  toCharles,
  toCharlesZip,
  toHttpJson,
  toPdml,
  toSegmentJson,
  toYaml,
} from '../../testing/tool-files.ts';
import { PREFACE, frameOf, http2Packets } from '../../testing/http2-files.ts';
import { toHttp2Dissection } from '../../testing/http2-dissections.ts';
import { PLAIN, frame, packetsOf, toPcap, toPcapng } from '../../testing/packet-files.ts';

const talk = (n: number, size = 30): Conversation => ({
  format: 1,
  title: '',
  exchanges: Array.from({ length: n }, (_, i) => ({
    id: String(i + 1),
    request: {
      bytes: Uint8Array.of(3, 1, 0x6a, 0, 0x45, i & 0x7f, 1),
      http: {
        method: 'POST',
        url: '/Microsoft-Server-ActiveSync?Cmd=Sync&User=a',
        headers: { Host: 'a.test' },
      },
    },
    response: {
      bytes: Uint8Array.from([3, 1, 0x6a, 0, 0x45, 3, ...new Array<number>(size).fill(0x41), 0, 1]),
      http: { status: 200 },
    },
  })),
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const CURL =
  "echo AwFqAEUB | base64 -d | curl -H 'A: b' --data-binary @- https://a.test/Microsoft-Server-ActiveSync\n";
const SOGO =
  'Jan 26 05:13:14 m sogod [55]: <0x1[D]> EAS - request for device d: <?xml version="1.0"?>\n<Sync xmlns="AirSync:"><Collections/></Sync>\n';
const EXCHANGE =
  ' Log Entry: 0\n-----------------\nRequestHeader : \nPOST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\nHost: a\n\nRequestBody : \n<Sync xmlns="AirSync:"><Status bytes="3"/></Sync>\n\nResponseBody : \n<Sync xmlns="AirSync:"/>\n';
const TBSYNC =
  '** Wed Jan 29 2025 **\n[WBXML: Sending data <sync> for Ann] : \n3 1 6a 0 45 1c 1\n\n** Wed Jan 29 2025 **\n[Sending (EAS v14.0)] : POST https://a.test/\n\n2026-06-05T00:58:59.439Z [debug] {E} (a) [eas:net] receive Sync\n    <Sync xmlns="AirSync"><Status>%31</Status></Sync>\n';
const LABELLED =
  'xml request:\n<?xml version="1.0"?>\n<Sync xmlns="uri:AirSync"><Collections/></Sync>\nxml response:\n<?xml version="1.0"?>\n<Sync xmlns="uri:AirSync"/>\n';
const TAGS =
  '05/08/2026 11:13:31 [1] [WBXML] I  <Sync>\n05/08/2026 11:13:31 [1] [WBXML] I   <Status>\n05/08/2026 11:13:31 [1] [WBXML] I    1\n';

const http2Json = (n: number): string =>
  toHttp2Dissection(talk(n), { form: 'json', size: 40, gzip: true, perPacket: 4 });
const http2Pdml = (n: number): string =>
  toHttp2Dissection(talk(n), { form: 'pdml', size: 20, gzip: false, perPacket: 4 });

const CAPTURES: Record<string, Uint8Array> = {
  HAR: utf8(toHar(talk(3))),
  SAZ: toSaz(talk(3)),
  flows: toFlows(talk(3)),
  Burp: utf8(toBurp(talk(3))),
  Charles: utf8(toCharles(talk(3))),
  'Charles, compressed': toCharlesZip(talk(3)),
  'HTTP in JSON': utf8(toHttpJson(talk(3))),
  'segments in JSON': utf8(toSegmentJson(talk(3))),
  PDML: utf8(toPdml(talk(3))),
  'C arrays': utf8(toCArrays(talk(3))),
  YAML: utf8(toYaml(talk(3))),
  'Z-Push log': utf8(toZpushLog(talk(3))),
  'printed tags': utf8(TAGS),
  'SOGo log': utf8(SOGO),
  'mailbox log': utf8(EXCHANGE),
  'TbSync log': utf8(TBSYNC),
  'labelled XML': utf8(LABELLED),
  curl: utf8(CURL),
  pcap: toPcap(packetsOf(talk(3), { ...PLAIN, packing: 'chunked', size: 40 }), 1),
  'pcap of raw IPv6': toPcap(
    packetsOf(talk(2), { ...PLAIN, link: 'raw', ip: 6, packing: 'gzip' }),
    101,
    false,
  ),
  pcapng: toPcapng(packetsOf(talk(3), PLAIN), 1),
  'pcap of HTTP/2': toPcap(http2Packets(talk(3), { size: 12, gzip: true }, 40), 1),
  'HTTP/2 in JSON': utf8(http2Json(2)),
  'HTTP/2 in PDML': utf8(http2Pdml(2)),
};

/** Every candidate is well formed, whatever was read. */
function read(input: string | Uint8Array): void {
  for (const { why, conversation, problems } of readPaste(input)) {
    expect(why.length).toBeGreaterThan(0);
    expect(new Set(conversation.exchanges.map(({ id }) => id)).size).toBe(conversation.exchanges.length);
    for (const { start, end, line, column, at } of problems) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(input.length);
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      if (at) expect(conversation.exchanges[at.exchange]).toBeDefined();
    }
  }
}

describe('mutated captures end in a list', () => {
  test.each(Object.keys(CAPTURES))('%s', (name) => {
    const whole = CAPTURES[name] ?? new Uint8Array(0);
    const random = new Random(20_261_124);
    bounded(
      `200 mutations of ${name}`,
      () => {
        for (let n = 0; n < 200; n++) read(mutate(whole, random));
      },
      10,
    );
  });

  test.each(Object.keys(CAPTURES))('%s, cut at many places, as bytes and as text', (name) => {
    const whole = CAPTURES[name] ?? new Uint8Array(0);
    const step = Math.max(1, Math.floor(whole.length / 60));
    for (let at = 0; at < whole.length; at += step) {
      read(whole.slice(0, at));
      read(whole.slice(at));
      read(new TextDecoder().decode(whole.slice(0, at)));
    }
  });
});

describe('large and hostile captures take linear time and bounded space', () => {
  const many = talk(10_000);
  test.each([
    { name: 'HAR', input: toHar(many), limit: 6 },
    { name: 'Z-Push log', input: toZpushLog(many), limit: 6 },
    { name: 'Burp', input: toBurp(many), limit: 6 },
    { name: 'Charles', input: toCharles(many), limit: 6 },
    { name: 'HTTP in JSON', input: toHttpJson(many), limit: 6 },
    { name: 'PDML', input: toPdml(many), limit: 6 },
    { name: 'C arrays', input: toCArrays(many), limit: 6 },
    { name: 'YAML', input: toYaml(many), limit: 6 },
    { name: 'flows', input: toFlows(many), limit: 6 },
    { name: 'pcap', input: toPcap(packetsOf(many, PLAIN), 1), limit: 6 },
    { name: 'HTTP/2', input: toPcap(http2Packets(many), 1), limit: 6 },
    { name: 'HTTP/2 in JSON', input: http2Json(10_000), limit: 12 },
    { name: 'HTTP/2 in PDML', input: http2Pdml(10_000), limit: 12 },
  ])('$name of 10,000 exchanges', ({ name, input, limit }) => {
    const [first] = bounded(name, () => readPaste(input), limit);
    expect(first?.conversation.exchanges).toHaveLength(10_000);
    expect(
      first?.conversation.exchanges.every(({ request, response }) => request?.bytes && response?.bytes),
    ).toBe(true);
  });

  test('more exchanges than a conversation holds are counted', () => {
    const [first] = readPaste(toHar(talk(10_003)));
    expect(first?.conversation.exchanges).toHaveLength(10_000);
    expect(first?.why).toMatch(/3 exchanges past the first 10,000 left out/);
  });

  test('many small packings do not unpack without bound', () => {
    const bomb = httpBytes({ bytes: new Uint8Array(4_000_000), http: { status: 200 } }, 'response', 'gzip');
    const files = Array.from({ length: 60 }, (_, i) => [
      { name: `raw/${i}_c.txt`, bytes: httpBytes({ http: { url: '/' } }, 'request') },
      { name: `raw/${i}_s.txt`, bytes: bomb },
    ]).flat();
    const [first] = bounded('a bomb', () => readPaste(toZip(files)), 20);
    const sizes = first?.conversation.exchanges.map(({ response }) => response?.bytes?.length ?? 0) ?? [];
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(130 * 1024 * 1024);
    expect(first?.problems.map(({ code }) => code)).toContain('bad-packing');
  });

  test('25 MB in one stream', () => {
    const large = talk(1, 25_000_000);
    const [first] = bounded(
      '25 MB',
      () => readPaste(toPcap(packetsOf(large, { ...PLAIN, size: 60_000 }), 1)),
      12,
    );
    expect(first?.conversation.exchanges[0]?.response?.bytes).toHaveLength(25_000_008);
  });

  const ascii = (text: string): Uint8Array => utf8(text);
  test.each([
    { name: 'start lines', unit: 'GET / HTTP/1.1\r\n\r\n' },
    {
      name: 'chunks without an end',
      unit: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n',
    },
    { name: 'headers', unit: 'a: b\r\n' },
    { name: 'answers without a question', unit: 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n' },
  ])('a stream of $name', ({ unit }) => {
    const data = ascii(`POST / HTTP/1.1\r\n${unit.repeat(1_000_000 / unit.length)}`);
    const frames: Uint8Array[] = [];
    for (let at = 0; at < data.length; at += 50_000)
      frames.push(frame(PLAIN, true, 1 + at, 16, data.subarray(at, at + 50_000)));
    const capture = toPcap(frames, 1);
    bounded('a megabyte', () => {
      read(capture);
    });
  });

  const settings = joined(PREFACE, frameOf(4, 0, 0, ''));
  const big = new Uint8Array(16_000);
  test.each([
    { name: 'headers of one byte a field', unit: frameOf(1, 5, 1, big.fill(0xbe)) },
    { name: 'fields that fill a table', unit: frameOf(1, 5, 1, joined('?á\x7f', '@\x01a\x00'.repeat(3000))) },
    {
      name: 'headers that never end',
      unit: joined(frameOf(1, 0, 1, '\x82'), frameOf(9, 0, 1, '\x82'.repeat(900))),
    },
    { name: 'empty frames', unit: frameOf(0, 0, 1, '').fill(0) },
    { name: 'padding', unit: frameOf(0, 8, 1, '\xff'.repeat(260)) },
    { name: 'streams', unit: frameOf(1, 4, 1, '\x82') },
  ])('a stream of HTTP/2 with $name', ({ name, unit }) => {
    const units = Array.from({ length: Math.floor(1_000_000 / unit.length) }, (_, i) => {
      const copy = unit.slice();
      if (name === 'streams') copy.set([(i >> 15) & 255, (i >> 7) & 255, ((i & 127) << 1) | 1], 6);
      return copy;
    });
    const data = joined(settings, ...units);
    const frames: Uint8Array[] = [];
    for (let at = 0; at < data.length; at += 50_000)
      frames.push(frame(PLAIN, true, 1 + at, 16, data.subarray(at, at + 50_000)));
    for (const lost of [-1, 3]) {
      const capture = toPcap(
        frames.filter((_, i) => i !== lost),
        1,
      );
      bounded('a megabyte', () => {
        read(capture);
      });
    }
  });

  test('streams past those that a conversation holds are counted, not kept', () => {
    const streams = 300_000;
    const data = new Uint8Array(settings.length + streams * 9);
    data.set(settings);
    const view = new DataView(data.buffer);
    for (let i = 0; i < streams; i++) {
      const at = settings.length + i * 9;
      view.setUint16(at + 3, 0x0104); // HEADERS that end, and hold nothing
      view.setUint32(at + 5, i * 2 + 1);
    }
    const reader = new DirectionReader({
      runs: [{ bytes: data, lostBehind: 0, packetAt: () => 0 }],
      differs: false,
      ended: true,
    });
    expect(reader.halves.size).toBe(10_000);
    expect(reader.leftOut).toBe(streams - 10_000);
    const frames = Array.from({ length: Math.ceil(data.length / 50_000) }, (_, i) =>
      frame(PLAIN, true, 1 + i * 50_000, 16, data.subarray(i * 50_000, (i + 1) * 50_000)),
    );
    const [first] = readPaste(toPcap(frames, 1));
    expect(first?.why).toMatch(/290,000 exchanges past the first 10,000 left out/);
  });

  test('of many connections the exchanges that began first are kept', () => {
    const connections = Array.from({ length: 5 }, (_, i) =>
      frame(PLAIN, true, 1, 16, ascii(`GET /${i} HTTP/1.1\r\n\r\n`.repeat(2700)), 1000 + i),
    );
    const late = frame(PLAIN, true, 1, 16, ascii('GET /late HTTP/1.1\r\n\r\n'.repeat(50)), 900);
    const [first] = readPaste(toPcap([...connections, late], 1));
    const urls = first?.conversation.exchanges.map(({ request }) => request?.http?.url) ?? [];
    expect(urls).toHaveLength(10_000);
    expect([urls[0], urls.at(-1)]).toEqual(['/0', '/3']);
    expect(first?.why).toMatch(/3,550 exchanges past the first 10,000 left out/);
  });

  test('a pipelined request past the limit leaves those before it their answers', () => {
    const [first] = readPaste(toPcap(packetsOf(talk(10_002, 1), { ...PLAIN, pipelined: true }), 1));
    const { exchanges } = first?.conversation ?? { exchanges: [] };
    expect(exchanges.at(-1)).toMatchObject({
      request: { http: { method: 'POST' } },
      response: { http: { status: 200 } },
    });
    expect(first?.why).toMatch(/2 exchanges past the first 10,000 left out/);
  });

  test.each([
    ['pcap', toPcap],
    ['pcapng', toPcapng],
  ] as const)('of empty packets in a %s file only the number is kept', (_, write) => {
    const file = write(
      Array.from({ length: 1000 }, () => new Uint8Array(0)),
      1,
    );
    expect(readPcap(file) ?? readPcapng(file)).toMatchObject({ packets: [], count: 1000 });
    expect(readPaste(file)[0]?.why).toMatch(/no plain HTTP in 1,000 packets/i);
  });

  test('many gaps in HTTP/2 with many streams', () => {
    const open = Array.from({ length: 20_000 }, (_, i) => {
      const one = frameOf(1, 4, 1, '\x82');
      one.set([(i >> 15) & 255, (i >> 7) & 255, ((i & 127) << 1) | 1], 6);
      return one;
    });
    const data = joined(settings, ...open);
    const frames = [frame(PLAIN, true, 1, 16, data.subarray(0, 60_000))];
    for (let i = 0; i < 20_000; i++) frames.push(frame(PLAIN, true, 100_000 + i * 30, 16, open[i] ?? big));
    const capture = toPcap(frames, 1);
    bounded('20,000 gaps', () => {
      read(capture);
    });
  });

  test.each([
    { name: 'quotes', text: `curl '${"'".repeat(300_000)}` },
    { name: 'escapes', text: `curl $'${'\\'.repeat(300_000)}` },
    { name: 'words', text: `curl ${'-d a '.repeat(60_000)}` },
    { name: 'commands', text: 'curl a.test\n'.repeat(30_000) },
    { name: 'open tags', text: `${TAGS.split('\n')[0] ?? ''}\n`.repeat(6000) },
    { name: 'items of Burp', text: `<items burpVersion="1">${'<item><request>'.repeat(20_000)}` },
    { name: 'empty items of Burp', text: `<items burpVersion="1">${'<item>'.repeat(50_000)}` },
    { name: 'layers', text: `[{"_source":${'{"layers":'.repeat(30_000)}` },
    { name: 'packets of PDML', text: `<pdml>${'<packet><field name="http.x" show="'.repeat(8000)}` },
    { name: 'fields of HTTP/2', text: `[{"_source":{"layers":{${'"http2.length":"'.repeat(20_000)}` },
    {
      name: 'slashes in HTTP/2',
      text: `[{"_source":{"layers":{"http2.type":"${'\\\\'.repeat(70_000)}${'\\"'.repeat(70_000)}`,
    },
    { name: 'frames in PDML', text: `<pdml><packet>${'<field name="http2.type" show="0"/>'.repeat(9000)}` },
    { name: 'C arrays', text: 'char peer0_0[] = {'.repeat(15_000) },
    { name: 'comments', text: `char peer0_0[] = {${'/*'.repeat(150_000)}` },
    { name: 'YAML', text: `packets:\n${'peer: 0\ndata: !!binary |\n AAAA\n'.repeat(9000)}` },
    {
      name: 'an access log',
      text: `"POST /Microsoft-Server-ActiveSync HTTP/1.1" 200 "\\x03${'\\x01"'.repeat(60_000)}`,
    },
    { name: 'lines of mod_dumpio', text: 'mod_dumpio: dumpio_in (data-HEAP): \\x03\n'.repeat(8000) },
    {
      name: 'what Python prints',
      text: "send: b'\\x03\nreply: 'HTTP/1.1 200 OK\nheader: a: b\n".repeat(7000),
    },
    { name: 'a wire log', text: 'x http-outgoing-0 >> "[0x3][\\r]"\n'.repeat(9000) },
    {
      name: 'what mitmdump prints',
      text: 'a.b: POST https://a.test/\n    a: b\n\n << 200 OK\n'.repeat(5000),
    },
    { name: 'tags without a level', text: 'I  <a>\n'.repeat(40_000) },
    { name: 'nested flows', text: '9:'.repeat(150_000) },
    { name: 'a deep HAR', text: `{"log":{"entries":[${'{"a":['.repeat(60_000)}` },
    { name: 'rows of frames', text: '0000  45 00 00 28\n'.repeat(20_000) },
    { name: 'entries of SOGo', text: SOGO.repeat(2000) },
    { name: 'entries of a mailbox log', text: EXCHANGE.repeat(1000) },
    { name: 'entries of TbSync', text: TBSYNC.repeat(1000) },
    { name: 'labelled XML', text: LABELLED.repeat(2000) },
    { name: 'declarations', text: `request: ${'<?xml version="1.0"?> '.repeat(12_000)}` },
    { name: 'strings', text: `"03${'" + "03'.repeat(40_000)}` },
    { name: 'characters', text: `{3,${"'a',".repeat(70_000)}` },
  ])('300 kilobytes of $name', ({ text }) => {
    bounded('300 kilobytes', () => {
      read(text);
      read(utf8(text));
    });
  });

  test('segments that all lie apart', () => {
    const frames = Array.from({ length: 20_000 }, (_, i) =>
      frame(PLAIN, true, 1 + i * 20, 16, ascii('GET / HTTP')),
    );
    const capture = toPcap([...frames].reverse(), 1);
    bounded('20,000 gaps', () => {
      read(capture);
    });
  });

  test('a directory of a zip file that names one file many times', () => {
    const zip = toZip(
      Array.from({ length: 3000 }, (_, i) => ({
        name: `raw/${i}_c.txt`,
        bytes: joined('GET / HTTP/1.1\r\n\r\n'),
      })),
    );
    bounded('3,000 files', () => {
      read(zip);
    });
  });
});

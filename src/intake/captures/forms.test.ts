import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../bytes/index.ts';
import type { Conversation } from '../../conversation/index.ts';
import { anyTalk, toFlows, toHar, toSaz, toZpushLog } from '../../testing/any-capture.ts';
import { headerOf } from '../../eas/index.ts';
import { readPaste } from '../read-paste.ts';
import {
  toBurp,
  toCArrays,
  toCharles,
  toCharlesZip,
  toElastic,
  toHttpJson,
  toPdml,
  toRawJson,
  toSegmentJson,
  toYaml,
} from '../../testing/tool-files.ts';
import { http2Packets, type Http2Writing } from '../../testing/http2-files.ts';
import { toHttp2Dissection, type Dissecting } from '../../testing/http2-dissections.ts';
import { LINKS, PLAIN, packetsOf, toPcap, toPcapng, type Writing } from '../../testing/packet-files.ts';

const pcap = (talk: Conversation, writing: Partial<Writing> = {}): Uint8Array => {
  const all = { ...PLAIN, ...writing };
  return toPcap(packetsOf(talk, all), LINKS[all.link]);
};

const http2 = (talk: Conversation, writing: Partial<Http2Writing> = {}, size = 1448): Uint8Array =>
  toPcap(http2Packets(talk, writing, size), 1);
const dissected = (talk: Conversation, writing: Partial<Dissecting>): string =>
  toHttp2Dissection(talk, { form: 'json', size: 16_384, gzip: false, perPacket: 1, ...writing });

const FORMS: Record<string, (talk: Conversation) => string | Uint8Array> = {
  HAR: toHar,
  'HAR as a file': (talk) => new TextEncoder().encode(`\ufeff${toHar(talk)}`),
  SAZ: (talk) => toSaz(talk),
  mitmproxy: toFlows,
  'Burp Suite': (talk) => toBurp(talk),
  'Burp Suite, newest first': (talk) => toBurp(talk, true, true),
  'Burp Suite, not in base64': (talk) => toBurp(talk, false),
  Charles: toCharles,
  'Charles, compressed': toCharlesZip,
  'HTTP in JSON of tshark': toHttpJson,
  'HTTP in lines for Elasticsearch': toElastic,
  'frames in JSON of tshark': toRawJson,
  'segments in JSON of tshark': toSegmentJson,
  'HTTP in PDML': toPdml,
  'followed as C arrays': toCArrays,
  'followed as YAML': toYaml,
  'Z-Push log': toZpushLog,
  pcap: (talk) => pcap(talk),
  'pcap in small segments': (talk) => pcap(talk, { size: 7 }),
  'pcap, high byte first, nanoseconds': (talk) => toPcap(packetsOf(talk, PLAIN), 1, false, 1e9),
  'pcap, chunked': (talk) => pcap(talk, { packing: 'chunked', size: 11 }),
  'pcap, gzip': (talk) => pcap(talk, { packing: 'gzip' }),
  'pcap, pipelined': (talk) => pcap(talk, { pipelined: true, size: 50 }),
  'pcap, raw IPv6': (talk) => pcap(talk, { link: 'raw', ip: 6 }),
  'pcap, VLAN': (talk) => pcap(talk, { link: 'vlan' }),
  'pcap, PPPoE': (talk) => pcap(talk, { link: 'pppoe', ip: 6 }),
  'pcap, Linux cooked': (talk) => pcap(talk, { link: 'cooked' }),
  'pcap, Linux cooked 2': (talk) => pcap(talk, { link: 'cooked2', ip: 6 }),
  'pcap, loopback': (talk) => pcap(talk, { link: 'loopback' }),
  'pcap, PKTAP': (talk) => pcap(talk, { link: 'pktap', ip: 6 }),
  'pcap, sequence numbers that wrap': (talk) => pcap(talk, { first: 2 ** 32 - 40, size: 9 }),
  'pcap, packets in the file in reverse': (talk) => {
    const frames = packetsOf(talk, { ...PLAIN, size: 16 });
    return toPcap([...frames].reverse(), 1, true, 1e6, (i) => frames.length - i);
  },
  'pcap, HTTP/2': (talk) => http2(talk),
  'pcap, HTTP/2 in small frames and segments': (talk) => http2(talk, { size: 11 }, 7),
  'pcap, HTTP/2, filled up': (talk) => http2(talk, { size: 20, padding: 3 }),
  'pcap, HTTP/2, gzip': (talk) => http2(talk, { gzip: true, size: 25 }),
  'pcap, HTTP/2, streams side by side': (talk) => http2(talk, { interleaved: true, size: 300 }),
  'pcapng, HTTP/2': (talk) => toPcapng(http2Packets(talk), 1),
  'HTTP/2 in JSON of tshark': (talk) => dissected(talk, {}),
  'HTTP/2 in JSON, many frames': (talk) => dissected(talk, { size: 9, perPacket: 3 }),
  'HTTP/2 in JSON, gzip': (talk) => dissected(talk, { gzip: true, perPacket: 2 }),
  'HTTP/2 in JSON, gzip, many frames': (talk) => dissected(talk, { gzip: true, size: 9 }),
  'HTTP/2 in JSON without duplicate keys': (talk) =>
    dissected(talk, { form: 'json, no duplicate keys', size: 9, perPacket: 4 }),
  'HTTP/2 in PDML': (talk) => dissected(talk, { form: 'pdml', perPacket: 2 }),
  'HTTP/2 in PDML, gzip, many frames': (talk) => dissected(talk, { form: 'pdml', gzip: true, size: 9 }),
  pcapng: (talk) => toPcapng(packetsOf(talk, PLAIN), 1),
  'pcapng, high byte first, units of 2⁻¹⁰ s': (talk) => toPcapng(packetsOf(talk, PLAIN), 1, false, 0x8a),
  'pcapng, simple packets': (talk) => toPcapng(packetsOf(talk, PLAIN), 1, true, 9, true),
};

/** What must come through: bytes, pairs, method, path, status. */
const essence = ({ exchanges }: Conversation, log = false): unknown =>
  exchanges.map(({ request, response }) => ({
    request: toHex(request?.bytes ?? new Uint8Array(0)),
    response: toHex(response?.bytes ?? new Uint8Array(0)),
    method: request?.http?.method,
    url: request?.http?.url?.replace(/^https:\/\/[^/]+/, ''),
    ...(!log && { status: response?.http?.status, type: headerOf(response?.http, 'content-type') }),
  }));

describe('any conversation → a form → the same conversation', () => {
  test.each(Object.keys(FORMS))('%s', (form) => {
    fc.assert(
      fc.property(anyTalk, (talk) => {
        const [first] = readPaste(FORMS[form]?.(talk) ?? '');
        const log = form === 'Z-Push log';
        expect(essence(first?.conversation ?? { format: 1, title: '', exchanges: [] }, log)).toEqual(
          essence(talk, log),
        );
        expect(first?.problems).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

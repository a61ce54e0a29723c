import { fromHex } from '../../../bytes/index.ts';
import type { Http, Message, Side } from '../../../conversation/index.ts';
import { latin1Text } from '../../text-bytes.ts';
import { bodyOf } from '../body.ts';
import { Catch, faultAt, headerRecord, withinLimits, type Capture } from '../catch.ts';
import { talkOfHttp2 } from '../http2/index.ts';
import type { Segment } from '../packets/link.ts';
import { talkOfSegments } from '../packets/packet-talk.ts';
import { elasticPackets, jsonPackets, pdmlPackets, type DissectedPacket } from './dissected-packet.ts';
import { readFrames } from './frames.ts';

/** Names of headers that have a field of their own, where their lines are not told. */
const OWN_FIELDS = {
  Host: 'http.host',
  'Content-Type': 'http.content_type',
  'Content-Length': 'http.content_length_header',
  'User-Agent': 'http.user_agent',
} as const;

/** Whose message the packet ends; `undefined` where it ends none. */
function sideOf(packet: DissectedPacket): Side | undefined {
  if (packet.shown('http.request.method') !== undefined) return 'request';
  return packet.shown('http.response.code') === undefined ? undefined : 'response';
}

function headersOf(packet: DissectedPacket, side: Side): Record<string, string> {
  const field = `http.${side}.line`;
  const raw = packet.all(`${field}_raw`);
  const lines = packet.all(field).map((shown, i) => {
    const bytes = raw.length === packet.all(field).length ? hexText(raw[i] ?? '') : undefined;
    return bytes ?? shown;
  });
  const pairs = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
  });
  if (pairs.length > 0) return headerRecord(pairs);
  return headerRecord(
    Object.entries(OWN_FIELDS).flatMap(([name, own]): [string, string][] => {
      const value = packet.shown(own);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Text of a field that is given as hex. */
function hexText(hex: string): string | undefined {
  const bytes = fromHex(hex.replaceAll(':', ''));
  return bytes && latin1Text(bytes);
}

function httpOf(packet: DissectedPacket, side: Side): Http {
  const [method, url] = [packet.shown('http.request.method'), packet.shown('http.request.uri')];
  return withinLimits({
    ...(side === 'request' && method !== undefined && { method }),
    ...(side === 'request' && url !== undefined && { url }),
    ...(side === 'response' && { status: Number(packet.shown('http.response.code')) }),
    headers: headersOf(packet, side),
  });
}

function messageOf(
  caught: Catch,
  packet: DissectedPacket,
  side: Side,
  exchange: number,
  size: number,
): Message {
  const http = httpOf(packet, side);
  const place = { start: 0, end: size };
  const at = { exchange, side };
  const bytes = packet.bytes('http.file_data') ?? packet.bytes('media.type');
  if (bytes) return { bytes: bodyOf(caught, http, bytes, at, place), http };
  const length = Number(packet.shown('http.content_length_header') ?? 0);
  if (!(length > 0)) return { bytes: new Uint8Array(0), http };
  const assumed = 'the message is shown without bytes';
  caught.fault(
    faultAt(at, 'not-captured', 'warning', place, 'the body in hex', 'none', assumed),
    `the dissection does not hold its body of ${length} bytes: export it again with raw bytes (-x)`,
  );
  return { http };
}

/** Exchanges of the HTTP that the dissector put together, also out of what it decrypted. */
function talkOfHttp(caught: Catch, packets: readonly DissectedPacket[], size: number): void {
  /** Exchanges of each connection that wait for their answer. */
  const waiting = new Map<string, number[]>();
  for (const packet of packets) {
    const side = sideOf(packet);
    if (!side) continue;
    const stream = packet.shown('tcp.stream') ?? '';
    const queue = waiting.get(stream) ?? [];
    waiting.set(stream, queue);
    const asked = side === 'response' ? queue.shift() : undefined;
    const exchange = asked ?? caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    target[side] = messageOf(caught, packet, side, exchange, size);
    if (side === 'request') queue.push(exchange);
  }
}

const flag = (packet: DissectedPacket, name: string): boolean =>
  /^(?:1|true)$/i.test(packet.shown(`tcp.flags.${name}`) ?? '');

/** Who sent a packet (`src`), or whom it goes to (`dst`); empty where it does not say the port. */
function endOf(packet: DissectedPacket, end: 'src' | 'dst'): string {
  const port = packet.shown(`tcp.${end}port`) ?? '';
  return port && `${packet.shown(`ip.${end}`) ?? packet.shown(`ipv6.${end}`) ?? ''}:${port}`;
}

/** What tells connections apart. */
const connectionOf = (packet: DissectedPacket): string =>
  packet.shown('tcp.stream') ?? [endOf(packet, 'src'), endOf(packet, 'dst')].sort().join(' ');

/** The TCP segment of a packet by its fields. */
function segmentOf(packet: DissectedPacket): Segment | undefined {
  const data = packet.bytes('tcp.payload');
  const seq = Number(packet.shown('tcp.seq_raw') ?? packet.shown('tcp.seq'));
  const [from, to] = [endOf(packet, 'src'), endOf(packet, 'dst')];
  if (from === '' || !Number.isFinite(seq)) return undefined;
  return {
    from,
    to,
    seq,
    syn: flag(packet, 'syn'),
    ack: flag(packet, 'ack'),
    fin: flag(packet, 'fin'),
    data: data ?? new Uint8Array(0),
    missing: 0,
  };
}

const isGiven = <T>(value: T | undefined): value is T => value !== undefined;

/**
 * Reads packets as Wireshark and tshark dissect them, in JSON or PDML: their raw bytes where they are there, else the
 * HTTP that was put together, else the segments. `undefined` where the text is none, or holds no HTTP.
 */
export function readDissected(text: string): Capture | undefined {
  const json = jsonPackets(text) ?? elasticPackets(text);
  const packets = json ?? pdmlPackets(text);
  if (!packets || packets.length === 0) return undefined;
  const form = `packets in ${json ? 'JSON' : 'PDML'}`;
  const frames = packets.map((packet) => packet.bytes('frame')).filter(isGiven);
  const framed = frames.length > 0 ? readFrames(frames, text.length) : undefined;
  if (framed) return { ...framed, form };
  const caught = new Catch();
  talkOfHttp(caught, packets, text.length);
  const streams = packets.map((packet) => ({
    connection: connectionOf(packet),
    from: endOf(packet, 'src'),
    frames: packet.frames,
  }));
  talkOfHttp2(caught, streams, text.length);
  if (caught.exchanges.length === 0) {
    const segments = packets.map(segmentOf).map((segment, packet) => segment && { segment, packet });
    talkOfSegments(caught, segments.filter(isGiven), text.length);
  }
  return caught.exchanges.length > 0 ? { kind: 'frames', form, caught } : undefined;
}

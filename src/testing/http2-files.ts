import { gzipSync } from 'node:zlib';
import { joined } from './any-capture.ts';
import { PLAIN, frame } from './packet-files.ts';
import type { Conversation, Message, Side } from '../conversation/index.ts';

/** HTTP/2 as it is sent, written here independently of what reads it. */
export interface Http2Writing {
  /** Bytes of data in a frame, and of a header in its first frame; the rest of a header is continued. */
  size: number;
  /** DATA frames are filled up by so many bytes. */
  padding: number;
  gzip: boolean;
  /** Frames of all streams take turns; else one exchange is over before the next begins. */
  interleaved: boolean;
}

export const PLAIN_HTTP2: Http2Writing = { size: 16_384, padding: 0, gzip: false, interleaved: false };

export const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
/** Numbers that some names have from the start. */
const NUMBERS: Readonly<Record<string, number>> = { ':authority': 1, ':path': 4, ':status': 8 };
const ENTRY = 32;
const TABLE = 4096;

const big = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * (size - 1 - i))) & 0xff);

export const frameOf = (
  type: number,
  flags: number,
  stream: number,
  payload: Uint8Array | string,
): Uint8Array => joined(big(payload.length, 3), Uint8Array.of(type, flags), big(stream, 4), payload);

/** An integer behind the first bits of its byte. */
function whole(value: number, bits: number, first: number): Uint8Array {
  const most = 2 ** bits - 1;
  if (value < most) return Uint8Array.of(first | value);
  const bytes = [first | most];
  let rest = value - most;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Uint8Array.from([...bytes, rest]);
}

const text = (value: string): Uint8Array => joined(whole(value.length, 7, 0), value);

/** Writes headers of one direction: in full the first time, by their number in the table from then on. */
export class HeaderWriter {
  private table: [string, string][] = [];

  write(fields: readonly (readonly [string, string])[]): Uint8Array {
    return joined(...fields.map(([name, value]) => this.field(name, value)));
  }

  private field(name: string, value: string): Uint8Array {
    const at = this.table.findIndex(([n, v]) => n === name && v === value);
    if (at >= 0) return whole(at + 62, 7, 0x80);
    const known = this.table.findIndex(([n]) => n === name);
    const number = NUMBERS[name] ?? (known < 0 ? 0 : known + 62);
    this.table.unshift([name, value]);
    while (this.table.reduce((sum, [n, v]) => sum + n.length + v.length + ENTRY, 0) > TABLE) this.table.pop();
    return joined(whole(number, 6, 0x40), number === 0 ? text(name) : '', text(value));
  }
}

function fieldsOf({ http = {} }: Message, side: Side, gzip: boolean): [string, string][] {
  const { method = 'POST', url = '/', status = 200, headers = {} } = http;
  const own = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  const packed: [string, string][] = gzip ? [['content-encoding', 'gzip']] : [];
  if (side === 'response') return [[':status', String(status)], ...own, ...packed];
  const host = own.find(([name]) => name === 'host')?.[1] ?? 'mail.example.test';
  const rest = own.filter(([name]) => name !== 'host');
  return [[':method', method], [':scheme', 'http'], [':path', url], [':authority', host], ...rest, ...packed];
}

/** The frames of a message. */
function framesOf(
  message: Message,
  side: Side,
  stream: number,
  headers: HeaderWriter,
  writing: Http2Writing,
): Uint8Array[] {
  const { size, padding, gzip } = writing;
  const body = message.bytes ?? new Uint8Array(0);
  const sent = gzip && body.length > 0 ? new Uint8Array(gzipSync(body)) : body;
  const block = headers.write(fieldsOf(message, side, gzip && body.length > 0));
  const parts: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < block.length; at += size) parts.push(block.subarray(at, at + size));
  const head = parts.map((part, i) => {
    const flags = (i === parts.length - 1 ? 4 : 0) | (i === 0 && sent.length === 0 ? 1 : 0);
    return frameOf(i === 0 ? 1 : 9, flags, stream, part);
  });
  const data: Uint8Array[] = [];
  for (let at = 0; at < sent.length; at += size) {
    const part = sent.subarray(at, at + size);
    const filled = padding > 0 ? joined(Uint8Array.of(padding), part, new Uint8Array(padding)) : part;
    data.push(frameOf(0, (padding > 0 ? 8 : 0) | (at + size >= sent.length ? 1 : 0), stream, filled));
  }
  return [joined(...head), ...data];
}

/** A piece of one direction of a connection. */
export interface Sent {
  side: Side;
  bytes: Uint8Array;
}

/** A conversation as what is sent over one connection. */
export function http2Pieces({ exchanges }: Conversation, writing: Http2Writing): Sent[] {
  const writers = { request: new HeaderWriter(), response: new HeaderWriter() };
  const settings = frameOf(4, 0, 0, joined(big(3, 2), big(100, 4)));
  const pieces: Sent[] = [
    { side: 'request', bytes: joined(PREFACE, settings, frameOf(8, 0, 0, big(65_535, 4))) },
    { side: 'response', bytes: joined(settings, frameOf(4, 1, 0, '')) },
  ];
  const queues = exchanges.map((exchange, i) =>
    (['request', 'response'] as const).flatMap((side): Sent[] => {
      const message = exchange[side];
      if (!message) return [];
      return framesOf(message, side, 2 * i + 1, writers[side], writing).map((bytes) => ({ side, bytes }));
    }),
  );
  if (!writing.interleaved) return [...pieces, ...queues.flat()];
  // headers in the order in which they were written: the table follows it
  const first = queues.flatMap((queue) => queue.filter(({ bytes }) => bytes[3] === 1));
  const rest = queues.map((queue) => queue.filter(({ bytes }) => bytes[3] !== 1));
  const longest = Math.max(0, ...rest.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, i) => rest.flatMap((queue) => queue[i] ?? [])).flat();
  return [...pieces, ...first, ...turns];
}

/** Pieces as the packets of one connection, in segments of `size` bytes. */
export function piecePackets(pieces: readonly Sent[], size = PLAIN.size): Uint8Array[] {
  const next = { request: 1001, response: 5001 };
  const frames = [
    frame(PLAIN, true, 1000, 2, new Uint8Array(0)),
    frame(PLAIN, false, 5000, 18, new Uint8Array(0)),
  ];
  for (const { side, bytes } of pieces) {
    for (let at = 0; at < bytes.length; at += size)
      frames.push(frame(PLAIN, side === 'request', next[side] + at, 16, bytes.subarray(at, at + size)));
    next[side] += bytes.length;
  }
  return frames;
}

/** A conversation as packets of a connection in HTTP/2. */
export const http2Packets = (
  talk: Conversation,
  writing: Partial<Http2Writing> = {},
  size = PLAIN.size,
): Uint8Array[] => piecePackets(http2Pieces(talk, { ...PLAIN_HTTP2, ...writing }), size);

import { httpBytes, joined } from './any-capture.ts';
import type { Conversation } from '../conversation/index.ts';

/** How packets are written; each is written here independently of what reads them. */
export interface Writing {
  link: 'ethernet' | 'vlan' | 'raw' | 'cooked' | 'cooked2' | 'loopback' | 'pppoe' | 'pktap';
  ip: 4 | 6;
  /** Bytes of data in a segment. */
  size: number;
  packing: 'plain' | 'chunked' | 'gzip';
  /** Requests are sent before the answer to the one before came. */
  pipelined?: boolean;
  /** First sequence number of both directions. */
  first?: number;
}

export const PLAIN: Writing = { link: 'ethernet', ip: 4, size: 1448, packing: 'plain' };

export const LINKS = {
  ethernet: 1,
  vlan: 1,
  raw: 101,
  cooked: 113,
  cooked2: 276,
  loopback: 0,
  pppoe: 1,
  pktap: 258,
} as const;

const big = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * (size - 1 - i))) & 0xff);
const low = (value: number, size: number): Uint8Array => big(value, size).reverse();

const SYN = 2;
const ACK = 16;

/** One segment, with everything around it. */
export function frame(
  { link, ip }: Writing,
  fromClient: boolean,
  seq: number,
  flags: number,
  data: Uint8Array,
  port = 50_000,
): Uint8Array {
  const ports = fromClient ? joined(big(port, 2), big(80, 2)) : joined(big(80, 2), big(port, 2));
  const tcp = joined(
    ports,
    big(seq % 2 ** 32, 4),
    big(0, 4),
    Uint8Array.of(0x80, flags),
    big(1000, 2),
    big(0, 4),
    new Uint8Array(12),
    data,
  );
  const [client, server] =
    ip === 4
      ? [Uint8Array.of(10, 0, 0, 1), Uint8Array.of(10, 0, 0, 2)]
      : [joined(new Uint8Array(15), '\x01'), joined(new Uint8Array(15), '\x02')];
  const [source, target] = fromClient ? [client, server] : [server, client];
  const packet =
    ip === 4
      ? joined(
          Uint8Array.of(0x45, 0),
          big(20 + tcp.length, 2),
          big(0, 4),
          Uint8Array.of(64, 6, 0, 0),
          source,
          target,
          tcp,
        )
      : joined(
          big(0x6000_0000, 4),
          big(tcp.length + 8, 2),
          Uint8Array.of(0, 64),
          source,
          target,
          Uint8Array.of(6, 0, 1, 4, 0, 0, 0, 0),
          tcp,
        );
  const type = big(ip === 4 ? 0x0800 : 0x86dd, 2);
  const mac = new Uint8Array(12);
  // what fills a frame up to the least length of the link is no data
  const filled = packet.length < 46 ? joined(packet, new Uint8Array(46 - packet.length)) : packet;
  switch (link) {
    case 'ethernet':
      return joined(mac, type, filled);
    case 'vlan':
      return joined(mac, big(0x8100, 2), big(7, 2), type, filled);
    case 'raw':
      return packet;
    case 'cooked':
      return joined(new Uint8Array(14), type, packet);
    case 'cooked2':
      return joined(type, new Uint8Array(18), packet);
    case 'loopback':
      return joined(low(ip === 4 ? 2 : 30, 4), packet);
    case 'pppoe':
      return joined(
        mac,
        big(0x8864, 2),
        big(0x1100_0000, 4),
        big(packet.length + 2, 2),
        big(ip === 4 ? 0x21 : 0x57, 2),
        packet,
      );
    case 'pktap': {
      const name = joined('pdp_ip0', new Uint8Array(17));
      return joined(low(108, 4), low(1, 4), low(12, 4), name, new Uint8Array(72), packet);
    }
    default:
      return link satisfies never;
  }
}

/** A conversation as the packets of one connection. */
export function packetsOf({ exchanges }: Conversation, writing: Writing): Uint8Array[] {
  const { size, packing, pipelined = false, first = 1000 } = writing;
  const frames: Uint8Array[] = [
    frame(writing, true, first, SYN, new Uint8Array(0)),
    frame(writing, false, first, SYN | ACK, new Uint8Array(0)),
  ];
  const next = [first + 1, first + 1];
  const send = (bytes: Uint8Array, fromClient: boolean): void => {
    const side = fromClient ? 0 : 1;
    for (let at = 0; at < bytes.length; at += size) {
      frames.push(frame(writing, fromClient, (next[side] ?? 0) + at, ACK, bytes.subarray(at, at + size)));
    }
    next[side] = (next[side] ?? 0) + bytes.length;
  };
  const requests = exchanges.map(({ request }) =>
    request ? httpBytes(request, 'request') : new Uint8Array(0),
  );
  const responses = exchanges.map(({ response }) =>
    response ? httpBytes(response, 'response', packing) : new Uint8Array(0),
  );
  if (pipelined) send(joined(...requests), true);
  for (const [i, request] of requests.entries()) {
    if (!pipelined) send(request, true);
    send(responses[i] ?? new Uint8Array(0), false);
  }
  return frames;
}

/** A file of libpcap. `second`: units of time. */
export function toPcap(
  frames: readonly Uint8Array[],
  link: number,
  lowFirst = true,
  second: 1e6 | 1e9 = 1e6,
  time = (i: number): number => i,
): Uint8Array {
  const n = lowFirst ? low : big;
  const magic = second === 1e6 ? 0xa1b2c3d4 : 0xa1b23c4d;
  const header = joined(n(magic, 4), n(2, 2), n(4, 2), n(0, 8), n(65_535, 4), n(link, 4));
  return joined(
    header,
    ...frames.map((data, i) => joined(n(1, 4), n(time(i), 4), n(data.length, 4), n(data.length, 4), data)),
  );
}

/** A pcapng file; `resolution` as in the option if_tsresol. */
export function toPcapng(
  frames: readonly Uint8Array[],
  link: number,
  lowFirst = true,
  resolution = 6,
  simple = false,
): Uint8Array {
  const n = lowFirst ? low : big;
  const block = (type: number, body: Uint8Array): Uint8Array => {
    const padded = joined(body, new Uint8Array((4 - (body.length % 4)) % 4));
    return joined(n(type, 4), n(padded.length + 12, 4), padded, n(padded.length + 12, 4));
  };
  const section = block(0x0a0d0d0a, joined(n(0x1a2b3c4d, 4), n(1, 2), n(0, 2), n(0, 8)));
  const option = joined(n(9, 2), n(1, 2), Uint8Array.of(resolution, 0, 0, 0), n(0, 4));
  const on = block(1, joined(n(link, 2), n(0, 2), n(0, 4), option));
  const packets = frames.map((data, i) =>
    simple
      ? block(3, joined(n(data.length, 4), data))
      : block(6, joined(n(0, 4), n(0, 4), n(i, 4), n(data.length, 4), n(data.length, 4), data)),
  );
  return joined(section, on, ...packets);
}

import { toHex } from '../../../bytes/index.ts';
import { numbersOf } from './byte-order.ts';

/** A TCP segment with where it came from and went to. */
export interface Segment {
  /** Address and port of each end: '0a000001:443'. */
  from: string;
  to: string;
  seq: number;
  syn: boolean;
  ack: boolean;
  fin: boolean;
  data: Uint8Array;
  /** Bytes of its data that the capture does not hold. */
  missing: number;
}

/** Why a packet gives no segment. */
export type NoSegment = 'unknown-link' | 'other' | 'fragment';

const IP4 = 0x0800;
const IP6 = 0x86dd;
const TAGS = [0x8100, 0x88a8, 0x9100];
const PPPOE = 0x8864;
const TCP = 6;
/** Headers of IPv6 that may stand before TCP: hop-by-hop, routing, destination; and the one of fragments. */
const EXTENSIONS = [0, 43, 60];
const FRAGMENT = 44;
const MOST_HEADERS = 16;

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x1_0000 + u16(bytes, at + 2);

function afterType(bytes: Uint8Array, type: number, at: number): Segment | NoSegment {
  let kind = type;
  let from = at;
  for (let tags = 0; TAGS.includes(kind) && tags < MOST_HEADERS; tags++, from += 4)
    kind = u16(bytes, from + 2);
  if (kind === PPPOE) {
    const protocol = u16(bytes, from + 6);
    return protocol === 0x21 || protocol === 0x57 ? ipSegment(bytes, from + 8) : 'other';
  }
  return kind === IP4 || kind === IP6 ? ipSegment(bytes, from) : 'other';
}

/** What macOS puts before each packet, that of a phone on a cable too: its own length, and which link follows. */
const PKTAP = 258;
/** The number that stood for it before it had one of its own. */
const OLD_PKTAP = 149;
const PKTAP_SIZE = 108;

function afterPktap(bytes: Uint8Array): Segment | NoSegment {
  const { u32: little } = numbersOf(bytes, true);
  const [length, link] = [little(0), little(8)];
  if (length < PKTAP_SIZE || length > bytes.length || link === PKTAP || link === OLD_PKTAP)
    return 'unknown-link';
  return segmentOf(bytes.subarray(length), link);
}

/** The segment in a packet of a link; see https://www.tcpdump.org/linktypes.html. */
export function segmentOf(bytes: Uint8Array, link: number): Segment | NoSegment {
  switch (link) {
    case PKTAP:
    case OLD_PKTAP:
      return afterPktap(bytes);
    case 1:
      return afterType(bytes, u16(bytes, 12), 14);
    case 0: // loopback: the address family, in the byte order of whoever captured
    case 108:
      return ipSegment(bytes, 4);
    case 12:
    case 14:
    case 101:
    case 228:
    case 229:
      return ipSegment(bytes, 0);
    case 9: // PPP, with or without its address and control
      return ipSegment(bytes, bytes[0] === 0xff ? 4 : 2);
    case 113:
      return afterType(bytes, u16(bytes, 14), 16);
    case 276:
      return afterType(bytes, u16(bytes, 0), 20);
    default:
      return 'unknown-link';
  }
}

/** The segment in an IP packet that begins at `at`. */
export function ipSegment(bytes: Uint8Array, at: number): Segment | NoSegment {
  const version = (bytes[at] ?? 0) >> 4;
  if (version === 4) return ip4Segment(bytes, at);
  return version === 6 ? ip6Segment(bytes, at) : 'other';
}

function ip4Segment(bytes: Uint8Array, at: number): Segment | NoSegment {
  const header = ((bytes[at] ?? 0) & 15) * 4;
  if (header < 20 || at + header > bytes.length || bytes[at + 9] !== TCP) return 'other';
  if ((u16(bytes, at + 6) & 0x3fff) !== 0) return 'fragment';
  const total = u16(bytes, at + 2);
  // 0: cut into segments by the network card, after the capture
  const end = total === 0 ? bytes.length : at + total;
  return tcpSegment(
    bytes,
    at + header,
    end,
    bytes.subarray(at + 12, at + 16),
    bytes.subarray(at + 16, at + 20),
  );
}

function ip6Segment(bytes: Uint8Array, at: number): Segment | NoSegment {
  const payload = u16(bytes, at + 4);
  const end = payload === 0 ? bytes.length : at + 40 + payload;
  let next = bytes[at + 6] ?? 59;
  let from = at + 40;
  for (let n = 0; EXTENSIONS.includes(next) && n < MOST_HEADERS; n++) {
    next = bytes[from] ?? 59;
    from += 8 + (bytes[from + 1] ?? 0) * 8;
  }
  if (next === FRAGMENT) return 'fragment';
  if (next !== TCP) return 'other';
  return tcpSegment(bytes, from, end, bytes.subarray(at + 8, at + 24), bytes.subarray(at + 24, at + 40));
}

function tcpSegment(
  bytes: Uint8Array,
  at: number,
  end: number,
  source: Uint8Array,
  target: Uint8Array,
): Segment | NoSegment {
  const header = ((bytes[at + 12] ?? 0) >> 4) * 4;
  if (header < 20 || at + header > bytes.length || at + header > end) return 'other';
  const flags = bytes[at + 13] ?? 0;
  const from = at + header;
  const there = Math.min(end, bytes.length);
  return {
    from: `${toHex(source)}:${u16(bytes, at)}`,
    to: `${toHex(target)}:${u16(bytes, at + 2)}`,
    seq: u32(bytes, at + 4),
    syn: (flags & 2) !== 0,
    ack: (flags & 16) !== 0,
    fin: (flags & 1) !== 0,
    data: bytes.subarray(from, there),
    missing: Math.max(0, end - bytes.length),
  };
}

import type { Message } from '../../../conversation/index.ts';
import { openPush } from '../../carried/opened.ts';

/** How far into a packet its IP header may begin: behind what its link puts in front. */
const FARTHEST = 64;
const UDP = 17;
const UDP_HEADER = 8;
/** Ports of WAP pushes and of WAP without a session, in the clear. */
const PORTS = [2948, 9200];

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The data of the UDP packet over IPv4 in a packet, if it is of a port of WAP. */
function wapData(packet: Uint8Array): Uint8Array | undefined {
  for (let at = 0; at < FARTHEST && at + 28 <= packet.length; at++) {
    const header = ((packet[at] as number) & 15) * 4;
    const total = word(packet, at + 2);
    if ((packet[at] as number) >> 4 !== 4 || header < 20 || packet[at + 9] !== UDP) continue;
    const udp = at + header;
    const isWhole = word(packet, udp + 4) === total - header && at + total <= packet.length;
    const isWap = PORTS.includes(word(packet, udp)) || PORTS.includes(word(packet, udp + 2));
    if (isWhole && isWap) return packet.subarray(udp + UDP_HEADER, at + total);
  }
  return undefined;
}

/** The document that a WAP push or the reply of a gateway in a packet carries; `undefined` where there is none. */
export function pushIn(packet: Uint8Array): Message | undefined {
  const bytes = wapData(packet);
  return bytes && openPush({ bytes: bytes.slice() })?.message;
}

import { numbersOf } from './byte-order.ts';
import type { Packet, PacketFile } from './packet.ts';

/** Magic numbers with the high byte first; `extra` bytes stand behind the header of each packet. */
const MAGICS = new Map([
  [0xa1b2c3d4, { second: 1e6, extra: 0 }],
  [0xa1b23c4d, { second: 1e9, extra: 0 }],
  [0xa1b2cd34, { second: 1e6, extra: 8 }], // a patched libpcap of the nineties, still written by some devices
]);
const FILE_HEADER = 24;
const PACKET_HEADER = 16;
/** Longer packets than any link carries mean that the file is damaged. */
const LONGEST = 0x40_0000;

/** Reads a capture file of libpcap in any byte order and resolution; `undefined` where the bytes are none. */
export function readPcap(bytes: Uint8Array): PacketFile | undefined {
  if (bytes.length < FILE_HEADER) return undefined;
  const lowFirst = !MAGICS.has(numbersOf(bytes, false).u32(0));
  const { u32 } = numbersOf(bytes, lowFirst);
  const magic = MAGICS.get(u32(0));
  if (!magic) return undefined;
  const link = u32(20) & 0xffff; // the high bits tell of frame check sequences
  const packets: Packet[] = [];
  let count = 0;
  const add = (at: number, data: Uint8Array): void => {
    count++;
    if (data.length > 0)
      packets.push({ link, time: u32(at) + u32(at + 4) / magic.second, data, length: u32(at + 12) });
  };
  for (let at = FILE_HEADER; at < bytes.length;) {
    const captured = u32(at + 8);
    const from = at + PACKET_HEADER + magic.extra;
    if (captured > LONGEST)
      return { kind: 'pcap', packets, count, broken: { at, found: 'a packet of impossible length' } };
    if (from + captured > bytes.length) {
      // what is there of the last packet is still good
      if (from < bytes.length) add(at, bytes.subarray(from));
      return { kind: 'pcap', packets, count, broken: { at, found: 'the end of the file inside a packet' } };
    }
    add(at, bytes.subarray(from, from + captured));
    at = from + captured;
  }
  return { kind: 'pcap', packets, count };
}

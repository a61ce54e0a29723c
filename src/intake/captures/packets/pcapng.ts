import { numbersOf, type Numbers } from './byte-order.ts';
import type { Packet, PacketFile } from './packet.ts';

const SECTION = 0x0a0d0d0a;
const BYTE_ORDER = 0x1a2b3c4d;
const INTERFACE = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
const TIME_RESOLUTION = 9;

interface Interface {
  link: number;
  /** Most bytes of a packet that were kept; 0: all. */
  snap: number;
  /** Units of time in a second. */
  second: number;
}

/** Units in a second, from the option of an interface; a millionth where it has none. */
function resolution(bytes: Uint8Array, { u16 }: Numbers, from: number, end: number): number {
  for (let at = from; at + 4 <= end;) {
    const code = u16(at);
    const length = u16(at + 2);
    if (code === 0) break;
    if (code === TIME_RESOLUTION && length >= 1) {
      const value = bytes[at + 4] ?? 6;
      return (value & 0x80 ? 2 : 10) ** (value & 0x7f);
    }
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return 1e6;
}

/** Reads one file of blocks. */
class Blocks {
  readonly packets: Packet[] = [];
  count = 0;
  private interfaces: Interface[] = [];
  private last = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  section(): void {
    this.interfaces = [];
  }

  /** Takes the body of a block, from `at` to `end`. */
  take(type: number, numbers: Numbers, at: number, end: number): void {
    const { u16, u32 } = numbers;
    if (type === INTERFACE) {
      const second = resolution(this.bytes, numbers, at + 8, end);
      this.interfaces.push({ link: u16(at), snap: u32(at + 4), second });
    } else if (type === ENHANCED_PACKET || type === OLD_PACKET) {
      const on = this.interfaces[type === ENHANCED_PACKET ? u32(at) : u16(at)];
      if (!on || at + 20 > end) return;
      this.last = (u32(at + 4) * 0x1_0000_0000 + u32(at + 8)) / on.second;
      this.packet(on, at + 20, Math.min(end, at + 20 + u32(at + 12)), u32(at + 16));
    } else if (type === SIMPLE_PACKET) {
      const on = this.interfaces[0];
      if (!on || at + 4 > end) return;
      const length = u32(at);
      const kept = on.snap > 0 ? Math.min(length, on.snap) : length;
      this.packet(on, at + 4, Math.min(end, at + 4 + kept), length);
    }
  }

  private packet({ link }: Interface, from: number, to: number, length: number): void {
    this.count++;
    if (to > from) this.packets.push({ link, time: this.last, data: this.bytes.subarray(from, to), length });
  }
}

/**
 * Reads a pcapng file: sections in either byte order, interfaces with their time resolutions, all three kinds of
 * packet blocks. `undefined` where the bytes are none.
 */
export function readPcapng(bytes: Uint8Array): PacketFile | undefined {
  if (bytes.length < 28 || numbersOf(bytes, false).u32(0) !== SECTION) return undefined;
  const blocks = new Blocks(bytes);
  const ended = (broken?: PacketFile['broken']): PacketFile => {
    const { packets, count } = blocks;
    return { kind: 'pcapng', packets, count, ...(broken && { broken }) };
  };
  let numbers = numbersOf(bytes, true);
  for (let at = 0; at + 12 <= bytes.length;) {
    const isSection = numbers.u32(at) === SECTION; // the same in both orders
    if (isSection) {
      const lowFirst = numbersOf(bytes, true).u32(at + 8) === BYTE_ORDER;
      numbers = numbersOf(bytes, lowFirst);
      if (numbers.u32(at + 8) !== BYTE_ORDER) return ended({ at, found: 'a section of unknown byte order' });
      blocks.section();
    }
    const length = numbers.u32(at + 4);
    if (length < 12 || length % 4 !== 0) return ended({ at, found: 'a block of impossible length' });
    const end = Math.min(at + length - 4, bytes.length);
    if (!isSection) blocks.take(numbers.u32(at), numbers, at + 8, end);
    if (at + length > bytes.length) return ended({ at, found: 'the end of the file inside a block' });
    at += length;
  }
  return ended();
}

import { describe, expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import { messagesOf } from '../../../conversation/index.ts';
import { joined } from '../../../testing/any-capture.ts';
import { SI, writePush } from '../../../testing/wap-writer.ts';
import { readPaste } from '../../read-paste.ts';

const PUSH = writePush({ type: 0x2e }, SI);
const word = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 255);
const little = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 255);

function packet(data: Uint8Array, port: number, link: Uint8Array): Uint8Array {
  const udp = joined(word(9200), word(port), word(8 + data.length), word(0), data);
  const head = joined(
    Uint8Array.of(0x45, 0),
    word(20 + udp.length),
    new Uint8Array(5),
    Uint8Array.of(17),
    new Uint8Array(10),
  );
  return joined(link, head, udp);
}

/** A capture of packets as libpcap writes it. */
function pcap(kind: number, packets: readonly Uint8Array[]): Uint8Array {
  const head = joined(
    little(0xa1b2c3d4, 4),
    little(2, 2),
    little(4, 2),
    new Uint8Array(8),
    little(65535, 4),
    little(kind, 4),
  );
  const records = packets.map((one, i) =>
    joined(little(i, 4), little(0, 4), little(one.length, 4), little(one.length, 4), one),
  );
  return joined(head, ...records);
}

const bodiesIn = (input: Uint8Array): string[] =>
  messagesOf(readPaste(input)[0]?.conversation ?? { format: 1, title: '', exchanges: [] }).map(
    ({ message }) => toHex(message.bytes ?? new Uint8Array()),
  );

describe('pushes over UDP in a capture', () => {
  const ethernet = joined(new Uint8Array(12), word(0x0800));
  test.each<[string, number, Uint8Array]>([
    ['Ethernet', 1, ethernet],
    ['raw IP', 101, new Uint8Array(0)],
    ['cooked', 113, joined(new Uint8Array(14), word(0x0800))],
  ])('%s', (_, kind, link) => {
    const file = pcap(kind, [packet(PUSH, 2948, link), packet(PUSH, 2948, link)]);
    expect(bodiesIn(file)).toEqual([toHex(SI), toHex(SI)]);
    expect(readPaste(file)[0]?.why).toContain('2 WAP messages read');
  });
  test('cut at every byte, nothing throws', () => {
    const file = pcap(1, [packet(PUSH, 2948, ethernet)]);
    for (let end = 0; end < file.length; end++) readPaste(file.subarray(0, end));
  });
});

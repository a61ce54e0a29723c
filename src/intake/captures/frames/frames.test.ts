import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toBase64, toHex } from '../../../bytes/index.ts';
import type { Conversation } from '../../../conversation/index.ts';
import { httpBytes } from '../../../testing/any-capture.ts';
import { corpusFolder } from '../../../testing/corpus.ts';
import { readPaste, startFrom } from '../../index.ts';
import { PLAIN, packetsOf, toPcap, type Writing } from '../../../testing/packet-files.ts';

const BYTES = Uint8Array.from([
  3, 1, 0x6a, 0, 0, 7, 0x56, 0x4c, 3, 0x31, 0, 1, 0x52, 3, 0x7b, 0x31, 0x7d, 0, 1, 1,
]);
const TALK: Conversation = {
  format: 1,
  title: '',
  exchanges: [1, 2].map((n) => ({
    id: String(n),
    request: {
      bytes: BYTES,
      http: { method: 'POST', url: `/Microsoft-Server-ActiveSync?Cmd=FolderSync&n=${n}` },
    },
    response: { bytes: BYTES, http: { status: 200 } },
  })),
};

function rows(bytes: Uint8Array, row: (offset: string, hex: string, ascii: string) => string): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.subarray(at, at + 16);
    const ascii = [...part]
      .map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.'))
      .join('');
    lines.push(row(at.toString(16).padStart(4, '0'), toHex(part, ' '), ascii));
  }
  return lines.join('\n');
}

const words = (hex: string): string => hex.replace(/(\S\S) (\S\S)/g, '$1$2');
const PRINTERS: Record<string, (bytes: Uint8Array, i: number) => string> = {
  'tcpdump -X': (bytes, i) =>
    `12:00:0${i}.123456 IP 10.0.0.1.50000 > 10.0.0.2.80: Flags [P.], seq 1:90, ack 1, win 500, length 89\n${rows(bytes, (offset, hex, ascii) => `\t0x${offset}:  ${words(hex).padEnd(39)}  ${ascii}`)}`,
  'tcpdump -xx': (bytes) =>
    `12:00:00.1 IP a > b: tcp\n${rows(bytes, (offset, hex) => `\t0x${offset}:  ${words(hex)}`)}`,
  'tshark -x': (bytes) =>
    `${rows(bytes, (offset, hex, ascii) => `${offset}  ${hex.padEnd(47)}   ${ascii}`)}\n`,
};

const bodies = (conversation: Conversation | undefined): string[] =>
  (conversation?.exchanges ?? []).flatMap(({ request, response }) =>
    [request, response].map((message) => toHex(message?.bytes ?? new Uint8Array(0))),
  );

describe.each(Object.keys(PRINTERS))('frames as %s prints them', (printer) => {
  const links: Writing['link'][] = ['ethernet', 'vlan', 'raw', 'cooked', 'cooked2', 'loopback'];
  test.each(links)('%s', (link) => {
    const frames = packetsOf(TALK, { ...PLAIN, link, size: 60 });
    const text = frames.map((bytes, i) => PRINTERS[printer]?.(bytes, i % 10) ?? '').join('\n');
    const [first] = readPaste(text);
    expect(first?.kind).toBe('frames');
    expect(bodies(first?.conversation)).toEqual([1, 2, 3, 4].map(() => toHex(BYTES)));
  });
});

test('a connection that Wireshark follows in hex', () => {
  const line = (bytes: Uint8Array, from: number, indent: string): string =>
    rows(bytes, (offset, hex, ascii) => {
      const at = (Number.parseInt(offset, 16) + from).toString(16).toUpperCase().padStart(8, '0');
      const halves = `${hex.slice(0, 23).padEnd(23)}  ${hex.slice(24)}`;
      return `${indent}${at}  ${halves.padEnd(48)}   ${ascii.slice(0, 8)} ${ascii.slice(8)}`;
    });
  const at = [0, 0];
  const text = TALK.exchanges.flatMap(({ request, response }) =>
    [httpBytes(request ?? {}, 'request'), httpBytes(response ?? {}, 'response')].map((bytes, side) => {
      const printed = line(bytes, at[side] ?? 0, side === 0 ? '' : '    ');
      at[side] = (at[side] ?? 0) + bytes.length;
      return printed;
    }),
  );
  const [first] = readPaste(`${text.join('\n')}\n`);
  expect(first?.kind).toBe('frames');
  expect(bodies(first?.conversation)).toEqual([1, 2, 3, 4].map(() => toHex(BYTES)));
});

describe('bytes that do not begin with a message', () => {
  const frame = packetsOf(TALK, PLAIN)[2] ?? BYTES;

  test.each([
    { name: 'one frame in hex', text: toHex(frame), kind: 'frames' },
    { name: 'a capture in base64', text: toBase64(toPcap(packetsOf(TALK, PLAIN), 1)), kind: 'pcap' },
    { name: 'an HTTP message in hex', text: toHex(frame.subarray(66), ' '), kind: 'http' },
  ])('$name', ({ text, kind }) => {
    const [first] = readPaste(text);
    expect(first?.kind).toBe(kind);
    expect(bodies(first?.conversation)[0]).toBe(toHex(BYTES));
  });

  test('a header is looked for, and the start can be moved', () => {
    const whole = Uint8Array.from([0xde, 0xad, 0xbe, 0xef, 9, 9, ...BYTES]);
    const [first] = readPaste(toHex(whole));
    expect(first).toMatchObject({ kind: 'inside', startAt: { offset: 6, others: [] } });
    expect(bodies(first?.conversation)[1]).toBe(toHex(BYTES));
    if (!first) return;
    const moved = startFrom(first, 4);
    expect(bodies(moved.conversation)[1]).toBe(`0909${toHex(BYTES)}`);
    expect(moved.startAt).toMatchObject({ offset: 4, others: [6] });
    expect(startFrom(moved, 1e9).conversation.exchanges[0]?.response?.bytes).toHaveLength(0);
    expect(startFrom(moved, -3).startAt?.offset).toBe(0);
  });

  test('what holds no message stays what it is', () => {
    expect(readPaste('deadbeefdeadbeefdeadbeef')[0]?.kind).toBe('hex');
  });
});

const pastes = corpusFolder === undefined ? undefined : `${corpusFolder}/pastes`;
if (pastes !== undefined && existsSync(pastes)) {
  describe.each(readdirSync(pastes))('recorded frames of %s', (name) => {
    const reference = toHex(readFileSync(`${pastes}/${name}/reference.wbxml`));

    test.each(['tshark-x-frame.txt', 'frame.pcap'])('%s', (file) => {
      const bytes = new Uint8Array(readFileSync(`${pastes}/${name}/${file}`));
      const [first] = readPaste(bytes);
      expect(bodies(first?.conversation)).toContain(reference);
      expect(first?.problems).toEqual([]);
    });
  });
}

import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../../bytes/index.ts';
import { readPaste } from '../../index.ts';
import { readCurlTrace } from './trace.ts';

const ASKED = '03016a00455c4f4b033000015203310001010101';
const ANSWERED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
const utf8 = new TextEncoder();

function rows(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.subarray(at, at + 16);
    const looks = String.fromCharCode(...part).replace(/[^ -~]/g, '.');
    lines.push(`${at.toString(16).padStart(4, '0')}: ${`${toHex(part, ' ')} `.padEnd(48)}${looks}\n`);
  }
  return lines.join('');
}

function section(title: string, content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? utf8.encode(content) : content;
  return `${title}, ${bytes.length} bytes (0x${bytes.length.toString(16)})\n${rows(bytes)}`;
}

const trace = (time = ''): string =>
  [
    `${time}== Info: Connected to 127.0.0.1\n`,
    section(
      `${time}=> Send header`,
      'POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\r\nContent-Length: 20\r\n\r\n',
    ),
    section(`${time}=> Send data`, fromHex(ASKED) ?? ''),
    section(`${time}<= Recv SSL data`, 'ssssss'),
    section(`${time}<= Recv header`, 'HTTP/1.1 200 OK\r\n'),
    section(`${time}<= Recv header`, 'Content-Length: 37\r\n'),
    section(`${time}<= Recv header`, '\r\n'),
    section(`${time}<= Recv data`, fromHex(ANSWERED) ?? ''),
    `${time}== Info: Connection #0 left intact\n`,
  ].join('');

test.each(['', '07:12:01.113000 '])('both directions are one exchange, times in front: “%s”', (time) => {
  const [first] = readPaste(trace(time));
  expect(first?.why).toMatch(/^A trace of curl/);
  expect(first?.conversation.exchanges).toHaveLength(1);
  const { request, response } = first?.conversation.exchanges[0] ?? {};
  expect(request?.http?.url).toBe('/Microsoft-Server-ActiveSync?Cmd=Sync');
  expect(response?.http?.status).toBe(200);
  expect([request, response].map((message) => toHex(message?.bytes ?? new Uint8Array(0)))).toEqual([
    ASKED,
    ANSWERED,
  ]);
});

test.each(['', '03 01 6a 00', '=> Send data, 5 bytes (0x5)\n', '=> Send header, 4 bytes (0x4)\nPOST\n'])(
  '%s: none',
  (text) => {
    expect(readCurlTrace(text)).toBeUndefined();
  },
);

import { describe, expect, test } from 'vitest';
import { fromHex, toBase64, toHex } from '../bytes/index.ts';
import {
  conversationFromJson,
  conversationToJson,
  wholeBodyOf,
  type Message,
} from '../conversation/index.ts';
import { examine } from '../doctor/index.ts';
import { readPaste } from './read-paste.ts';

/** An answer to a Fetch of ItemOperations, whose Data is `Part` 1. */
const WBXML =
  '03016a00 0014 45 4d03310001 4e 46 4d03310001 0011 5103662f3100 01 0014 4b 5103310001 01 01 01 01'.replaceAll(
    ' ',
    '',
  );
const FILE = '25504446';
const uint32 = (value: number): string => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return toHex(bytes);
};
const size = WBXML.length / 2;
const BODY = [uint32(2), uint32(20), uint32(size), uint32(20 + size), uint32(4), WBXML, FILE].join('');
const BYTES = fromHex(BODY) as Uint8Array;
const TYPE = 'application/vnd.ms-sync.multipart';

const replyIn = (input: string | Uint8Array): Message | undefined =>
  readPaste(input)[0]?.conversation.exchanges[0]?.response;
const hexOf = (message: Message | undefined): string => toHex(message?.bytes ?? new Uint8Array());

describe('a pasted multipart answer is its WBXML part, and ends with it', () => {
  const spaced = BODY.replace(/../g, '$& ');
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${TYPE}\r\nContent-Length: ${BYTES.length}\r\n\r\n`;
  const file = new Uint8Array([...new TextEncoder().encode(head), ...BYTES]);
  test.each<[string, string | Uint8Array]>([
    ['hex', BODY],
    ['hex with blanks', spaced],
    ['base64', toBase64(BYTES)],
    ['the bytes', BYTES],
    ['HTTP as sent', file],
    ['HTTP with hex', `${head}${spaced}`],
  ])('%s', (_, input) => {
    const reply = replyIn(input);
    expect(hexOf(reply)).toBe(WBXML);
    expect(toHex(wholeBodyOf(reply as Message).bytes as Uint8Array)).toBe(BODY);
  });
  test('the others are named with their sizes', () => {
    expect(readPaste(BODY)[0]?.why).toMatch(
      new RegExp(
        `the first of 2 parts of a multipart answer, ${size} of ${BYTES.length} bytes; the other has 4`,
      ),
    );
  });
});

describe('a captured multipart answer', () => {
  const har = (body: Uint8Array): string =>
    JSON.stringify({
      log: {
        entries: [
          {
            request: {
              method: 'POST',
              url: 'https://mail.example/Microsoft-Server-ActiveSync?Cmd=ItemOperations&User=u&DeviceId=d&DeviceType=p',
              headers: [
                { name: 'MS-ASProtocolVersion', value: '14.1' },
                { name: 'MS-ASAcceptMultiPart', value: 'T' },
              ],
            },
            response: {
              status: 200,
              headers: [
                { name: 'Content-Type', value: TYPE },
                { name: 'Content-Length', value: String(body.length) },
              ],
              content: { size: body.length, encoding: 'base64', text: toBase64(body) },
            },
          },
        ],
      },
    });

  test('begins inside the body; all of it is kept, and told', () => {
    const [candidate] = readPaste(har(BYTES));
    const exchange = candidate?.conversation.exchanges[0];
    expect(hexOf(exchange?.response)).toBe(WBXML);
    expect(exchange?.note).toBe(
      `Reply: the first of 2 parts of a multipart answer, ${size} of ${BYTES.length} bytes; the other has 4.`,
    );
    const saved = conversationFromJson(conversationToJson(candidate?.conversation ?? never()));
    expect(saved).toEqual({ ok: true, value: candidate?.conversation });
    expect(toHex(wholeBodyOf(exchange?.response ?? never()).bytes ?? never())).toBe(BODY);
  });

  test('is judged as what it is: nothing is wrong with its type and its length', () => {
    const [candidate] = readPaste(har(BYTES));
    const findings = examine(candidate?.conversation ?? never());
    expect(findings.filter(({ side }) => side === 'response')).toEqual([]);
  });

  test('that is cut is still read', () => {
    const cut = BYTES.slice(0, -3);
    const reply = replyIn(har(cut));
    expect(hexOf(reply)).toBe(WBXML);
    expect(toHex(wholeBodyOf(reply as Message).bytes as Uint8Array)).toBe(toHex(cut));
  });

  test('that is only a file stays as it is', () => {
    expect(hexOf(replyIn(har(fromHex(FILE) as Uint8Array)))).toBe(FILE);
  });
});

function never(): never {
  throw new Error('it is not there');
}

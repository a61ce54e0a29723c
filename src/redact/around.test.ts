import { describe, expect, test } from 'vitest';
import {
  aroundWords,
  envelopesOf,
  messagesOf,
  type Conversation,
  type Message,
} from '../conversation/index.ts';
import { toHex } from '../bytes/index.ts';
import { readPaste } from '../intake/index.ts';
import { personalIn, toLink, fromLink, isLinkProblem } from '../share/index.ts';
import { SI, asModemList, writeObex, writePush, writeShortMessages, wspText } from '../testing/wap-writer.ts';
import { writeSeptets } from '../wap/index.ts';
import { redact } from './redact.ts';

const MAC = '0123456789ABCDEF0123456789ABCDEF01234567';
const BODY = Uint8Array.from([
  3,
  11,
  0x6a,
  0,
  0x45,
  0xc6,
  0x56,
  1,
  0x87,
  0x07,
  6,
  ...wspText('a'.repeat(150)),
  1,
  1,
  1,
]);
const PUSH = writePush(
  {
    type: 0x36,
    parameters: [
      [0x11, [0x81]],
      [0x12, wspText(MAC)],
    ],
    headers: [
      ...[0xaf, 0x82, 0xb1, ...wspText('http://anna.example.net/secret')],
      ...[0x87, 9, 0x80, ...wspText('foo'), ...wspText('bar')], // credentials
    ],
  },
  BODY,
);
const PDUS = writeShortMessages({ kind: 'deliver', centre: '491710760123', number: '491519876543' }, PUSH);

const conversationOf = (input: string | Uint8Array): Conversation =>
  readPaste(input)[0]?.conversation ?? { format: 1, title: '', exchanges: [] };
const firstOf = (conversation: Conversation): Message => messagesOf(conversation)[0]?.message ?? {};
const said = ({ around }: Message): string => (around ? aroundWords(around).join('\n') : '');

describe('short messages around a push', () => {
  const before = conversationOf(asModemList(PDUS));
  const { conversation, replaced } = redact(before);
  const after = firstOf(conversation);
  test('have other numbers, of as many digits, each time the same', () => {
    expect(said(firstOf(before))).toMatch(/from \+491519876543 by the service centre \+491710760123/);
    const numbers = /from \+(\d{12}) by the service centre \+(\d{12})/.exec(said(after));
    expect(numbers).not.toBeNull();
    expect(JSON.stringify(conversation)).not.toMatch(/491519876543|491710760123/);
    const pdus = envelopesOf(after) ?? [];
    expect(pdus.map(({ length }) => length)).toEqual(PDUS.map(({ length }) => length));
    const again = conversationOf(asModemList(pdus));
    expect(said(firstOf(again))).toBe(said(after));
    expect(replaced.filter(({ kind }) => kind === 'phone')).toHaveLength(2);
  });
  test('what the push says of people is gone, what the protocol says stays', () => {
    expect(said(after)).not.toMatch(/anna|secret|0123456789ABCDEF|666f6f/);
    expect(JSON.stringify(conversation)).not.toContain('666f6f');
    expect(said(after)).toMatch(/SEC=USERPIN; MAC=[0-9A-Za-z]{40};? ?/);
    expect(said(after)).toContain('X-Wap-Application-Id: x-wap-application:wml.ua');
    expect(after.http?.headers?.['Content-Type']).not.toContain(MAC);
    const mac = /MAC=(\w+)/;
    expect(mac.exec(said(after))?.[1]).toBe(mac.exec(after.http?.headers?.['Content-Type'] ?? '')?.[1]);
  });
  test('a link carries them, and says that there are numbers in it', async () => {
    expect(personalIn(before)).toContainEqual({ id: 'phone', count: 2 });
    const back = await fromLink(await toLink(before));
    expect(!isLinkProblem(back) && firstOf(back.conversation).around).toEqual(firstOf(before).around);
  });
});

test('a sender with a name has another', () => {
  const [userData = new Uint8Array()] = writeShortMessages(
    { kind: 'user-data' },
    writePush({ type: 0x2e }, SI),
  );
  const name = new Uint8Array(4);
  writeSeptets(name, 0, 'Anna');
  const head = [0, 0x44, 7, 0xd0, ...name, 0, 4, ...[0x40, 0x30, 0x20, 0x21, 0, 0, 0x40], userData.length];
  const before = conversationOf(toHex(Uint8Array.from([...head, ...userData])));
  expect(said(firstOf(before))).toContain('received from Anna ');
  expect(said(firstOf(redact(before).conversation))).toMatch(/received from (?!Anna)\w{4} /);
});

test('an object of OBEX has another name', () => {
  const before = conversationOf(writeObex('application/vnd.wap.connectivity-wbxml', 'anna.vcf', BODY, 100));
  expect(said(firstOf(before))).toContain('“anna.vcf”');
  const after = firstOf(redact(before).conversation);
  expect(said(after)).toMatch(/“[^”]{8}”, application/);
  expect(said(after)).not.toContain('anna');
});

import { describe, expect, test } from 'vitest';
import { fromHex, toBase64, toHex } from '../bytes/index.ts';
import { firstPartOf, type Conversation, type Http, type Message } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { personalIn, personalWords } from './personal.ts';

const hexOf = (text: string): string => toHex(new TextEncoder().encode(text));
const bytesOf = (hex: string): Uint8Array => fromHex(hex) as Uint8Array;
const str = (text: string): string => `03${hexOf(text)}00`;
/** An element of the page in force with a text. */
const leaf = (code: string, text: string): string => `${code}${str(text)}01`;
/** A Sync reply whose item holds these bytes; they begin on page 0. */
const item = (hex: string): string => `03016a00455c4f5647 5d ${hex} 0101 01010101`;

const of = (...messages: Message[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: messages.map((request, i) => ({ id: String(i), request })),
});
const wordsOf = (conversation: Conversation): string => personalWords(personalIn(conversation));
const words = (hex: string): string => wordsOf(of({ bytes: bytesOf(hex) }));
const http = (facts: Http): string => wordsOf(of({ http: facts }));

describe('what is counted', () => {
  test.each([
    { name: 'an empty reply', hex: '03016a00455c4f4b0331000152033100014e03310001010101', told: '' },
    {
      name: 'a mail',
      hex: item(
        `0002 ${leaf('54', 'Lunch?')} ${leaf('56', 'bob@example.test')} ${leaf('58', '"Ann" <ann@example.test>')}`,
      ),
      told: '2 addresses, 1 subject',
    },
    {
      name: 'a body',
      hex: item(
        `0002 ${leaf('54', 'Lunch?')} 0011 4a ${leaf('46', '1')} ${leaf('4b', 'See you. bob@example.test')} 01`,
      ),
      told: '1 address, 1 subject, 1 text of a message or note',
    },
    {
      name: 'a contact',
      hex: item(
        `0001 ${leaf('5f', 'Ann')} ${leaf('69', 'Bee')} ${leaf('6b', '+49 30 1')} ${leaf('48', '1990-01-01T00:00:00.000Z')}`,
      ),
      told: '2 names, 1 phone number, 1 birthday',
    },
    {
      name: 'folders, one of which occurs twice',
      hex: `03016a00000756 4e 4f ${leaf('47', 'Inbox')} 01 4f ${leaf('47', 'Inbox')} 01 4f ${leaf('47', 'Drafts')} 01 01 01`,
      told: '2 folder names',
    },
    {
      name: 'a mail to send, as OPAQUE',
      hex: `03016a00001545 50 c3 24 ${hexOf('To: bob@example.test\r\nSubject: Hi\r\n\r\n')} 01 01`,
      told: '1 address, 1 subject, 1 text of a message or note',
    },
    { name: 'a cut-off text', hex: `03016a00455c4f4b03${hexOf('ann@example.test')}`, told: '1 address' },
    { name: 'an empty subject', hex: item(`0002 ${leaf('54', '')} 14`), told: '' },
  ])('$name: $told', ({ hex, told }) => {
    expect(words(hex)).toBe(told);
  });

  test.each([
    {
      name: 'provisioning',
      xml: '<wap-provisioningdoc><characteristic type="NAPDEF"><parm name="AUTHNAME" value="ann"/><parm name="AUTHSECRET" value="7391"/><parm name="PORTNBR" value="9201"/></characteristic></wap-provisioningdoc>',
      told: '1 password or token, 1 account name',
    },
    {
      name: 'device management',
      xml: '<SyncML><SyncHdr><Cred><Data>abc</Data></Cred></SyncHdr><SyncBody><Add><Item><Target><LocURI>./a/PIN</LocURI></Target><Data>7391</Data></Item></Add></SyncBody></SyncML>',
      told: '2 passwords or tokens',
    },
  ])('secrets of other documents: $name', ({ xml, told }) => {
    expect(wordsOf(of({ bytes: xmlToBytes(xml) }))).toBe(told);
  });

  test.each([
    { name: 'an error page', text: '<html>Ask admin@example.test</html>', told: '1 address' },
    {
      name: 'a mail',
      text: 'From: a@example.test\r\nSubject: Hello\r\n\r\nb@example.test',
      told: '2 addresses, 1 subject',
    },
  ])('bytes that are no WBXML: $name', ({ text, told }) => {
    expect(wordsOf(of({ bytes: new TextEncoder().encode(text) }))).toBe(told);
  });

  test.each([
    {
      name: 'device and account',
      facts: { url: '/x?Cmd=Sync&User=ann&DeviceId=ABC' },
      told: '1 device id, 1 account name',
    },
    {
      name: 'an address as the account',
      facts: { url: '/x?Cmd=Sync&User=ann%40example.test' },
      told: '1 address',
    },
    {
      name: 'the query in base64',
      facts: { url: '/x?jQAJBAp2MTQxRGV2aWNlAApTbWFydFBob25l' },
      told: '1 device id',
    },
    { name: 'a password', facts: { headers: { authorization: 'Basic YTpi' } }, told: '1 password or token' },
    { name: 'harmless headers', facts: { headers: { 'Content-Type': 'text/html' } }, told: '' },
    { name: 'no query', facts: { url: '/Microsoft-Server-ActiveSync' }, told: '' },
  ])('$name: $told', ({ facts, told }) => {
    expect(http(facts)).toBe(told);
  });

  test('notes and titles are looked at, and an address counts once in whatever case', () => {
    const conversation: Conversation = {
      format: 1,
      title: 'From ann@example.test',
      note: 'ANN@example.test, bob@example.test',
      exchanges: [{ id: '1', note: 'cid@example.test' }],
    };
    expect(wordsOf(conversation)).toBe('3 addresses');
  });
});

/** A multipart answer: its table, the parts, then what belongs to none of them. */
function multipart(parts: readonly Uint8Array[], behind = ''): Uint8Array {
  const table = new DataView(new ArrayBuffer(4 + 8 * parts.length));
  table.setUint32(0, parts.length, true);
  let at = table.byteLength;
  for (const [i, { length }] of parts.entries()) {
    table.setUint32(4 + 8 * i, at, true);
    table.setUint32(8 + 8 * i, length, true);
    at += length;
  }
  const whole = [new Uint8Array(table.buffer), ...parts, new TextEncoder().encode(behind)];
  return Uint8Array.from(whole.flatMap((each) => [...each]));
}

describe('a multipart answer, read whole or as its first part', () => {
  const reply = bytesOf(item(`0002 ${leaf('54', 'Lunch?')}`));
  const mail = new TextEncoder().encode('From: ann@example.test\r\nSubject: Hello\r\n\r\nSee you.');
  const png = bytesOf('89504e470d0a1a0a 0000000d');
  test.each([
    { name: 'a mail', parts: [reply, mail], told: '1 address, 2 subjects, 1 text of a message or note' },
    { name: 'a picture, twice', parts: [reply, png, png], told: '1 subject, 1 picture' },
    { name: 'bytes of any kind', parts: [reply, bytesOf('ff00ff00')], told: '1 subject' },
    { name: 'an empty part', parts: [reply, bytesOf('')], told: '1 subject' },
    {
      name: 'something behind',
      parts: [reply, png],
      behind: '\0cid@example.test',
      told: '1 address, 1 subject, 1 picture',
    },
  ])('$name: $told', ({ parts, behind, told }) => {
    const message = { bytes: multipart(parts, behind) };
    const split = firstPartOf(message);
    expect(split.around).toBeDefined();
    expect([wordsOf(of(message)), wordsOf(of(split))]).toEqual([told, told]);
  });
});

describe('what is carried along', () => {
  const bytes = toBase64(bytesOf(item(`0002 ${leaf('54', 'Lunch?')} ${leaf('58', 'ann@example.test')}`)));
  const told = '1 address, 1 subject';
  test.each([
    {
      name: 'of the conversation',
      extra: { simulation: { branches: [{ setup: { replies: [{ message: { bytes } }] } }] } },
    },
    { name: 'that is a text', extra: { draft: 'of ann@example.test' }, told: '1 address' },
    {
      name: 'that is HTTP',
      extra: {
        more: [{ http: { url: '/x?User=ann', headers: { Authorization: 'Basic YTpi', 'X-Odd': 1 } } }],
      },
      told: '1 password or token, 1 account name',
    },
    {
      name: 'that only looks like a message',
      extra: { more: { bytes: 'not base64', http: 'none' } },
      told: '',
    },
  ])('is looked at: a field $name', (row) => {
    const own = row.told ?? told;
    expect(wordsOf({ ...of({}), ...row.extra })).toBe(own);
    expect(wordsOf({ ...of(), exchanges: [{ id: '1', ...row.extra }] })).toBe(own);
    expect(wordsOf(of({ ...row.extra } as Message))).toBe(own);
  });
});

test('a table that is referred to a hundred thousand times is read once', () => {
  const length = 20_000;
  const table = new Uint8Array(length).fill(0x61, 0, length - 1);
  const head = bytesOf('03016a819c20 45 5c 4f'); // 81 9c 20 is 20,000
  const body = new Uint8Array(200_000).map((_, i) => (i % 2 === 0 ? 0x83 : 0x00));
  const bytes = new Uint8Array(head.length + length + body.length);
  bytes.set(head.subarray(0, 6));
  bytes.set(table, 6);
  bytes.set(head.subarray(6), 6 + length);
  bytes.set(body, head.length + length);
  const before = process.cpuUsage();
  expect(wordsOf(of({ bytes }))).toBe('');
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});

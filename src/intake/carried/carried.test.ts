import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../bytes/index.ts';
import {
  applyEditsWithLength,
  aroundWords,
  conversationFromJson,
  conversationToJson,
  envelopesOf,
  firstPartOf,
  messagesOf,
  readingOf,
  wholeBodyOf,
  type Conversation,
  type Message,
} from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import { examine } from '../../doctor/index.ts';
import { asModemList, writeObex, writePush, writeShortMessages, wspText } from '../../testing/wap-writer.ts';
import { toXml } from '../../xml/index.ts';
import { readPaste } from '../read-paste.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array();
const messagesIn = (input: string | Uint8Array): Message[] =>
  messagesOf(readPaste(input)[0]?.conversation ?? { format: 1, title: '', exchanges: [] }).map(
    ({ message }) => message,
  );
const messageIn = (input: string | Uint8Array): Message => messagesIn(input)[0] ?? {};
const hexOf = ({ bytes = new Uint8Array() }: Message): string => toHex(bytes);
const xmlOf = (message: Message): string =>
  toXml(decode(message.bytes ?? new Uint8Array(), readingOf(message)));
const said = ({ around }: Message): string => (around ? aroundWords(around).join('\n') : '');

/** A Service Indication of example.com. */
const SI = '02056a00 45c60c03 6578616d706c65 00 85 03 61 00 0ac3 06 2004 0302 1230 0103 486921 00 01 01';
const SI_BYTES = bytesOf(SI);
const PUSH = writePush({ type: 0x2e }, SI_BYTES);
const [USER_DATA] = writeShortMessages({ kind: 'user-data' }, PUSH) as [Uint8Array];
/** A provisioning document with a name in it that takes more than a short message. */
const PROV = bytesOf(`030b6a00 45 c656 01 8707 0603 ${'41'.repeat(300)} 00 01 01 01`);
const MAC = '0123456789ABCDEF0123456789ABCDEF01234567';
const SECURED = writePush(
  {
    type: 0x36,
    parameters: [
      [0x11, [0x81]],
      [0x12, wspText(MAC)],
    ],
  },
  PROV,
);

describe('a push is the document that it carries', () => {
  const hex = toHex(PUSH);
  test.each<[string, string | Uint8Array]>([
    ['hex', hex],
    ['hex with blanks', hex.replace(/../g, '$& ')],
    ['the bytes', PUSH],
    ['base64', Buffer.from(PUSH).toString('base64')],
    ['user data', toHex(USER_DATA)],
    ['user data and its length', toHex(Uint8Array.from([USER_DATA.length, ...USER_DATA]))],
    ['user data of CDMA', `00010023f00b84${hex}`],
    ['header and text in an address', `http://gw/?udh=%06%05%04%0B%84%23%F0&text=${percent(PUSH)}`],
    ['header and data in hex', `UDH: 0605040B8423F0\nData: ${hex}`],
    [
      'text and header of a file',
      `[SMS]\nCoding = 8bit\nText00 = ${hex.slice(0, 60)}\nText01 = ${hex.slice(60)}\nUDH = 0605040B8423F0\n`,
    ],
    ['octet string of a log', octetString(USER_DATA)],
    ['header, comma, data', `(1, NULL, '0605040B8423F0,${hex}', NULL)`],
  ])('%s', (_, input) => {
    const message = messageIn(input);
    expect(hexOf(message)).toBe(toHex(SI_BYTES));
    expect(message.http?.headers).toEqual({ 'Content-Type': 'application/vnd.wap.sic' });
    expect(said(message)).toContain('WAP push, transaction 37; Content-Type: application/vnd.wap.sic.');
  });
  test('its address, date and text are read', () => {
    expect(xmlOf(messageIn(hex))).toContain(
      '<indication href="http://example.com/a" created="2004-03-02T12:30:00Z">Hi!</indication>',
    );
  });
});

describe('short messages', () => {
  const parts = writeShortMessages({ kind: 'deliver', centre: '491710760000', reference: 7 }, SECURED);
  test('of a modem, in any order, are put together', () => {
    expect(parts.length).toBe(3);
    const message = messageIn(asModemList([...parts].reverse()));
    expect(hexOf(message)).toBe(toHex(PROV));
    expect(said(message)).toMatch(
      /received from \+491701234567 by the service centre \+491710760000 2004-03-02/,
    );
    expect(said(message)).toMatch(/port 2948 \(WAP push\).*3 parts with the reference 7: 128 and 128 and/);
    expect(said(message)).toMatch(/SEC=USERPIN; MAC=0123456789ABCDEF/);
    expect(said(message)).toMatch(/HMAC-SHA1.*a PIN that its receiver .*types in.*nobody can tell whether/);
  });
  test('a missing part ends the message and is told', () => {
    const [one, , three] = parts as [Uint8Array, Uint8Array, Uint8Array];
    const [candidate] = readPaste(asModemList([one, three]));
    expect(candidate?.problems.map(({ code, found }) => [code, found])).toEqual([
      ['lost-segments', 'part 2 missing'],
    ]);
    const reply = candidate?.conversation.exchanges[0]?.response ?? {};
    expect(toHex(PROV).startsWith(hexOf(reply))).toBe(true);
    expect(candidate?.conversation.exchanges[0]?.note).toBe('Of 3 parts: part 2 missing.');
    expect(envelopesOf(reply)?.map((pdu) => toHex(pdu))).toEqual([toHex(one), toHex(three)]);
  });
  test('of several senders are several messages; texts are passed over', () => {
    const other = writeShortMessages({ kind: 'deliver', number: '4915200000' }, PUSH);
    const text = '07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07';
    const [candidate] = readPaste(`${asModemList([...parts, ...other])}\r\n${text}\r\n`);
    expect(candidate?.why).toMatch(/2 messages in short messages; 1 other short message passed over/);
    expect(candidate?.conversation.exchanges.map(({ response }) => hexOf(response ?? {}))).toEqual([
      toHex(PROV),
      toHex(SI_BYTES),
    ]);
  });
  test.each([0, 1, 7] as const)('to be sent, with a validity period of %i bytes', (validity) => {
    const [pdu] = writeShortMessages({ kind: 'submit', validity }, PUSH) as [Uint8Array];
    const message = messageIn(toHex(pdu));
    expect(hexOf(message)).toBe(toHex(SI_BYTES));
    expect(said(message)).toMatch(/to be sent to \+491701234567; for port 2948/);
  });
  test('as a SIM keeps it', () => {
    const [pdu] = writeShortMessages({ kind: 'deliver', centre: '491710760000' }, PUSH) as [Uint8Array];
    const sim = new Uint8Array(176).fill(0xff);
    sim.set([1, ...pdu]);
    expect(hexOf(messageIn(toHex(sim)))).toBe(toHex(SI_BYTES));
  });
  test('one that is cut says so', () => {
    const [pdu] = writeShortMessages({ kind: 'deliver' }, PUSH) as [Uint8Array];
    const [candidate] = readPaste(toHex(pdu.subarray(0, -4)));
    expect(candidate?.problems.map(({ code }) => code)).toEqual(['cut-off']);
    expect(hexOf(candidate?.conversation.exchanges[0]?.response ?? {})).toBe(toHex(SI_BYTES.subarray(0, -4)));
  });
});

test('user data in several lines, its header apart', () => {
  const lines = writeShortMessages({ kind: 'user-data' }, SECURED).map((one) =>
    toHex(one).replace(/^.{24}/, '$& '),
  );
  expect(hexOf(messageIn(lines.join('\n')))).toBe(toHex(PROV));
});

test('lines of user data are not joined to one, though that reads to the end', () => {
  const first = `0b05040b8423f00003070301 250601ae 02056a0045c60c03612e746573740001 03${'41'.repeat(60)}`;
  const last = `0b05040b8423f00003070303 ${'42'.repeat(10)}000101`;
  const [candidate] = readPaste([first, last].map((line) => line.replaceAll(' ', '')).join('\n'));
  expect(candidate?.problems.map(({ found }) => found)).toEqual(['part 2 missing']);
});

describe('what stands around is kept', () => {
  const message = messageIn(toHex(USER_DATA));
  test('in the file of a conversation', () => {
    const conversation = { format: 1, title: 't', exchanges: [{ id: '1', response: message }] } as const;
    const back = conversationFromJson(
      conversationToJson({ ...conversation, exchanges: [...conversation.exchanges] }),
    );
    expect(back.ok && back.value.exchanges[0]?.response).toEqual(message);
  });
  test('the whole body is the push, and reads as its part again', () => {
    const whole = wholeBodyOf(message);
    expect(hexOf(whole)).toBe(toHex(PUSH));
    expect(firstPartOf(whole)).toEqual(message);
  });
  test('short messages are made again, of the same bytes or of changed ones', () => {
    const [pdu] = writeShortMessages({ kind: 'submit' }, PUSH) as [Uint8Array];
    const sent = messageIn(toHex(pdu));
    expect(envelopesOf(sent)?.map((one) => toHex(one))).toEqual([toHex(pdu)]);
    const longer = writePush({ type: 0x2e }, Uint8Array.from([...SI_BYTES, 1]));
    const changed = { ...sent, bytes: Uint8Array.from([...SI_BYTES, 1]) };
    expect(envelopesOf(changed)?.map((one) => toHex(one))).toEqual(
      writeShortMessages({ kind: 'submit' }, longer).map((one) => toHex(one)),
    );
    expect(envelopesOf({ ...sent, bytes: new Uint8Array(200) })).toBeUndefined();
  });
});

test('a Content-Length that was right is right after an edit, in the facts and in the push', () => {
  const headers = [0x8d, 0x80 | SI_BYTES.length];
  const [pdu] = writeShortMessages({ kind: 'submit' }, writePush({ type: 0x2e, headers }, SI_BYTES)) as [
    Uint8Array,
  ];
  const before = readPaste(toHex(pdu))[0]?.conversation as Conversation;
  expect(examine(before)).toEqual([]);
  const place = {
    exchange: 0,
    side: 'response',
    start: SI_BYTES.length - 4,
    end: SI_BYTES.length - 4,
  } as const;
  const after = applyEditsWithLength(before, [{ place, bytes: Uint8Array.of(0x21) }]);
  const [one] = envelopesOf(after.exchanges[0]?.response ?? {}) ?? [];
  expect(messageIn(toHex(one ?? new Uint8Array())).http?.headers?.['Content-Length']).toBe(
    String(SI_BYTES.length + 1),
  );
  expect(examine(after)).toEqual([]);
});

describe('the document type is that of the Content-Type', () => {
  test.each<[string, number | string, string, string]>([
    ['SL', 0x30, '02066a00 85 09 03 61 00 01', 'sl-1.0'],
    ['CO', 0x32, '01076a00 45 86 06 03 61 00 01 01', 'co-1.0'],
    ['EMN, a number of two bytes', 0x030a, '030d6a00 85 07 03 61 00 05 c3 04 2004 0405 01', 'emn-1.0'],
    ['SyncML DM', 0x42, '02a41d6a00 6d 6c 71 c303312e32 01 01 6b 01 01', 'syncml-1.2'],
    ['DRM rights', 0x4b, '030e6a00 c5 05 85 01 47 01 01', 'drmrel-1.0'],
    [
      'browser settings, in words',
      'application/x-wap-prov.browser-settings',
      '01016a00 45 c6 08 01 87 15 11 03 61 00 01 01 01',
      'ota-settings-7.0',
    ],
    ['WML', 0x14, '02046a00 7f e7 55 03 61 00 01 60 03 61 00 01 01 01', 'wml-1.1'],
  ])('%s', (_, type, hex, id) => {
    const body = bytesOf(hex);
    const message = messageIn(toHex(writePush({ type }, body)));
    expect(hexOf(message)).toBe(toHex(body));
    expect(decode(body, readingOf(message)).doctype.id).toBe(id);
  });
});

describe('headers are read in words', () => {
  const headers = [
    ...[0xaf, 0x82, 0xb4, 0x84], // application id wml.ua, the last push for now
    ...[0x92, 4, 0x40, 0x44, 0x77, 0x40], // a date
    ...[0x8d, 0xa0], // Content-Length
    ...[0xb1, ...wspText('http://a.test/')], // initiator
    ...[0xc3, 0x93], // Encoding-Version 1.3
    ...[...wspText('X-Own'), ...wspText('yes')],
    ...[0x7f, 0x02, 0x85, 0x81, 0x01, 0xae, ...[6, 0x81, 0x86, ...wspText('a.b')]], // another code page, and back
  ];
  test('each by its name', () => {
    const message = messageIn(toHex(writePush({ type: 0x2e, parameters: [[1, [0xea]]], headers }, SI_BYTES)));
    expect(message.http?.headers).toEqual({
      'Content-Type': 'application/vnd.wap.sic; charset=utf-8',
      'X-Wap-Application-Id': 'x-wap-application:wml.ua',
      'Push-Flag': '4',
      Date: 'Tue, 02 Mar 2004 12:00:00 GMT',
      'Content-Length': '32',
      'X-Wap-Initiator-URI': 'http://a.test/',
      'Encoding-Version': '1.3',
      'X-Own': 'yes',
      'X-WSP-05 (code page 2)': '1',
      'Content-Disposition': 'attachment; filename=a.b',
    });
    expect(said(message)).toContain('Push-Flag: 4 (the last push for now)');
  });
  test.each([
    [[], 'Nothing protects this document'],
    [
      [
        [0x11, [0x80]],
        [0x12, wspText(MAC)],
      ],
      'the IMSI of the SIM',
    ],
    [
      [
        [0x11, [0x82]],
        [0x12, wspText(MAC)],
      ],
      'the IMSI of the SIM and a PIN',
    ],
    [
      [
        [0x11, [0x83]],
        [0x12, wspText(MAC)],
      ],
      'with the MAC itself in it',
    ],
  ] as const)('what protects a provisioning document: %#', (parameters, words) => {
    expect(said(messageIn(toHex(writePush({ type: 0x36, parameters }, PROV))))).toContain(words);
  });
});

describe('what is not WBXML is called by its name', () => {
  test.each<[number, string]>([
    [0x3e, 'an MMS message'],
    [0x44, 'a notification of OMA DM'],
    [0x4e, 'a notification of OMA Data Sync'],
    [0x2d, 'text'],
  ])('%i', (type, name) => {
    const body = bytesOf('8c82 9841 00 8d90 8905804100');
    const [candidate] = readPaste(toHex(writePush({ type }, body)));
    expect(candidate?.why).toMatch(new RegExp(`which is ${name}.*, not WBXML: 12 bytes`));
    expect(hexOf(candidate?.conversation.exchanges[0]?.response ?? {})).toBe(toHex(body));
  });
});

describe('OBEX', () => {
  const type = 'application/vnd.syncml+wbxml';
  const body = bytesOf('02a41d6a00 6d 6c 71 c303312e32 01 01 6b 01 01');
  test.each([100, 7])('packets of %i bytes are one object', (size) => {
    const message = messageIn(writeObex(type, 'a', body, size));
    expect(hexOf(message)).toBe(toHex(body));
    expect(message.http?.headers).toEqual({ 'Content-Type': type });
    expect(said(message)).toMatch(/^Carried by \d OBEX packets?: “a”, application\/vnd.syncml\+wbxml\.$/);
  });
});

function percent(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) =>
      /\w/.test(String.fromCharCode(byte)) && byte < 0x80
        ? String.fromCharCode(byte)
        : `%${toHex(Uint8Array.of(byte))}`,
    )
    .join('');
}

function octetString(bytes: Uint8Array): string {
  const log = (words: string): string => `2026-01-02 03:04:05 [33] [9] DEBUG: ${words}\n`;
  const rows = Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) => {
    const row = bytes.subarray(16 * i, 16 * i + 16);
    const letters = [...row]
      .map((byte) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
      .join('');
    return log(`  data: ${toHex(row, ' ').padEnd(47)}   ${letters}`);
  });
  return `${log('Octet string at 0x8139d98:')}${log(`  len:  ${bytes.length}`)}${rows.join('')}${log('Octet string dump ends.')}`;
}

import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { bounded } from '../testing/cpu.ts';
import { expectLinear } from '../testing/linear.ts';
import { writePush } from '../testing/wap-writer.ts';
import { joinParts, placed, readObex, readShortMessage, readWspHead, writeSemiOctets } from './index.ts';
import { headerName, mediaTypeName } from './wsp-names.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array();

describe('the tables are complete', () => {
  test.each([
    [0x14, 'application/vnd.wap.wmlc'],
    [0x2e, 'application/vnd.wap.sic'],
    [0x30, 'application/vnd.wap.slc'],
    [0x36, 'application/vnd.wap.connectivity-wbxml'],
    [0x3e, 'application/vnd.wap.mms-message'],
    [0x42, 'application/vnd.syncml.dm+wbxml'],
    [0x4b, 'application/vnd.oma.drm.rights+wbxml'],
    [0x4e, 'application/vnd.syncml.ds.notification'],
    [0x030a, 'application/vnd.wap.emn+wbxml'],
    [0x7f, undefined],
  ])('media type %i', (code, name) => expect(mediaTypeName(code)).toBe(name));
  test.each([
    [0x00, 'Accept'],
    [0x11, 'Content-Type'],
    [0x2e, 'Content-Disposition'],
    [0x2f, 'X-Wap-Application-Id'],
    [0x34, 'Push-Flag'],
    [0x40, 'Content-ID'],
    [0x4a, 'X-Wap-Loc-Delivery'],
    [0x4b, 'X-WSP-4b'],
  ])('header %i', (code, name) => expect(headerName(code)).toBe(name));
});

describe('heads that are none', () => {
  test.each([
    ['nothing', ''],
    ['one byte', '25'],
    ['another type', '2501 01 ae'],
    ['no headers', '2506 00'],
    ['a length past the end', '2506 05 ae'],
    ['a length that does not end', '2506 ff'],
    ['a number without a media type', '2506 01 ff'],
    ['a text that is no media type', '2506 03 616200'],
    ['a text without its end', '2506 03 612f62'],
    ['a header that goes on behind the headers', '2506 04 ae 8d 05 01 01 01 01 01 01'],
    ['a parameter without a value', '2506 03 02 ae 81'],
    ['a header of ActiveSync', '03016a000045'],
    ['a header of SL', '02066a008509'],
  ])('%s', (_, hex) => expect(readWspHead(bytesOf(hex))).toBeUndefined());
});

test('the time that a head takes is linear in it, also where no text in it ends', () => {
  const headOf = (headers: number): Uint8Array =>
    writePush(
      { type: 0x2e, headers: Array.from({ length: headers }, () => [0x8e, 2, 0x61, 0x61]).flat() },
      new Uint8Array(0),
    );
  expectLinear(headOf, readWspHead, { smallest: 10_000, largest: 100_000 });
});

describe('heads', () => {
  const typeOf = (hex: string): string | undefined => readWspHead(bytesOf(hex))?.headers[0]?.value;
  test.each([
    ['25 06 01 ae', 'application/vnd.wap.sic'],
    ['25 07 01 ae', 'application/vnd.wap.sic'],
    ['25 04 20 01 94', 'application/vnd.wap.wmlc'],
    ['25 06 04 03 02 030a', 'application/vnd.wap.emn+wbxml'],
    ['25 06 05 1f 03 ae 81 ea', 'application/vnd.wap.sic; charset=utf-8'],
    ['25 06 04 612f6200', 'a/b'],
    ['25 06 07 06 ae 81 02 07ea 86', undefined],
    ['25 06 07 06 ae 81 02 07ea 90', undefined],
    ['25 06 08 07 ae 81 02 07ea 90 00', 'application/vnd.wap.sic; charset=big5; secure'],
    ['25 06 04 03 ae 80 05', 'application/vnd.wap.sic; q=0.04'],
    ['25 06 06 05 ae 78 00 79 00', 'application/vnd.wap.sic; x=y'],
  ])('%s', (hex, type) => expect(typeOf(hex)).toBe(type));
});

describe('a short message', () => {
  const DELIVER = '00 44 04 91 2143 00 04 40302021000040';
  test.each([
    ['no digit in the middle', '00 44 04 91 2f43 00 04 40302021000040 08 0605040b8423f0 01', undefined],
    ['a number too long', '00 44 20 91 2143 00 04 40302021000040 00', undefined],
    ['a header longer than its data', `${DELIVER} 04 0605040b8423f0 01`, undefined],
    ['a header that is not filled up', `${DELIVER} 05 0405040b84`, undefined],
    ['something behind it', `${DELIVER} 08 0605040b8423f0 01 02`, undefined],
    ['a part 3 of 2', `${DELIVER} 0d 0b05040b8423f00003070203 01`, undefined],
    ['filled up with ff', `${DELIVER} 08 0605040b8423f0 01 ffff`, 1],
    ['whole', `${DELIVER} 08 0605040b8423f0 01`, 1],
  ])('%s', (_, hex, size) => {
    const message = readShortMessage(bytesOf(hex));
    expect(message && message.end - message.start).toBe(size);
  });
  test('its time says its zone', () => {
    const at = (time: string): string | undefined =>
      readShortMessage(bytesOf(`00 04 04 91 2143 00 04 ${time} 00`))?.sentAt;
    expect(at('40302021000040')).toBe('2004-03-02 12:00:00 +01:00');
    expect(at('9930202100008a')).toBe('1999-03-02 12:00:00 -07:00');
    expect(at('40992021000040')).toBe('');
    expect(at('4a302021000040')).toBeUndefined();
  });
  test('one that is written as to be sent is read so, whatever its first byte says', () => {
    const message = readShortMessage(bytesOf('00 40 00 04 91 2143 00 04 08 0605040b8423f0 01'));
    expect(message).toMatchObject({ kind: 'submit', address: { text: '+1234' } });
  });
  test('a sender may have a name', () => {
    const message = readShortMessage(bytesOf('00 04 09 d0 437658fe36 00 04 40302021000040 00'));
    expect(message?.address).toMatchObject({ isNumber: false });
  });
  test('digits are written where they stand', () => {
    const bytes = bytesOf('21 f3');
    writeSemiOctets(bytes, 0, '789');
    expect(toHex(bytes)).toBe('87f9');
  });
});

describe('parts', () => {
  const part = (reference: number, total: number, number: number, data: string) =>
    placed(bytesOf(`0b05040b8423f00003${toHex(Uint8Array.of(reference, total, number))} ${data}`));
  const join = (...parts: ReturnType<typeof placed>[]) => joinParts(parts.flatMap((one) => one ?? []));
  test('one that comes twice counts once', () => {
    const { datagrams, repeated } = join(part(1, 2, 1, 'aa'), part(1, 2, 1, 'aa'), part(1, 2, 2, 'bb'));
    expect(datagrams.map(({ bytes }) => toHex(bytes))).toEqual(['aabb']);
    expect(repeated).toBe(1);
  });
  test('a reference that is used anew begins another message', () => {
    const { datagrams } = join(
      part(1, 2, 1, 'aa'),
      part(1, 2, 2, 'bb'),
      part(1, 2, 1, 'cc'),
      part(1, 2, 2, 'dd'),
    );
    expect(datagrams.map(({ bytes }) => toHex(bytes))).toEqual(['aabb', 'ccdd']);
  });
  test('what is behind a gap stays apart', () => {
    const { datagrams } = join(part(1, 4, 4, 'dd'), part(1, 4, 1, 'aa'), part(1, 4, 2, 'bb'));
    const [datagram] = datagrams;
    expect(datagram?.missing).toEqual([3]);
    expect([datagram?.bytes, datagram?.behind].map((bytes) => toHex(bytes ?? new Uint8Array()))).toEqual([
      'aabb',
      'dd',
    ]);
  });
});

describe('no OBEX', () => {
  test.each([
    '',
    '82',
    '820003',
    '820004 48',
    '820007 480003 00',
    '820006 480004',
    '030006 490003',
    '820009 490003 490003',
  ])('%s', (hex) => expect(readObex(bytesOf(hex))).toBeUndefined());
});

test('long inputs take time in proportion', () => {
  const size = 8_000_000;
  const texts = new Uint8Array(size).fill(0x41);
  texts.set([0x25, 0x06, 0x8f, 0xff, 0xff, 0x00, 0xae]);
  const headers = new Uint8Array(size).fill(0x81);
  headers.set([0x25, 0x06, 0x83, 0xe8, 0xa2, 0x00, 0xae]);
  bounded('a head without an end', () => readWspHead(texts));
  bounded('a million headers', () => readWspHead(headers));
  bounded('packets', () => readObex(new Uint8Array(size).fill(0x82)));
  bounded('a short message', () => readShortMessage(texts));
  const many = Array.from({ length: 100_000 }, (_, i) => {
    const bytes = bytesOf('0c05040b8423f0080400000201aa');
    bytes.set([i >> 8, i & 255], 9);
    return placed(bytes);
  });
  bounded('parts', () => joinParts(many.flatMap((one) => one ?? [])));
});

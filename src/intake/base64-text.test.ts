import { describe, expect, test } from 'vitest';
import { toBase64, toBase64Url, toHex } from '../bytes/index.ts';
import { readBase64 } from './base64-digits.ts';
import { readBase64Text } from './base64-text.ts';
import { readPaste } from './read-paste.ts';
import { WORD_MARKS } from './reading.ts';

const BYTES = Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 251) & 0xff);
const HEX = toHex(BYTES);
const STANDARD = toBase64(BYTES);
const URL_SAFE = toBase64Url(BYTES);

const read = (text: string) =>
  readBase64Text(text).map(({ kind, bytes, slips }) => ({
    kind,
    hex: toHex(bytes),
    slips: slips.map(({ code, start, end }) => `${code} ${start}-${end}`),
  }));

describe('forms', () => {
  test.each([
    { name: 'standard', text: STANDARD, kind: 'base64' },
    { name: 'for addresses, unpadded', text: URL_SAFE, kind: 'base64' },
    { name: 'standard, unpadded', text: STANDARD.replace(/=+$/, ''), kind: 'base64' },
    { name: 'wrapped', text: STANDARD.replace(/.{24}/g, '$&\n'), kind: 'base64' },
    { name: 'wrapped for Windows, indented', text: STANDARD.replace(/.{24}/g, '$&\r\n  '), kind: 'base64' },
    { name: 'in quotes', text: `"${STANDARD}"`, kind: 'base64' },
    { name: 'behind a label', text: `[WBXML] WBXML-IN : ${STANDARD}`, kind: 'base64' },
    { name: 'in JSON', text: `{"body": "${STANDARD}", "status": 200}`, kind: 'base64' },
    {
      name: 'in armour',
      text: `-----BEGIN WBXML-----\nVersion: 1\n\n${STANDARD.replace(/.{24}/g, '$&\n')}\n-----END WBXML-----`,
      kind: 'base64',
    },
    { name: 'data URL', text: `data:application/vnd.ms-sync.wbxml;base64,${STANDARD}`, kind: 'data-url' },
    {
      name: 'data URL with a parameter',
      text: `src="data:a/b;charset=utf-8;base64,${STANDARD}"`,
      kind: 'data-url',
    },
  ])('$name', ({ text, kind }) => {
    expect(read(text)).toContainEqual({ kind, hex: HEX, slips: [] });
  });
});

describe('faults', () => {
  test.each([
    { text: 'AwFqAA*AARU4DMQABSwMx', hex: '03016a00', slip: 'bad-base64 6-7' },
    { text: 'AwFqAAAARU4DM', hex: '03016a000000454e03', slip: 'unfinished 12-13' },
    { text: 'AwFqAAAARU4DMB==', hex: '03016a000000454e0330', slip: 'left-over-bits 13-14' },
    { text: 'AwFqAAAARU4DMQ=', hex: '03016a000000454e0331', slip: 'bad-base64 14-15' },
    { text: 'AwFqAA==RU4DMQABSwMx', hex: '03016a00', slip: 'bad-base64 8-9' },
  ])('$text', ({ text, hex, slip }) => {
    const { bytes, slips } = readBase64(text, 0, text.length);
    expect({
      hex: toHex(bytes),
      slips: slips.map(({ code, start, end }) => `${code} ${start}-${end}`),
    }).toEqual({
      hex,
      slips: [slip],
    });
  });

  test('a foreign character in the middle is marked, and the rest not taken for another message', () => {
    expect(read('AwFqAAAARU4DM*ABSwMxAAFcT0sDMQABUgMxAAFOAzEAAQEBAQ==')).toEqual([
      { kind: 'base64', hex: '03016a000000454e03', slips: ['bad-base64 13-14'] },
    ]);
  });
});

test.each(['hello', 'Response', 'a longer sentence of plain words'])('%s: words', (text) => {
  for (const { marks } of readBase64Text(text)) expect(marks).toBe(WORD_MARKS);
});

test.each(['', '====', '-', 'a few words'])('%s: none', (text) => {
  expect(read(text)).toEqual([]);
});

test('the part of a mail', () => {
  const head = 'Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nX: y\r\n\r\n';
  const [first] = readBase64Text(`${head}AwFqAAAHVlID\r\nMAABAQ==\r\n\r\n--b--\r\n`);
  expect(toHex(first?.bytes ?? new Uint8Array(0))).toBe('03016a00000756520330000101');
  expect(first?.slips).toEqual([]);
});

test('words and a colon in front of long base64 are no fault in it', () => {
  const message = Uint8Array.from([
    3,
    1,
    0x6a,
    0,
    0x45,
    0x4b,
    3,
    ...new Array<number>(150).fill(0x61),
    0,
    1,
    1,
  ]);
  const [first] = readPaste(`2031-01-02 WBXML in: ${toBase64(message)}`);
  expect(first?.conversation.exchanges[0]?.response?.bytes).toEqual(message);
  expect(first?.problems).toEqual([]);
});

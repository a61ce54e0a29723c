import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toBase64, toHex } from '../../../bytes/index.ts';
import { readPaste } from '../../read-paste.ts';

const BYTES = Uint8Array.from([3, 1, 0x6a, 0, 0, 7, 0x56, 0x52, 3, 0x27, 0x5c, 0xc3, 0xa9, 0, 1, 1]);
const B64 = toBase64(BYTES);
const HEX = toHex(BYTES);
const escaped = [...BYTES].map((byte) => `\\x${toHex(Uint8Array.of(byte))}`).join('');
const octal = [...BYTES].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
const URL = 'https://mail.example.test/Microsoft-Server-ActiveSync?Cmd=FolderSync&User=a';

describe('curl commands', () => {
  test.each([
    {
      name: '$-quotes',
      text: `curl -X POST '${URL}' -H 'Content-Type: application/vnd.ms-sync.wbxml' --data-binary $'${escaped}'`,
    },
    { name: 'octal', text: `curl '${URL}' --data-binary $'${octal}'` },
    {
      name: 'lines carried on',
      text: `$ curl -sSk \\\n  "${URL}" \\\n  -H "Content-Type: application/vnd.ms-sync.wbxml" \\\r\n  --data-raw $'${escaped}' \\\n  --compressed`,
    },
    { name: 'a pipe of base64', text: `echo ${B64} | base64 -d | curl -XPOST --data-binary @- '${URL}'` },
    { name: 'a here string', text: `base64 --decode <<< "${B64}" | curl --data-binary @- '${URL}'` },
    {
      name: 'a pipe of hex',
      text: `echo -n '${HEX}' | xxd -r -p | curl -d@- --data-binary @- '${URL}'`,
      twice: true,
    },
    { name: 'printf', text: `printf '${escaped}' | curl --data-binary @- ${URL.replace('&', '\\&')}` },
    { name: 'two commands', text: `ls\ncurl --data-binary $'${escaped}' '${URL}'\n` },
  ])('$name', ({ text, twice }) => {
    const [first] = readPaste(text);
    expect(first?.kind).toBe('curl');
    const request = first?.conversation.exchanges[0]?.request;
    if (!twice) expect(toHex(request?.bytes ?? new Uint8Array(0))).toBe(HEX);
    expect(request?.http).toMatchObject({ method: 'POST', url: URL });
    expect(first?.problems).toEqual([]);
  });

  test('--data drops line ends and NULs of what it reads from elsewhere, as curl does', () => {
    const [first] = readPaste(`echo ${B64} | base64 -d | curl -d @- '${URL}'`);
    expect(toHex(first?.conversation.exchanges[0]?.request?.bytes ?? BYTES)).toBe(
      toHex(BYTES.filter((byte) => byte > 0)),
    );
  });

  test.each([
    {
      name: 'each byte',
      bytes: [3, 1, 0x6a, 0, 0x45, 0xc3, 2, 0xe9, 0, 1],
      escapes: [3, 1, 0x6a, 0, 0x45, 0xc3, 2, 0xe9, 0, 1],
    },
    {
      name: 'each character',
      bytes: [3, 1, 0x6a, 0, 0x45, 3, 0xc3, 0xa9, 0, 1],
      escapes: [3, 1, 0x6a, 0, 0x45, 3, 0xe9, 0, 1],
    },
  ])('a browser that writes $name as \\u', ({ bytes, escapes }) => {
    const written = escapes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('');
    const [first] = readPaste(`curl '${URL}' --data-raw $'${written}'`);
    expect([...(first?.conversation.exchanges[0]?.request?.bytes ?? [])]).toEqual(bytes);
  });

  test('a packed body is unpacked', () => {
    const packed = [...gzipSync(BYTES)].map((byte) => `\\x${toHex(Uint8Array.of(byte))}`).join('');
    const [first] = readPaste(`curl '${URL}' -H 'Content-Encoding: gzip' --data-binary $'${packed}'`);
    expect(toHex(first?.conversation.exchanges[0]?.request?.bytes ?? BYTES)).toBe(HEX);
  });

  test.each([
    { text: `curl --data-binary @request.wbxml '${URL}'`, says: /file request\.wbxml/ },
    { text: `cat a.bin | curl --data-binary @- '${URL}'`, says: /file a\.bin/ },
    { text: `make-body --now | curl --data-binary @- '${URL}'`, says: /output of make-body/ },
  ])('$text: what is not there is said', ({ text, says }) => {
    const [first] = readPaste(text);
    expect(first?.why).toMatch(says);
    expect(first?.problems).toMatchObject([
      { code: 'not-captured', severity: 'error', at: { exchange: 0, side: 'request' } },
    ]);
    expect(first?.conversation.exchanges[0]?.request).not.toHaveProperty('bytes');
  });

  test('what a command printed goes first where the command itself holds no bytes', () => {
    const text = `$ curl --data-binary @a.wbxml '${URL}' | xxd -p\n${HEX}\n`;
    const [first, second] = readPaste(text);
    expect(toHex(first?.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array(0))).toBe(HEX);
    expect(second?.kind).toBe('curl');
  });

  test('characters that stand for lost bytes are said to be lossy', () => {
    const [first] = readPaste(`curl '${URL}' --data-raw $'\\u0003\\u0001j\\u0000E\\ufffd'`);
    expect(first?.problems).toMatchObject([{ code: 'lost-characters' }]);
    expect(first?.conversation.exchanges[0]?.note).toMatch(/lossy/);
  });

  test.each(['curl up with a book', 'the word curl', "curl '", 'curl $', 'curl -', 'curl --data-binary'])(
    '%j ends in a list',
    (text) => {
      expect(readPaste(text).length).toBeGreaterThan(0);
    },
  );
});

test('what flows into a command is read once, as curl does', () => {
  const [first] = readPaste(`echo -n ${B64} | base64 -d | curl --data-binary @- --data-binary @- '${URL}'`);
  const bytes = first?.conversation.exchanges[0]?.request?.bytes ?? new Uint8Array(0);
  expect(toHex(bytes)).toBe(`${HEX}26`);
});

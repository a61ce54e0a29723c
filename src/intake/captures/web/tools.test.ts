import { describe, expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import type { Conversation } from '../../../conversation/index.ts';
import { toBurp, toCharles, toHttpJson } from '../../../testing/tool-files.ts';
import { readPaste } from '../../read-paste.ts';

const BYTES = Uint8Array.from([3, 1, 0x6a, 0, 0x45, 3, 0xe9, 0, 1]);
const http = { method: 'POST', url: '/Microsoft-Server-ActiveSync?Cmd=Sync' };
const talk = (n: number): Conversation => ({
  format: 1,
  title: '',
  exchanges: Array.from({ length: n }, (_, i) => ({
    id: String(i + 1),
    request: { bytes: BYTES, http },
    response: { bytes: BYTES, http: { status: 200 } },
  })),
});
const first = (text: string) => readPaste(text)[0];
const exchangesOf = (text: string) => first(text)?.conversation.exchanges ?? [];

describe('Burp Suite', () => {
  test('items without an answer, and with none of it', () => {
    const text = toBurp(talk(2)).replace(/<response base64[^]*?<\/response>/, '');
    const [one, two] = exchangesOf(
      text.replace(/<response base64[^]*?<\/response>/, '<response base64="true"/>'),
    );
    expect([one?.response, two?.response]).toEqual([undefined, undefined]);
    expect(toHex(two?.request?.bytes ?? BYTES.slice(0, 0))).toBe(toHex(BYTES));
  });

  test('a body that holds the tags of items', () => {
    const inside = new TextEncoder().encode(']] ><item><request></items>');
    const [one, ...others] = exchangesOf(
      toBurp(
        { ...talk(1), exchanges: [{ id: '1', response: { bytes: inside, http: { status: 200 } } }] },
        false,
      ),
    );
    expect(toHex(one?.response?.bytes ?? BYTES)).toBe(toHex(inside));
    expect(others).toEqual([]);
  });

  test('a file that is cut gives the items before', () => {
    const whole = toBurp(talk(3));
    const cut = first(whole.slice(0, whole.lastIndexOf('<item>') + 8));
    expect(
      cut?.conversation.exchanges.slice(0, 2).every(({ response }) => response?.bytes?.length === 9),
    ).toBe(true);
    expect(cut?.problems).toMatchObject([{ code: 'bad-capture', severity: 'error' }]);
    expect(cut?.why).toMatch(/cut off/);
  });

  test('bytes that are lost, and base64 that is none, are said', () => {
    const lossy = toBurp(talk(1), false).replace('\u00e9', '\ufffd');
    expect(first(lossy)?.problems).toMatchObject([
      { code: 'lost-characters', at: { exchange: 0, side: 'request' } },
    ]);
    const bad = toBurp(talk(1)).replace(/(<request base64="true"><!\[CDATA\[)/, '$1%%');
    expect(first(bad)?.problems).toMatchObject([
      { code: 'bad-base64', at: { exchange: 0, side: 'request' }, line: 12 },
    ]);
  });
});

describe('Charles', () => {
  test('tunnels are left out, and said', () => {
    const read = first(toCharles(talk(1)));
    expect(read?.conversation.exchanges).toHaveLength(1);
    expect(read?.why).toMatch(/1 tunnel \(CONNECT\) left out: switch SSL proxying on/);
  });

  test('a body as text, and one that is not there', () => {
    const whole = toCharles(talk(1));
    const indented = /"encoding": "base64",\s+"encoded": "[^"]*"/.exec(whole)?.[0] ?? '';
    const asText = whole.replace(indented, '"text": "\\u0003\\u0001j\\u0000E\\u0003\\u00e9\\u0000\\u0001"');
    expect(toHex(exchangesOf(asText)[0]?.request?.bytes ?? BYTES.slice(0, 0))).toBe(toHex(BYTES));
    const none = first(whole.replace(indented, ''));
    expect(none?.problems).toMatchObject([{ code: 'not-captured', at: { exchange: 0, side: 'request' } }]);
    expect(none?.conversation.exchanges[0]?.request).not.toHaveProperty('bytes');
  });

  test('a file that is cut gives its whole entries', () => {
    const whole = toCharles(talk(3));
    const cut = first(whole.slice(0, -40));
    expect(cut?.conversation.exchanges).toHaveLength(2);
    expect(cut?.problems).toMatchObject([{ code: 'bad-capture', severity: 'error' }]);
  });
});

test('a dissection that holds no body says how to get it', () => {
  const text = toHttpJson(talk(1)).replace(/"http.file_data":"[^"]*"/, '"http.content_length_header":"9"');
  const read = first(text);
  expect(read?.problems).toMatchObject([{ code: 'not-captured', at: { exchange: 0, side: 'request' } }]);
  expect(read?.conversation.exchanges[0]?.note).toMatch(
    /its body of 9 bytes: export it again with raw bytes/,
  );
});

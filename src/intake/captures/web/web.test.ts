import { describe, expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import type { Conversation } from '../../../conversation/index.ts';
import { toFlows, toHar, toSaz, toZip } from '../../../testing/any-capture.ts';
import { readPaste } from '../../read-paste.ts';
import { instantOf } from './instant.ts';

const BYTES = Uint8Array.from([3, 1, 0x6a, 0, 0x45, 3, 0xe9, 0, 1]);
const talk = (n: number): Conversation => ({
  format: 1,
  title: '',
  exchanges: Array.from({ length: n }, (_, i) => ({
    id: String(i + 1),
    request: { bytes: BYTES, http: { method: 'POST', url: '/Microsoft-Server-ActiveSync?Cmd=Sync' } },
    response: { bytes: BYTES, http: { status: 200 } },
  })),
});
const har = (...entries: object[]): string => JSON.stringify({ log: { entries } });
const entry = (
  request: object,
  response: object = { status: 200, headers: [], content: { size: 0 } },
): object => ({
  request: { method: 'POST', url: 'https://a.test/Microsoft-Server-ActiveSync', headers: [], ...request },
  response,
});
const firstRequest = (text: string) => readPaste(text)[0]?.conversation.exchanges[0]?.request;

describe('HAR', () => {
  const single = String.fromCharCode(...BYTES);

  test.each([
    {
      name: 'each character one byte, by its size',
      request: { bodySize: 9, postData: { text: single } },
      hex: toHex(BYTES),
    },
    {
      name: 'base64 beside the text',
      request: { bodySize: 9, _content: { text: 'AwFqAEUB', encoding: 'base64' } },
      hex: '03016a004501',
    },
    {
      name: 'base64 of posted data',
      request: { postData: { text: 'AwFqAEUB', encoding: 'base64' } },
      hex: '03016a004501',
    },
  ])('$name', ({ request, hex }) => {
    expect(toHex(firstRequest(har(entry(request)))?.bytes ?? new Uint8Array(0))).toBe(hex);
  });

  test('headers as pairs and as an object', () => {
    expect(
      firstRequest(
        har(
          entry({
            headers: [
              ['A', 'b'],
              ['a', 'c'],
            ],
          }),
        ),
      )?.http?.headers,
    ).toEqual({ A: 'b, c' });
    expect(firstRequest(har(entry({ headers: { A: 'b' } })))?.http?.headers).toEqual({ A: 'b' });
  });

  test('a body that is lossy, or not there, is said to be', () => {
    const [lossy] = readPaste(har(entry({ postData: { text: '\u0003\u0001j\u0000E\ufffd' } })));
    expect(lossy?.problems).toMatchObject([
      { code: 'lost-characters', at: { exchange: 0, side: 'request' } },
    ]);
    expect(lossy?.conversation.exchanges[0]?.note).toMatch(/^Request: lossy: from byte 5 on U\+FFFD/);
    const [none] = readPaste(
      har(entry({ bodySize: 0 }, { status: 200, headers: [], content: { size: 37 } })),
    );
    expect(none?.problems).toMatchObject([{ code: 'not-captured', at: { exchange: 0, side: 'response' } }]);
    expect(none?.conversation.exchanges[0]?.response).not.toHaveProperty('bytes');
  });

  test('entries are put in the order of time', () => {
    const at = (time: string, url: string): object => ({
      ...entry({ url: `https://a.test/Microsoft-Server-ActiveSync?${url}` }),
      startedDateTime: time,
    });
    const [first] = readPaste(har(at('2026-01-01T10:00:00+01:00', 'b'), at('2026-01-01T08:59:59.9Z', 'a')));
    expect(first?.conversation.exchanges.map(({ request }) => request?.http?.url?.slice(-1))).toEqual([
      'a',
      'b',
    ]);
  });

  test('other hosts are left out, said, and offered', () => {
    const other = entry({ method: 'GET', url: 'https://b.test/picture.png' });
    const [first, second] = readPaste(har(other, entry({}), other));
    expect(first?.conversation.exchanges).toHaveLength(1);
    expect(first?.why).toMatch(/2 exchanges with other hosts left out/);
    expect(second?.conversation.exchanges).toHaveLength(3);
  });

  test('a file that is cut gives its whole entries', () => {
    const text = toHar(talk(3));
    const [first] = readPaste(text.slice(0, text.length - 60));
    expect(first?.conversation.exchanges).toHaveLength(2);
    expect(first?.problems).toMatchObject([{ code: 'bad-capture', severity: 'error' }]);
  });
});

describe('SAZ', () => {
  test('an archive with a password is named as such', () => {
    const [first] = readPaste(toSaz(talk(1), 1));
    expect(first?.problems).toMatchObject([{ code: 'encrypted', severity: 'error' }]);
    expect(first?.why).toMatch(/password/);
  });

  test('one that is cut gives the sessions that are there', () => {
    const whole = toSaz(talk(3));
    const [first] = readPaste(whole.slice(0, Math.floor(whole.length * 0.6)));
    expect(toHex(first?.conversation.exchanges[0]?.request?.bytes ?? new Uint8Array(0))).toBe(toHex(BYTES));
    expect(first?.problems.map(({ code }) => code)).toContain('bad-capture');
  });

  test('another zip archive is still a zip archive', () => {
    expect(readPaste(toZip([{ name: 'a.txt', bytes: BYTES }]))[0]?.why).toMatch(/zip archive/);
  });
});

test('flows of mitmproxy that are cut give those before', () => {
  const whole = toFlows(talk(3));
  const [first] = readPaste(whole.slice(0, -20));
  expect(first?.conversation.exchanges).toHaveLength(2);
  expect(first?.problems).toMatchObject([{ code: 'bad-capture' }]);
});

test.each([
  { text: '2026-03-01T00:00:00Z', after: '2026-02-28T23:59:59.999Z', by: 0.001 },
  { text: '2024-03-01T00:00:00Z', after: '2024-02-29T00:00:00Z', by: 86_400 },
  { text: '2026-01-01T00:00:00-05:00', after: '2026-01-01T00:00:00Z', by: 18_000 },
  { text: '2027-01-01 00:00:00Z', after: '2026-12-31T23:00:00Z', by: 3600 },
])('$text is $by s behind $after', ({ text, after, by }) => {
  expect((instantOf(text) ?? 0) - (instantOf(after) ?? 0)).toBeCloseTo(by, 3);
});

test('what is no time has no place in time', () => {
  expect(instantOf('yesterday')).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { toHex } from '../../../bytes/index.ts';
import type { Message } from '../../../conversation/index.ts';
import { readPaste } from '../../read-paste.ts';

const first = (lines: readonly string[]) => readPaste(`${lines.join('\n')}\n`)[0];
const hex = (message: Message | undefined): string => toHex(message?.bytes ?? new Uint8Array(0));
const told = (lines: readonly string[]) =>
  (first(lines)?.conversation.exchanges ?? []).map(({ request, response }) => [
    `${request?.http?.method ?? ''} ${request?.http?.url ?? ''}`.trim(),
    hex(request),
    response?.http?.status,
    hex(response),
  ]);

const URL = '/Microsoft-Server-ActiveSync?Cmd=FolderSync';
const ASKED = '03016a00000756520330000101';
const ANSWERED = '03016a00000756520331000101';

describe('mod_dumpio of Apache', () => {
  const line = (words: string, client = '10.0.0.1:50000') =>
    `[Sat Aug 31 03:39:25.854282 2019] [dumpio:trace7] [pid 8914] mod_dumpio.c(103): [client ${client}] mod_dumpio:  ${words}`;
  const sizeOf = (data: string): number => data.replace(/\\x..|\\./g, '.').length;
  const piece = (way: string, data: string, lost = 0, client?: string) => [
    line(`dumpio_${way} (data-HEAP): ${sizeOf(data) + lost} bytes`, client),
    line(`dumpio_${way} (data-HEAP): ${data}`, client),
  ];
  const into = (data: string, lost?: number, client?: string) => piece('in', data, lost, client);
  const out = (data: string, lost?: number, client?: string) => piece('out', data, lost, client);
  const start = `POST ${URL} HTTP/1.1\\r\\n`;
  const ANSWER = 'HTTP/1.1 200 OK\\r\\nContent-Length: 13\\r\\n\\r\\n';

  test('lines and bodies in pieces, of two connections at once', () => {
    const other = '10.0.0.2:50001';
    expect(
      told([
        line('dumpio_in [getline-blocking] 0 readbytes'),
        ...into(start),
        ...into(`OPTIONS ${URL} HTTP/1.1\\r\\n`, 0, other),
        ...into('Content-Length: 13\\r\\n'),
        ...into('\\r\\n', 0, other),
        ...into('\\r\\n'),
        ...into('\\x03\\x01j\\x00\\x00\\aVR\\x030\\x00\\x01\\x01'),
        ...out('HTTP/1.1 204 No Content\\r\\n\\r\\n', 0, other),
        ...out(ANSWER),
        ...out('\\x03\\x01j\\x00\\x00\\x07VR\\x031\\x00\\x01\\x01'),
      ]),
    ).toEqual([
      [`POST ${URL}`, ASKED, 200, ANSWERED],
      [`OPTIONS ${URL}`, '', 204, ''],
    ]);
  });

  test('a piece is printed up to its first NUL: the message is cut, and the next one begins where it begins', () => {
    const lines = [
      ...into(`${start}Content-Length: 13\\r\\n\\r\\n`),
      ...into('\\x03\\x01j', 10),
      ...out(`${ANSWER}\\x03\\x01j`, 10),
      ...into(`OPTIONS ${URL} HTTP/1.1\\r\\n\\r\\n`),
      ...out('HTTP/1.1 204 No Content\\r\\n\\r\\n'),
    ];
    expect(told(lines)).toEqual([
      [`POST ${URL}`, '03016a', 200, '03016a'],
      [`OPTIONS ${URL}`, '', 204, ''],
    ]);
    const codes = first(lines)?.problems.map(({ code, at }) =>
      `${code} ${at?.exchange ?? ''} ${at?.side ?? ''}`.trim(),
    );
    expect(codes).toEqual(
      expect.arrayContaining(['cut-off 0 request', 'cut-off 0 response', 'lost-segments']),
    );
  });
});

describe('an access log with bodies', () => {
  test.each([
    {
      name: 'nginx, the request’s body',
      line: `1.2.3.4 - - [01/Jan/2026:10:00:00 +0000] "POST ${URL} HTTP/1.1" 200 13 "-" "Apple-iPhone" "\\x03\\x01j\\x00\\x00\\x07VR\\x030\\x00\\x01\\x01"`,
      is: [`POST ${URL}`, ASKED, 200, ''],
    },
    {
      name: 'nginx, both',
      line: `"POST ${URL} HTTP/1.1" 200 "\\x03\\x01j\\x00\\x00\\x07VR\\x030\\x00\\x01\\x01" "\\x03\\x01j\\x00\\x00\\x07VR\\x031\\x00\\x01\\x01"`,
      is: [`POST ${URL}`, ASKED, 200, ANSWERED],
    },
    {
      name: 'nginx, named the other way round',
      line: `"POST ${URL} HTTP/2.0" 200 resp_body="\\x03\\x01j\\x00\\x00\\x07VR\\x031\\x00\\x01\\x01" req_body="\\x03\\x01j\\x00\\x00\\x07VR\\x030\\x00\\x01\\x01"`,
      is: [`POST ${URL}`, ASKED, 200, ANSWERED],
    },
    {
      name: 'lines of JSON',
      line: `{"request":"POST ${URL} HTTP/1.1","status":"200","request_body":"\\u0003\\u0001j\\u0000\\u0000\\u0007VR\\u00030\\u0000\\u0001\\u0001"}`,
      is: [`POST ${URL}`, ASKED, 200, ''],
    },
  ])('$name', ({ line, is }) => {
    const other = '1.2.3.4 - - "GET /picture.png HTTP/1.1" 200 12 "\\x03\\x01"';
    expect(told([other, line])).toEqual([is]);
    expect(told([line, line])).toEqual([is, is]);
  });

  test('without bodies it is no capture', () => {
    expect(first([`"POST ${URL} HTTP/1.1" 200 13 "a \\x22 b"`])?.kind).not.toBe('server-log');
  });
});

test('what Python’s http.client prints', () => {
  const lines = [
    `send: b'POST ${URL} HTTP/1.1\\r\\nHost: a.test\\r\\nContent-Length: 13\\r\\n\\r\\n'`,
    `send: b"\\x03\\x01j\\x00\\x00\\x07VR\\x030\\x00\\x01\\x01"`,
    `reply: 'HTTP/1.1 200 OK\\r\\n'`,
    'header: Content-Type: application/vnd.ms-sync.wbxml',
    `send: b'OPTIONS ${URL} HTTP/1.1\\r\\nHost: a.test\\r\\n\\r\\n'`,
  ];
  expect(told(lines)).toEqual([
    [`POST ${URL}`, ASKED, 200, ''],
    [`OPTIONS ${URL}`, '', undefined, ''],
  ]);
  const read = first(lines);
  expect(read?.conversation.exchanges[0]?.response).toEqual({
    http: { status: 200, headers: { 'Content-Type': 'application/vnd.ms-sync.wbxml' } },
  });
  expect(read?.problems).toMatchObject([
    { code: 'not-captured', at: { exchange: 0, side: 'response' }, line: 1 },
  ]);
});

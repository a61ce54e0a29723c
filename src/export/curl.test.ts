import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Message } from '../conversation/index.ts';
import { curlCommand } from './curl.ts';

const bytes = fromHex('03016a27') ?? new Uint8Array();
const url = "/Microsoft-Server-ActiveSync?User=o'brien&Cmd=Sync";
const headers = { 'X-MS-PolicyKey': '1', 'Content-Length': '4', 'Accept-Encoding': 'gzip' };
/** To a server of a person's own. */
const sentTo = (server: string, request: Message): string => curlCommand(request, undefined, server);

test('to a server of one’s own the command holds the bytes, the headers and the address', () => {
  expect(sentTo('eas.example.net/', { bytes, http: { method: 'POST', url, headers } })).toBe(
    [
      String.raw`printf '\003\001\152\047' |`,
      String.raw`curl -sS -D - -o reply.bin -X 'POST' -u 'user' \ `.trimEnd(),
      String.raw`  -H 'X-MS-PolicyKey: 1' \ `.trimEnd(),
      String.raw`  -H 'Content-Type:' \ `.trimEnd(),
      String.raw`  --data-binary @- \ `.trimEnd(),
      String.raw`  'https://eas.example.net/Microsoft-Server-ActiveSync?User=o'\''brien&Cmd=Sync' && xxd -p reply.bin`,
      '',
    ].join('\n'),
  );
});

test.each([
  ['', 'https://mail.example.com/Microsoft-Server-ActiveSync?'],
  ['http://localhost:8080', 'http://localhost:8080/Microsoft-Server-ActiveSync?'],
  ['https://a.example/eas', 'https://a.example/eas?'],
])('typed %j it goes to %s', (typed, address) => {
  expect(sentTo(typed, { bytes, http: { url } })).toContain(`'${address}User=`);
});

test('nothing is sent where there is no body', () => {
  const command = sentTo('', { bytes: new Uint8Array(), http: { method: 'OPTIONS', url: '/x' } });
  expect(command).toMatch(/^curl .*-X 'OPTIONS'/);
  expect(command).not.toContain('--data-binary');
});

describe.each([
  { name: 'again', of: (request: Message) => curlCommand(request) },
  { name: 'to a server of one’s own', of: (request: Message) => sentTo('', request) },
])('sent $name', ({ of }) => {
  test('an empty header goes as curl sends one', () => {
    expect(of({ bytes, http: { url, headers: { 'X-Empty': '' } } })).toContain("-H 'X-Empty;'");
  });

  test('nothing is said of how the body was packed on its way', () => {
    const packed = { 'Content-Encoding': 'gzip', 'transfer-encoding': 'chunked', 'X-A': '1' };
    const command = of({ bytes, http: { url, headers: packed } });
    expect(command).not.toMatch(/encoding/i);
    expect(command).toContain("-H 'X-A: 1'");
  });

  test('many bytes are fed as base64', () => {
    expect(of({ bytes: new Uint8Array(600), http: { url } })).toMatch(/^echo '[A-Z]+' \| base64 -d \|/i);
  });
});

test('an account and a server of somebody else stay out of what goes to one’s own', () => {
  const theirs = {
    Host: 'a.example',
    Authorization: 'Basic YTpi',
    Connection: 'close',
    Expect: '100-continue',
  };
  const request: Message = { bytes, http: { url: `https://a.example${url}`, headers: theirs } };
  expect(sentTo('b.example', request)).not.toMatch(/a\.example|YTpi|Connection|Expect/);
  expect(curlCommand(request)).toMatch(/-H 'Host: a\.example'[^]*Basic YTpi/);
});

import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { curlCommand } from './curl.ts';

const bytes = fromHex('03016a27') ?? new Uint8Array();
const url = "/Microsoft-Server-ActiveSync?User=o'brien&Cmd=Sync";
const headers = { 'X-MS-PolicyKey': '1', 'Content-Length': '4', 'Accept-Encoding': 'gzip' };

test('the command holds the bytes, the headers and the address', () => {
  expect(curlCommand({ bytes, http: { method: 'POST', url, headers } }, 'eas.example.net/')).toBe(
    [
      String.raw`printf '\003\001\152\047' |`,
      String.raw`curl -sS -D - -o reply.bin -X 'POST' -u 'user' \ `.trimEnd(),
      String.raw`  -H 'X-MS-PolicyKey: 1' \ `.trimEnd(),
      String.raw`  --data-binary @- \ `.trimEnd(),
      String.raw`  'https://eas.example.net/Microsoft-Server-ActiveSync?User=o'\''brien&Cmd=Sync' && xxd -p reply.bin`,
    ].join('\n'),
  );
});

test.each([
  ['', 'https://mail.example.com/Microsoft-Server-ActiveSync?'],
  ['http://localhost:8080', 'http://localhost:8080/Microsoft-Server-ActiveSync?'],
  ['https://a.example/eas', 'https://a.example/eas?'],
])('typed %j it goes to %s', (typed, address) => {
  expect(curlCommand({ bytes, http: { url } }, typed)).toContain(`'${address}User=`);
});

test('nothing is sent where there is no body', () => {
  const command = curlCommand({ bytes: new Uint8Array(), http: { method: 'OPTIONS', url: '/x' } }, '');
  expect(command).toMatch(/^curl .*-X 'OPTIONS'/);
  expect(command).not.toContain('--data-binary');
});

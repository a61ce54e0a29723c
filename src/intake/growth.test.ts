import { describe, test } from 'vitest';
import { expectLinear } from '../testing/linear.ts';
import { readPaste } from './read-paste.ts';

/** What begins the text, what stands behind it again and again, and what ends it. */
type Shape = readonly [first: string, unit: string, last?: string];

const filled =
  ([first, unit, last = '']: Shape) =>
  (size: number): string =>
    first + unit.repeat(size / unit.length) + last;

const FORMS: readonly Shape[] = [
  ...['(', '&', ';', '|', '&lt;a&gt;', 'a=b&', 'a[0]=0x03;', '/curl ', 'curl ', '; ', '$(', '\n;'].map(
    (unit) => ['', unit] as const,
  ),
  ['a', '\n'],
  ['a', '\r\n'],
  ['a', ' '],
  ['packets:', '\n'],
  ['01010101', ' '],
  ['00000000  03 01\n', ' '],
  ['01010101 ', '01010101\t\r'],
  ['', 'request: 03016a00\n'],
  ['', '00000000  03 01 6a 00\n'],
  ['', '"AwFqAEVO"'],
  ['', 'AwFqAEVO '],
  ['', '"AwFqAEVOTwNFbWFp" + '],
  ['', '\\x03'],
  ['', '<Sync>'],
  ['', '0x0000: 0301 6a00  ..j.\n'],
];

const ITEM = '<item><request>a</request><response>b</response></item>';

const CAPTURES: readonly Shape[] = [
  ['<pdml><packet>', '<field name="http.a" '],
  ['char peer0_0[] = {', 'char peer0_0[] = {'],
  ['data: !!binary', ' '],
  ['1.1.1.1:500: POST https://a/ HTTP/1.1\n << 200\n\n    a', '\n'],
  ["echo 'AAAA'", ' | cat '],
  ["echo 'AAAA' | curl -d @- https://a.test/", "\necho 'AAAA' | curl -d @- https://a.test/"],
  ['<items burpVersion="1">', '<item><time>', '</items>'],
  ['', 'request: <a><a></a>', '</z>'],
  ['"POST /Microsoft-Server-ActiveSync HTTP/1.1" 200 "\\x03', '\\"'],
  ['[{"_source":{"layers":{"http":{"http.request.method":"POST"', ',"http.request.line":"a: b"', '}}}}]'],
  ['[{"_source":{"layers":{"http.a":[{}', ',{"http.request.method":"a"}', ']}}}]'],
  ['{"index":{}}\n{"layers":{"http_http_a":[{}', ',{"http_a":"b"}', ']}}'],
];

const LOGS: readonly Shape[] = [
  ['x >> "[0x3]"\n', 'x >> "\n'],
  ['', "send: b'POST / HTTP/1.1\\r\\n\\r\\n'\nreply: 'HTTP/1.1 200 OK\\r\\n'\n"],
  ['', 'mod_dumpio: dumpio_in (data-HEAP): 9 bytes\nmod_dumpio: dumpio_in (data-HEAP): a\n'],
  ['', '1.1.1.1:500: POST https://a/ HTTP/1.1\n << 200\n    a: b\n\n    <Sync/>\n'],
  ['[XML: Sending data a] : <a>', '%31>'],
  ['RequestBody : \n', 'RequestBody : \n'],
  ['RequestBody : \n<Sync>', '<Status bytes="3"/>'],
  ['EAS - request for device d: <Sync>', '\n<Status/>'],
  ['', "[1] [INFO] cmd='Sync' devId='a'\n[1] [DEBUG] WBXML-IN : AwFqAAU=\n"],
  ["[1] [INFO] cmd='Sync'\n[1] [WBXML] I  <Sync>\n", '[1] [WBXML] I   <Status/>\n'],
  ['', '[1] [WBXML] I  <Foo>\n[1] [WBXML] I  </Foo>\n'],
  ['2024-01-01 00:00:00,000 DEBUG [a:b] [c] sync - <Sync>', '\n<a>'],
  ['{"log":{"entries":[', '{"request":{"url":"a"}},'],
  ['{"log":{"entries":[{"request":{"headers":[', '{"name":"a","value":"b"},', '{}]}}]}}'],
  ['{"entries":', '['],
  ['', '=> Send header, 10 bytes (0xa)\n0000: 47 45 54\n'],
  ['GET / HTTP/1.1\r\n', 'a: b\r\n'],
  ['HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n', '--a\r\n'],
];

describe('twice the text takes twice as long', () => {
  test.each([...FORMS, ...CAPTURES, ...LOGS])('%j, %j again and again', (...shape) => {
    expectLinear(filled(shape as unknown as Shape), readPaste);
  });

  const many = (unit: string, size: number): string => unit.repeat(size / unit.length);
  test.each<readonly [string, (size: number) => string]>([
    ['options of echo', (size) => `echo ${many('-n ', size)} ${many('a ', size)} | curl a.test -d @-`],
    ['data from one pipe', (size) => `echo ${many('A', size)} | curl a.test ${many('-d @- ', size)}`],
  ])('%s', (_, make) => {
    expectLinear(make, readPaste);
  });

  const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  test.each<readonly [string, Shape]>([
    ['flows of mitmproxy', ['', '13:7:request;0:}}']],
    ['flows that are none', ['14:4:type;4:none;}', '0:}']],
    ['files of a zip archive without a directory', ['', `PK\x03\x04${'\0'.repeat(22)}\x0b\0\0\0raw/1_c.txt`]],
    [
      'files of a zip archive with sizes behind',
      ['', `PK\x03\x04\0\0\x08${'\0'.repeat(19)}\x0b\0\0\0raw/1_c.txtP`],
    ],
    ['packets of OBEX', ['', '\x02\0\x08\x48\0\x05\x03\x01']],
    ['short messages', ['', '+CMT: ,20\r\n0051000B91447721436587F900F5A70B0605040B8423F025060330AE\r\n']],
    ['headers of WSP', ['\x25\x06\x85\x9a\x80\0\xae', '\x8e\x02aa']],
    [
      'blocks of pcapng',
      [`\n\r\r\n\x1c\0\0\0M<+\x1a\x01${'\0'.repeat(11)}\x1c\0\0\0`, '\x03\0\0\0\x10\0\0\0\0\0\0\0\x10\0\0\0'],
    ],
    ['beginnings of WBXML', ['\0', '\x03\x01j\0']],
  ])('bytes: %s', (_, shape) => {
    const make = filled(shape);
    expectLinear((size) => bytesOf(make(size)), readPaste);
  });

  test('items of Burp, one of them with a character that is no byte', () => {
    const items: Shape = ['<items burpVersion="1">', ITEM, '\u0100</items>'];
    expectLinear(filled(items), readPaste, { smallest: 260_000, largest: 260_000 });
  });
});

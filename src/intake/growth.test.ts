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

describe('twice the text takes twice as long', () => {
  test.each([...FORMS, ...CAPTURES])('%j, %j again and again', (...shape) => {
    expectLinear(filled(shape as unknown as Shape), readPaste);
  });

  const many = (unit: string, size: number): string => unit.repeat(size / unit.length);
  test.each<readonly [string, (size: number) => string]>([
    ['options of echo', (size) => `echo ${many('-n ', size)} ${many('a ', size)} | curl a.test -d @-`],
    ['data from one pipe', (size) => `echo ${many('A', size)} | curl a.test ${many('-d @- ', size)}`],
  ])('%s', (_, make) => {
    expectLinear(make, readPaste);
  });

  test('items of Burp, one of them with a character that is no byte', () => {
    const items: Shape = ['<items burpVersion="1">', ITEM, '\u0100</items>'];
    expectLinear(filled(items), readPaste, { smallest: 260_000, largest: 260_000 });
  });
});

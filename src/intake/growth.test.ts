import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { readPaste } from './read-paste.ts';

/** UTF-16 units of the smaller text; the larger is ten times as long. */
const SIZE = 30_000;
const TIMES = 10;
/** Times as long that reading ten times the text may take; the square of it would be a hundred. */
const MOST = 40;
/** Milliseconds of processor time below which nothing is told: what is measured then is the compiler and the collector. */
const NOTHING = 150;

/** Milliseconds of processor time that reading takes; of two tries the faster. */
function timeOf(text: string): number {
  const tries = [0, 1].map(() => {
    const before = cpuUsage();
    readPaste(text);
    const { user, system } = cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}

/** What begins the text, and what stands behind it again and again. */
const REPEATED: readonly (readonly [string, string])[] = [
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
  ['<pdml><packet>', '<field name="http.a" '],
  ['char peer0_0[] = {', 'char peer0_0[] = {'],
  ['data: !!binary', ' '],
  ['1.1.1.1:500: POST https://a/ HTTP/1.1\n << 200\n\n    a', '\n'],
  ["echo 'AAAA'", ' | cat '],
  ["echo 'AAAA' | curl -d @- https://a.test/", "\necho 'AAAA' | curl -d @- https://a.test/"],
  ['', 'request: 03016a00\n'],
  ['', '00000000  03 01 6a 00\n'],
  ['', '"AwFqAEVO"'],
  ['', 'AwFqAEVO '],
  ['', '"AwFqAEVOTwNFbWFp" + '],
  ['', '\\x03'],
  ['', '<Sync>'],
];

describe('ten times the text takes ten times as long', () => {
  test.each(REPEATED)('%j and %j again and again', (first, unit) => {
    const time = timeOf(first + unit.repeat(SIZE / unit.length));
    const larger = timeOf(first + unit.repeat((SIZE * TIMES) / unit.length));
    if (larger > NOTHING) expect(larger / Math.max(time, NOTHING / MOST)).toBeLessThan(MOST);
  });
});

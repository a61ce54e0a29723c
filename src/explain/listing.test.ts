import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { listingRows } from './listing.ts';
import { bounded } from '../testing/cpu.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** Every row as `offset | bytes | indented meaning`. */
function rowsOf(hex: string, doctype?: string): string[] {
  const listing = listingRows(decode(bytesOf(hex), doctype === undefined ? {} : { doctype }));
  return Array.from({ length: listing.length }, (_, i) => {
    const { start, hex: shown, more, depth, meaning } = listing.row(i);
    return `${start} | ${shown}${more > 0 ? ` +${more}` : ''} | ${'  '.repeat(depth)}${meaning}`;
  });
}

describe('rows', () => {
  test('the Sync answer of 37 bytes', () => {
    const hex = '03016a00 0000 45 4e033100 01 4b033100 01 5c 4f 4b033100 01 52033100 01 4e033100 01 01 01 01';
    expect(rowsOf(hex)).toEqual([
      '0 | 03 01 6a 00 | header: WBXML 1.3, public id 1, UTF-8, no string table',
      '4 | 00 00 | switch to page 0 AirSync',
      '6 | 45 | <Sync>',
      '7 | 4e |   <Status>',
      '8 | 03 31 00 |     "1"',
      '11 | 01 |   </Status>',
      '12 | 4b |   <SyncKey>',
      '13 | 03 31 00 |     "1"',
      '16 | 01 |   </SyncKey>',
      '17 | 5c |   <Collections>',
      '18 | 4f |     <Collection>',
      '19 | 4b |       <SyncKey>',
      '20 | 03 31 00 |         "1"',
      '23 | 01 |       </SyncKey>',
      '24 | 52 |       <CollectionId>',
      '25 | 03 31 00 |         "1"',
      '28 | 01 |       </CollectionId>',
      '29 | 4e |       <Status>',
      '30 | 03 31 00 |         "1"',
      '33 | 01 |       </Status>',
      '34 | 01 |     </Collection>',
      '35 | 01 |   </Collections>',
      '36 | 01 | </Sync>',
    ]);
  });

  test('a service indication, with attributes, value pieces and packed dates', () => {
    const hex =
      '02056a00 45 c6 0c 03 787900 85 03 612f6200 0a c307 20260102030405 07 10 c304 20260131 01 03 4869 00 01 01';
    expect(rowsOf(hex)).toEqual([
      '0 | 02 05 6a 00 | header: WBXML 1.2, public id 5 (Service Indication 1.0), UTF-8, no string table',
      '4 | 45 | <si>',
      '5 | c6 |   <indication …>',
      '6 | 0c |     href="http://"',
      '7 | 03 78 79 00 |       "xy"',
      '11 | 85 |       ".com/"',
      '12 | 03 61 2f 62 00 |       "a/b"',
      '17 | 0a |     created=',
      '18 | c3 07 20 26 01 02 03 04 05 |       data, 7 bytes: 2026-01-02T03:04:05Z',
      '27 | 07 |     action="signal-medium"',
      '28 | 10 |     si-expires=',
      '29 | c3 04 20 26 01 31 |       data, 4 bytes: 2026-01-31T00:00:00Z',
      '35 | 01 |     end of the attributes',
      '36 | 03 48 69 00 |     "Hi"',
      '40 | 01 |   </indication>',
      '41 | 01 | </si>',
    ]);
  });

  test('a string table, names from it, attributes without names, a PI, ENTITY and a tag without content', () => {
    const hex =
      '03016a 0c 7072650048692c20796f7500' + // "pre" at 0, "Hi, you" at 4
      '43 04 00 03 7800 01' + // PI pre="x"
      'c7 09 8304 86 00 01 08 01' + // an element with two attributes and a switch between
      '8304 02 8120 c4 00 05 03 00 01 44 04 01 08 01';
    expect(rowsOf(hex, 'none')).toEqual([
      '0 | 03 01 6a 0c | header: WBXML 1.3, public id 1, UTF-8, string table of 12 bytes',
      '4 | 70 72 65 00 | string at 0: "pre"',
      '8 | 48 69 2c 20 79 6f 75 00 | string at 4: "Hi, you"',
      '16 | 43 | processing instruction',
      '17 | 04 00 |   pre=',
      '19 | 03 78 00 |     "x"',
      '22 | 01 | end of the processing instruction',
      '23 | c7 | <tag-0x07 …>',
      '24 | 09 |   attr-0x09=',
      '25 | 83 04 |     "Hi, you", string 4 of the table',
      '27 | 86 |     value 0x86',
      '28 | 00 01 |   switch to attribute page 1',
      '30 | 08 |   attr-0x08=',
      '31 | 01 |   end of the attributes',
      '32 | 83 04 |   "Hi, you", string 4 of the table',
      '34 | 02 81 20 |   character "\\u00a0", U+00A0',
      '37 | c4 00 |   <literal:pre …>',
      '39 | 05 |     attr-0x05=',
      '40 | 03 00 |       ""',
      '42 | 01 |     end of the attributes',
      '43 | 44 04 |     <literal:Hi, you>',
      '45 | 01 |     </literal:Hi, you>',
      '46 | 08 |     <tag-0x08/>',
      '47 | 01 |   </literal:pre>',
    ]);
  });

  test.each([
    { hex: '', rows: [] },
    { hex: '03', rows: ['0 | 03 | header: WBXML 1.3'] },
    { hex: '0301', rows: ['0 | 03 01 | header: WBXML 1.3, public id 1'] },
    {
      hex: '0301ff',
      rows: [
        '0 | 03 01 | header: WBXML 1.3, public id 1',
        '2 | ff | not read, 1 byte: expected the charset (an mb_u_int32), found end of input',
      ],
    },
    {
      hex: '03016a05 6162',
      rows: [
        '0 | 03 01 6a 05 | header: WBXML 1.3, public id 1, UTF-8, string table of 5 bytes',
        '4 | 61 62 | not read, 2 bytes: expected a string table of 5 bytes, found 2 bytes to the end of input',
      ],
    },
    {
      hex: '03016a00 45 03 6162',
      rows: [
        '0 | 03 01 6a 00 | header: WBXML 1.3, public id 1, UTF-8, no string table',
        '4 | 45 | <Sync>',
        '5 | 03 61 62 |   "ab"',
      ],
    },
    {
      hex: '03016a00 45 c3 7f 0102',
      rows: [
        '0 | 03 01 6a 00 | header: WBXML 1.3, public id 1, UTF-8, no string table',
        '4 | 45 | <Sync>',
        '5 | c3 7f 01 02 |   data, 2 bytes',
      ],
    },
    {
      hex: '03016a00 45 8305 01 46',
      rows: [
        '0 | 03 01 6a 00 | header: WBXML 1.3, public id 1, UTF-8, no string table',
        '4 | 45 | <Sync>',
        '5 | 83 05 |   string 5, outside the string table',
        '7 | 01 | </Sync>',
        '8 | 46 | not read, 1 byte: expected the end of input, or a PI, found a tag (46)',
      ],
    },
    {
      hex: '03016a00 45 0063 6a 00',
      rows: [
        '0 | 03 01 6a 00 | header: WBXML 1.3, public id 1, UTF-8, no string table',
        '4 | 45 | <Sync>',
        '5 | 00 63 |   switch to page 99',
        '7 | 6a |   <page-99:tag-0x2A>',
        '8 | 00 |     not read, 1 byte: expected a page number, found end of input',
      ],
    },
    {
      hex: '0000800000',
      rows: ['0 | 00 00 80 00 00 | header: WBXML 1.0, public id outside the string table, no string table'],
    },
  ])('damaged: $hex', ({ hex, rows }) => {
    expect(rowsOf(hex).slice(0, rows.length + 1)).toEqual(rows);
  });

  test('long bytes are cut, and say how much is missing; a byte or two more are shown', () => {
    const tenBytes = `03016a00 45 03 ${'61'.repeat(8)} 00 01`;
    expect(rowsOf(tenBytes)[2]).toBe('5 | 03 61 61 61 61 61 61 61 61 00 |   "aaaaaaaa"');
    const elevenBytes = `03016a00 45 03 ${'61'.repeat(9)} 00 01`;
    expect(rowsOf(elevenBytes)[2]).toBe('5 | 03 61 61 61 61 61 61 61 +3 |   "aaaaaaaaa"');
    const long = `03016a00 45 03 ${'61'.repeat(1_240)} 00 01`;
    expect(rowsOf(long)[2]).toBe(`5 | 03 61 61 61 61 61 61 61 +1234 |   "${'a'.repeat(60)}" …`);
  });

  test('how much is shown can be chosen', () => {
    const listing = listingRows(decode(bytesOf('03016a00 45 03 616263646566 00 01')), { bytes: 2, text: 3 });
    expect(listing.row(2)).toMatchObject({ hex: '03 61', shown: 2, more: 6, meaning: '"abc" …' });
  });
});

test('a row knows its tokens, a token its row, a byte its row', () => {
  const listing = listingRows(decode(bytesOf('03016a00 45 4b 033100 01 01')));
  expect(listing.row(0)).toMatchObject({ token: 0, tokensEnd: 4, kind: 'header' });
  expect(listing.row(1)).toMatchObject({ token: 4, tokensEnd: 5, kind: 'tag' });
  expect([0, 3, 4, 8, 9].map((token) => listing.rowOfToken(token))).toEqual([0, 0, 1, 5, -1]);
  expect([-1, 0, 3, 4, 7, 10, 11].map((offset) => listing.rowOfOffset(offset))).toEqual([
    -1, 0, 0, 1, 3, 5, -1,
  ]);
});

test('five megabytes: depths in one pass, rows when asked for', () => {
  const bytes = new Uint8Array(5_000_000).fill(0x08); // an empty tag each: as many tokens as can be
  bytes.set([3, 1, 0x6a, 0, 0x45]);
  bytes[bytes.length - 1] = 1;
  const decoded = decode(bytes);
  const listing = bounded('setting up', () => listingRows(decoded), 1);
  expect(listing.length).toBe(bytes.length - 3);
  bounded(
    'a thousand rows',
    () => {
      for (let i = 0; i < listing.length; i += 5_000) expect(listing.row(i).meaning).not.toBe('');
    },
    1,
  );
});

test('one string of five megabytes is one row, made at once', () => {
  const bytes = new Uint8Array(5_000_000).fill(0x61);
  bytes.set([3, 1, 0x6a, 0, 0x45, 3]);
  bytes.set([0, 1], bytes.length - 2);
  const listing = listingRows(decode(bytes));
  bounded(
    'a thousand times its row',
    () => {
      for (let i = 0; i < 1000; i++) expect(listing.row(2).more).toBe(5_000_000 - 6 - 8);
    },
    1,
  );
});

test('a million levels deep', () => {
  const bytes = new Uint8Array(1_000_000).fill(0x45);
  bytes.set([3, 1, 0x6a, 0]);
  const listing = listingRows(decode(bytes));
  expect(listing.row(listing.length - 1)).toMatchObject({ depth: 999_995, meaning: '<Sync>' });
});

import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { explain } from './explain.ts';
import { explanationLines } from './explanation-lines.ts';
import type { ExplainContext } from './explanation.ts';
import { bounded } from '../testing/cpu.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());
const SYNC_37 = '03016a00 0000 45 4e033100 01 4b033100 01 5c 4f 4b033100 01 52033100 01 4e033100 01 01 01 01';

function linesAt(hex: string, offset: number, context?: ExplainContext): string[] {
  return explanationLines(explain(read(hex), offset, context)).map(({ label, text }) => `${label}: ${text}`);
}
const notesAt = (hex: string, offset: number, context?: ExplainContext) =>
  explain(read(hex), offset, context).notes;

describe('the Sync answer of 37 bytes', () => {
  test('the tag at byte 12, whole', () => {
    const explanation = explain(read(SYNC_37), 12);
    expect(explanation).toMatchObject({
      offset: 12,
      hex: '4b',
      bits: '0100 1011',
      summary: '4b = 0100 1011 · content follows · 0b SyncKey · page 0 AirSync',
      start: 12,
      end: 13,
      token: { index: 9, kind: 'tag', name: 'tag', meaning: '<SyncKey>' },
      part: { name: 'token', start: 12, end: 13, text: 'SyncKey tag, content follows' },
      page: { space: 'tag', number: 0, name: 'AirSync', since: 4 },
      element: {
        name: 'SyncKey',
        start: 12,
        end: 17,
        page: 0,
        pageName: 'AirSync',
        code: 0x0b,
        type: 'string',
        versions: 'every version',
        legacy: false,
        source: 'MS-ASWBXML §2.1.2.1.1, MS-ASCMD',
      },
      value: { of: 'SyncKey', kind: 'text', text: '"1"', size: 1 },
      problems: [],
      source: 'WAP-192-WBXML §5.8.2',
    });
    expect(explanation.path.steps.map(({ name, offset }) => `${name} ${offset}`)).toEqual([
      'Sync 6',
      'SyncKey 12',
    ]);
  });

  test('the same as lines', () => {
    expect(linesAt(SYNC_37, 12)).toEqual([
      'Byte 12: SyncKey tag, content follows',
      'Bits: 4b = 0100 1011',
      'Bit 7: 0, no attributes',
      'Bit 6: 1, content follows',
      'Bits 5–0: 001011, 0b SyncKey',
      'Token: tag, byte 12: <SyncKey>',
      'Code page: 0 AirSync, since byte 4',
      'Path: Sync > SyncKey',
      'Element: SyncKey, bytes 12–16, type string, in every version',
      expect.stringMatching(/^For: Names the state/),
      'Value: "1"',
      'Source: WAP-192-WBXML §5.8.2; MS-ASWBXML §2.1.2.1.1, MS-ASCMD',
    ]);
  });

  test.each([
    { at: 0, summary: '03 = 0000 0011 · version, WBXML 1.3' },
    { at: 4, summary: '00 = 0000 0000 · SWITCH_PAGE: a page number follows' },
    { at: 9, summary: '31 = 0011 0001 · "1", character 1 of "1" · page 0 AirSync' },
    { at: 36, summary: '01 = 0000 0001 · END of Sync · page 0 AirSync' },
    { at: 37, summary: 'end of input, after 37 bytes' },
  ])('byte $at: $summary', ({ at, summary }) => {
    expect(explain(read(SYNC_37), at).summary).toBe(summary);
  });

  test('the status has its words at each of its bytes', () => {
    for (const at of [7, 8, 9, 10, 11]) {
      expect(explain(read(SYNC_37), at).value?.lines[0]).toEqual({ label: 'Status', text: '1: success' });
    }
  });

  test('the first switch changes nothing, and is told so', () => {
    expect(notesAt(SYNC_37, 5)).toEqual([
      'Page 0 AirSync is in force already: these two bytes change nothing.',
    ]);
    expect(notesAt('03016a00 45 0002 54', 5)).toEqual(['From here on tags are read with page 2 Email.']);
  });

  test('an END says what it closes', () => {
    expect(notesAt(SYNC_37, 16)).toEqual(['Closes SyncKey, which begins at byte 12.']);
  });
});

describe('notes', () => {
  test('why the document type is what it is', () => {
    expect(notesAt('03016a00 45', 1)).toEqual(['Public id 1 (“unknown”) is what ActiveSync sends.']);
  });

  test('a charset that is left open', () => {
    expect(notesAt('030100 00 45', 2)[0]).toMatch(/Strings are read as UTF-8/);
    const given = decode(fromHex('0301000045') ?? new Uint8Array(), { charset: 4 });
    expect(explain(given, 2).notes[0]).toMatch(/ISO-8859-1: the transport says so/);
    expect(notesAt('03016a00 45', 2)).toEqual([]);
  });

  test('a tag that the version of the message does not have', () => {
    const conversationMode = '03016a00 45 67 03 3100 01';
    expect(notesAt(conversationMode, 5, { version: '12.1' })).toEqual([
      'Not a tag of version 12.1, which this message is in.',
    ]);
    expect(notesAt(conversationMode, 5, { version: '14.0' })).toEqual([]);
    expect(notesAt(conversationMode, 5, { version: '99' })).toEqual([]);
  });

  test('a tag of old, a tag without END, a code that other pages have', () => {
    expect(notesAt('03016a00 45 19', 5)).toEqual([
      'Without content no END follows.',
      'The current MS-ASWBXML does not list this tag any more.',
    ]);
    expect(notesAt('03016a00 45 7b', 5)).toEqual([
      'This page has no such tag. The code is CompressedRTF on page 1 Contacts, Status on page 2 Email, ' +
        'OnlineMeetingExternalLink on page 4 Calendar and others.',
    ]);
  });

  test('where a string of the table stands', () => {
    expect(notesAt('03016a04 61006200 45 83 02 01', 9)).toEqual([
      'The string stands in the table, from byte 6 on.',
    ]);
    expect(notesAt('03016a00 45 83 02 01', 5)).toEqual([]);
  });

  test('data that is a message itself, and data that is not', () => {
    const inner = '03016a00 45 01';
    expect(notesAt(`03016a00 45 c3 06 ${inner} 01`, 8)).toEqual([
      'The data reads as WBXML itself, with the root Sync.',
    ]);
    expect(notesAt('03016a00 45 c3 06 010203040506 01', 8)).toEqual([]);
    expect(notesAt('02056a00 86 0a c3 04 20260131 01', 9)[0]).toMatch(/packed-date.*2026-01-31/);
  });

  test('bytes that were not read: why, and how many', () => {
    expect(notesAt('03016a00 45 01 4546', 7)).toEqual([
      'Reading ended here: expected the end of input, or a PI, found a tag (45).',
      'The rest, bytes 6–7, is kept as it is.',
    ]);
  });
});

describe('attributes', () => {
  const push = '02056a00 45 86 0c 03 787900 85 0a c3 07 20260102030405 01 01';

  test('name, value and its words at each byte of one', () => {
    for (const at of [6, 7, 8, 9, 10, 11]) {
      const { attribute, value, element } = explain(read(push), at);
      expect(attribute).toEqual({ name: 'href', start: 6 });
      expect(value).toMatchObject({ of: 'href', text: '"http://xy.com/"' });
      expect(value?.lines).toEqual([{ label: 'Address', text: 'http, host xy.com' }]);
      expect(element?.name).toBe('indication');
    }
    expect(explain(read(push), 16).value?.lines).toEqual([
      { label: 'Date', text: 'Friday, 2 January 2026, 03:04:05 UTC' },
    ]);
  });

  test('the END of the list belongs to no attribute', () => {
    expect(explain(read(push), 22).attribute).toBeUndefined();
  });

  test('a switch before a start is not part of the attribute before it', () => {
    const hex = '03016a00 85 05 03 6100 0001 06 0000 85 01';
    expect(explain(read(hex), 9).attribute).toBeUndefined();
    expect(explain(read(hex), 12).attribute?.start).toBe(11);
  });
});

describe('numbers', () => {
  test('digit group by digit group', () => {
    expect(linesAt('03016a00 45 02 8120 01', 7)).toContain('Number: 81 20 → 1 × 128 + 32 = 160');
  });
  test('not where there is none', () => {
    expect(explain(read('03016a00 45'), 4).number).toBeUndefined();
  });
});

describe('problems and the end', () => {
  test('a problem stands at each of its bytes and nowhere else', () => {
    const hex = '03016a00 45 7f 01';
    expect(explain(read(hex), 5).problems.map(({ code }) => code)).toEqual(['unknown-tag']);
    expect(explain(read(hex), 4).problems).toEqual([]);
    expect(linesAt(hex, 5)).toContain(
      'Warning: expected a tag of code page 0 (AirSync), found 3f; shown as tag-0x3F',
    );
  });

  test('past the end: what is missing', () => {
    expect(notesAt('03016a00 45 5c', 6)).toEqual([
      'Missing here: END of 2 open elements; they end with the input.',
    ]);
    expect(linesAt('03016a00 45 5c', 6).slice(0, 2)).toEqual([
      'End: end of input, after 6 bytes',
      'Note: Missing here: END of 2 open elements; they end with the input.',
    ]);
    expect(notesAt('03016a00 45', 5)).toEqual(['Missing here: END of the root; it ends with the input.']);
    expect(notesAt(SYNC_37, 37)).toEqual([]);
  });

  test('an empty input', () => {
    expect(explain(read(''), 0)).toMatchObject({ summary: 'the input is empty', start: 0, end: 0, hex: '' });
    expect(notesAt('', 0)).toEqual(['Missing here: a version byte; nothing could be read.']);
  });

  test.each([-1, 38, 1e12, 1.5, NaN, Infinity])('offset %d is answered with the end', (offset) => {
    expect(explain(read(SYNC_37), offset).offset).toBe(37);
  });
});

test('the direction of a message is heeded', () => {
  const key = '03016a00 45 4b 03 3000 01 01';
  expect(explain(read(key), 5, { side: 'response' }).value?.lines[0]?.text).toMatch(
    /phone has to begin anew/,
  );
});

test('a million levels deep, an answer is made at once', () => {
  const bytes = new Uint8Array(1_000_000).fill(0x45);
  bytes.set([3, 1, 0x6a, 0]);
  const decoded = decode(bytes);
  expect(decoded.problems).toHaveLength(1); // worked out here, not in the time below
  const { path } = bounded('an explanation', () => explain(decoded, 999_999), 0.5);
  expect(path.skipped).toBe(999_996 - 31);
});

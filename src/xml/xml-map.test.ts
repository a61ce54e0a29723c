import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { anyDocument } from '../testing/any-document.ts';
import { sampleMessages } from '../testing/corpus.ts';
import { bytesToXml, readXml, type XmlRead } from './index.ts';

const EAS = '03016a0045';
const HEAD = 5;

/** Reads the text of `Sync` with that content. */
function contentOf(hex: string): { read: XmlRead; text: string } {
  const text = bytesToXml(fromHex(`${EAS}${hex.replaceAll(' ', '')}01`) ?? new Uint8Array(0));
  return { read: readXml(text), text };
}

const part = (text: string, span: { start: number; end: number } | undefined) =>
  span && text.slice(span.start, span.end);

describe('a byte of a string is its character, both ways', () => {
  test.each([
    { what: 'ASCII', hex: '03 61 62 63 00', at: 2, bytes: 1, text: 'b' },
    { what: 'two bytes of UTF-8', hex: '03 61 c3 a9 63 00', at: 3, bytes: 2, text: 'é' },
    { what: 'four bytes of UTF-8', hex: '03 f0 9f 99 82 63 00', at: 2, bytes: 4, text: '🙂' },
    { what: 'behind an emoji', hex: '03 f0 9f 99 82 63 00', at: 5, bytes: 1, text: 'c' },
    { what: 'an entity', hex: '03 61 26 62 00', at: 2, bytes: 1, text: '&amp;' },
    { what: 'behind an entity', hex: '03 61 26 62 00', at: 3, bytes: 1, text: 'b' },
    { what: 'a reference of three bytes', hex: '03 61 e2 80 a8 62 00', at: 3, bytes: 3, text: '&#x2028;' },
    { what: 'CR LF', hex: '03 61 0d 0a 62 00', at: 3, bytes: 2, text: '\n' },
    { what: 'behind CR LF', hex: '03 61 0d 0a 62 00', at: 4, bytes: 1, text: 'b' },
    { what: 'a lone LF beside CR LF', hex: '03 61 0d 0a 62 0a 00', at: 5, bytes: 1, text: '&#10;' },
    { what: 'a bytes mark', hex: '03 61 07 62 00', at: 2, bytes: 1, text: '<?wbxml bytes="07"?>' },
    { what: 'behind a bytes mark', hex: '03 61 07 62 00', at: 3, bytes: 1, text: 'b' },
    { what: 'CDATA', hex: 'c3 03 61 62 63', at: 3, bytes: 1, text: 'b' },
    { what: 'CDATA with CR LF', hex: 'c3 05 61 0d 0a 62 63', at: 6, bytes: 1, text: 'c' },
    { what: '> of ]]> in CDATA', hex: 'c3 04 5d 5d 3e 61', at: 4, bytes: 1, text: '>' },
    {
      what: 'what looks like a reference in CDATA',
      hex: 'c3 06 26 61 6d 70 3b 62',
      at: 7,
      bytes: 1,
      text: 'b',
    },
  ])('$what', ({ hex, at, bytes, text }) => {
    const { read, text: all } = contentOf(hex);
    const from = HEAD + at;
    const span = read.map.toText(from, from + 1);
    expect(part(all, span)).toBe(text);
    const back = read.map.toBytes(span?.start ?? 0, span?.end ?? 0);
    expect(back && back.end - back.start).toBe(bytes);
    expect(back && back.start <= from && from < back.end).toBe(true);
  });

  test('in a charset of two bytes', () => {
    const text = bytesToXml(fromHex('0301876800450300610062000001') ?? new Uint8Array(0));
    const { map } = readXml(text);
    expect(part(text, map.toText(9, 10))).toBe('b');
    expect(part(text, map.toText(10, 11))).toBe('b');
    expect(map.toBytes(text.lastIndexOf('b'), text.lastIndexOf('b') + 1)).toEqual({ start: 9, end: 11 });
  });
});

describe('tags, marks and layout', () => {
  const { read, text } = contentOf('00 02 15 00 00 4b 03 31 00 01 00 63');
  test('a tag is its bytes with the SWITCH_PAGE before it', () => {
    const at = text.indexOf('<email:Read/>');
    expect(read.map.toBytes(at, at + 13)).toEqual({ start: 5, end: 8 });
    expect(read.map.toBytes(at + 3, at + 4)).toEqual({ start: 5, end: 8 });
    expect(part(text, read.map.toText(5, 6))).toBe('<email:Read/>');
  });
  test('an end tag is its END, the root its tag', () => {
    const at = text.indexOf('</SyncKey>');
    expect(read.map.toBytes(at, at + 1)).toEqual({ start: 14, end: 15 });
    expect(part(text, read.map.toText(14, 15))).toBe('</SyncKey>');
    expect(part(text, read.map.toText(4, 5))).toMatch(/^<Sync .*>$/);
  });
  test('a mark is the bytes it stands for', () => {
    expect(part(text, read.map.toText(15, 17))).toBe('<?wbxml switch-page="99"?>');
  });
  test('layout is no bytes, and there is nothing outside', () => {
    const at = text.indexOf('\n  <email') + 1;
    expect(read.map.toBytes(at, at + 1)).toBeUndefined();
    expect(read.map.toText(400, 401)).toBeUndefined();
  });
  test('a range is all it touches', () => {
    const [from, to] = [text.indexOf('<SyncKey>'), text.indexOf('</SyncKey>')];
    expect(read.map.toBytes(from + 2, to + 2)).toEqual({ start: 8, end: 15 });
    expect(part(text, read.map.toText(11, 15))).toBe('1</SyncKey>');
  });
});

/** Every byte behind the header must lead to text, and that text back to the byte. */
function expectEveryByteHasText(bytes: Uint8Array, what: string): void {
  const decoded = decode(bytes);
  const { header } = decoded.document;
  const text = bytesToXml(bytes);
  const { map } = readXml(text);
  for (let at = header?.tableEnd ?? 0; at < bytes.length; at++) {
    const span = map.toText(at, at + 1);
    if (!span) expect.fail(`${what}: byte ${at} has no text\n${toHex(bytes)}\n${text}`);
    const inside = span.start >= 0 && span.start <= span.end && span.end <= text.length;
    const back = map.toBytes(span.start, span.end);
    if (!inside || !back || back.start > at || back.end <= at) {
      expect.fail(
        `${what}: byte ${at} → ${span.start}–${span.end} → ${back?.start}–${back?.end}\n${toHex(bytes)}\n${text}`,
      );
    }
  }
}

describe('every byte behind the header has text that leads back to it', () => {
  test('in the samples', () => {
    for (const { name, bytes } of sampleMessages())
      if (bytes.length < 1200) expectEveryByteHasText(bytes, name);
  });
  test('in documents of every token form', () => {
    fc.assert(
      fc.property(anyDocument, (bytes) => expectEveryByteHasText(bytes, '')),
      { numRuns: 1500 },
    );
  });
});

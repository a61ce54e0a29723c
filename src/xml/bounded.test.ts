import { memoryUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { sameBytes } from '../bytes/index.ts';
import { decode, encode } from '../doctypes/index.ts';
import { bounded } from '../testing/cpu.ts';
import { readXml, toXml } from './index.ts';

const MILLION = 1_000_000;
const MANY = 100_000;
const MORE = 300_000; // of what takes longer than a tag
const EAS = [0x03, 0x01, 0x6a, 0x00];
const SI = [0x03, 0x05, 0x6a, 0x00];

function bytesOf(...parts: ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function times(count: number, ...piece: number[]): Uint8Array {
  const bytes = new Uint8Array(count * piece.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = piece[i % piece.length] ?? 0;
  return bytes;
}

/** An inline string of `count` times the text. */
const string = (text: string, count: number): Uint8Array =>
  bytesOf([0x03], times(count, ...new TextEncoder().encode(text)), [0x00]);

/** Everything that the page asks of a message, each step within bounds. Gives the length of its text. */
function everything(bytes: Uint8Array): number {
  const decoded = bounded('decode', () => decode(bytes));
  const { tokens } = decoded;
  bounded('problems', () => decoded.problems);
  bounded('encode', () => expect(sameBytes(encode(decoded.document), bytes)).toBe(true));
  bounded('the tree', () => [
    tokens.past(0),
    tokens.ancestors(tokens.length - 1),
    tokens.atOffset(bytes.length - 1),
  ]);
  const text = bounded('toXml', () => toXml(decoded));
  const read = bounded('readXml', () => readXml(text));
  expect(read.bytes && sameBytes(read.bytes, bytes), 'law 2').toBe(true);
  bounded('the map', () => {
    for (const at of [0, 5, bytes.length >> 1, bytes.length - 1]) read.map.toText(at, at + 1);
    for (const at of [0, 5, text.length >> 1, text.length - 1]) read.map.toBytes(at, at + 1);
    return [read.map.toText(0, bytes.length), read.map.toBytes(0, text.length)];
  });
  return text.length;
}

describe('ten bytes that claim gigabytes', () => {
  test.each([
    { what: 'OPAQUE of 2³¹', bytes: [...EAS, 0x45, 0xc3, 0x88, 0x80, 0x80, 0x80, 0x00] },
    { what: 'OPAQUE of 2³² − 1', bytes: [...EAS, 0x45, 0xc3, 0x8f, 0xff, 0xff, 0xff, 0x7f] },
    { what: 'OPAQUE of 2³⁵ − 1', bytes: [...EAS, 0x45, 0xc3, 0xff, 0xff, 0xff, 0xff, 0x7f] },
    { what: 'OPAQUE of 2³¹ in an attribute', bytes: [...SI, 0x85, 0x0b, 0xc3, 0x88, 0x80, 0x80, 0x80, 0x00] },
    { what: 'a string table of 2³² − 1', bytes: [0x03, 0x01, 0x6a, 0x8f, 0xff, 0xff, 0xff, 0x7f, 0x05] },
    { what: 'a reference to 2³² − 1', bytes: [...EAS, 0x45, 0x83, 0x8f, 0xff, 0xff, 0xff, 0x7f, 0x01] },
  ])('$what: a problem with its place, and nothing allocated', ({ bytes }) => {
    const before = memoryUsage();
    const length = everything(Uint8Array.from(bytes));
    const after = memoryUsage();
    expect(length).toBeLessThan(200);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(MILLION);
    expect(decode(Uint8Array.from(bytes)).problems.length).toBe(1);
  });
});

describe('references to the string table that would blow the text up', () => {
  const table = bytesOf([0x84, 0x80, 0x00], times(65_535, 0x61), [0x00]); // 64 kB
  const head = (type: number) => bytesOf([0x03, type, 0x6a], table);
  test.each([
    { what: 'in content', bytes: bytesOf(head(1), [0x45], times(30_000, 0x83, 0x00), [0x01]) },
    { what: 'in one value', bytes: bytesOf(head(5), [0x85, 0x0b], times(30_000, 0x83, 0x00), [0x01]) },
    {
      what: 'in many values',
      bytes: bytesOf(head(5), [0x45], times(10_000, 0x86, 0x0b, 0x83, 0x00, 0x01), [0x01]),
    },
  ])('$what', ({ bytes }) => {
    expect(everything(bytes)).toBeLessThan(40 * bytes.length);
  });

  test('as names of tags', () => {
    const name = bytesOf([0x03, 0x01, 0x6a, 0x81, 0x00], times(127, 0x61), [0x00]);
    const bytes = bytesOf(name, [0x45], times(MANY, 0x04, 0x00), [0x01]);
    expect(everything(bytes)).toBeLessThan(40 * bytes.length);
  });
});

test('a text that no string could hold is told as bytes', () => {
  const bytes = bytesOf(EAS, times(30, 0x45), times(300_000, 0x16), times(30, 0x01));
  const decoded = decode(bytes);
  const whole = toXml(decoded);
  for (const longest of [1000, 100_000, 1_000_000]) {
    const text = toXml(decoded, longest);
    expect(text).toMatch(/^<\?wbxml bytes="\s*03016a0045/);
    expect(sameBytes(readXml(text).bytes ?? new Uint8Array(0), bytes)).toBe(true);
  }
  expect(toXml(decoded, whole.length)).toBe(whole);
});

describe('hundreds of thousands of anything, and a million levels and siblings, are linear', () => {
  const root = (...inside: ArrayLike<number>[]) => bytesOf(EAS, [0x45], ...inside, [0x01]);
  const list = (...inside: ArrayLike<number>[]) => bytesOf(SI, [0xc5], ...inside, [0x01, 0x01]);
  test.each([
    { what: 'levels', bytes: bytesOf(EAS, times(MILLION, 0x45), times(MILLION, 0x01)) },
    { what: 'levels, none closed', bytes: bytesOf(EAS, times(MANY, 0x45)) },
    { what: 'siblings', bytes: root(times(MILLION, 0x0b)) },
    { what: 'attributes', bytes: list(times(MORE, 0x0b)) },
    { what: 'attributes that no page has', bytes: bytesOf(EAS, [0xc5], times(MANY, 0x05), [0x01, 0x01]) },
    { what: 'PIs before the root', bytes: bytesOf(EAS, times(MORE, 0x43, 0x05, 0x01), [0x05]) },
    { what: 'PIs behind the root', bytes: bytesOf(EAS, [0x05], times(MANY, 0x43, 0x05, 0x01)) },
    { what: '{', bytes: root(string('{', MILLION)) },
    { what: '&', bytes: root(string('&', MILLION)) },
    { what: '<', bytes: root(string('<', MILLION)) },
    { what: '{ in a value', bytes: list([0x0b], string('{', MILLION)) },
    { what: 'control characters', bytes: root(string('\u0007', MILLION)) },
    { what: 'bytes that are no text', bytes: root([0x03], times(MILLION, 0xff), [0x00]) },
    { what: 'value tokens', bytes: list([0x0b], times(MANY, 0x85)) },
    { what: 'page switches', bytes: bytesOf(EAS, times(MILLION, 0x00), [0x05]) },
    { what: 'page switches before a start', bytes: list(times(MANY, 0x00), [0x0b]) },
  ])('$what', ({ bytes }) => {
    expect(everything(bytes)).toBeLessThan(120 * bytes.length);
  });
});

describe('many of anything odd is linear', () => {
  const root = (...inside: ArrayLike<number>[]) => bytesOf(EAS, [0x45], ...inside, [0x01]);
  const list = (...inside: ArrayLike<number>[]) => bytesOf(SI, [0xc5, 0x0b], ...inside, [0x01, 0x01]);
  const charset = (...mib: number[]) => bytesOf([0x03, 0x01], mib, [0x00, 0x45, 0x03]);
  test.each([
    { what: 'strings', bytes: root(times(MANY, 0x03, 0x61, 0x00)) },
    { what: 'strings in a value', bytes: list(times(MANY, 0x03, 0x61, 0x00)) },
    { what: 'OPAQUEs', bytes: root(times(MANY, 0xc3, 0x01, 0x61)) },
    { what: 'entities in a value', bytes: list(times(MANY, 0x02, 0x41)) },
    { what: 'EXT_I', bytes: root(times(MANY, 0x40, 0x61, 0x00)) },
    { what: 'LITERAL', bytes: root(times(MANY, 0x04, 0x00)) },
    { what: 'references outside the table', bytes: root(times(MANY, 0x83, 0x00)) },
    { what: 'pages by turns', bytes: root(times(MANY, 0x00, 0x01, 0x05, 0x00, 0x02, 0x05)) },
    { what: 'CR', bytes: root(string('\r', MANY)) },
    { what: 'CR LF', bytes: root(string('\r\n', MANY)) },
    { what: ']]>', bytes: root(string(']]>', MANY)) },
    { what: 'BEL and a by turns', bytes: root(string('\u0007a', MANY)) },
    { what: 'bad UTF-8 and a by turns, in a value', bytes: list([0x03], times(MANY, 0xff, 0x61), [0x00]) },
    { what: ']]> in an OPAQUE', bytes: root([0xc3, 0x92, 0xa7, 0x60], times(MANY, 0x5d, 0x5d, 0x3e)) },
    {
      what: 'GB18030 in four bytes',
      bytes: bytesOf(charset(114), times(MANY, 0x81, 0x30, 0x81, 0x30), [0x00, 0x01]),
    },
    { what: 'Shift_JIS that is none', bytes: bytesOf(charset(17), times(MANY, 0x81, 0x20), [0x00, 0x01]) },
    {
      what: 'lone surrogates',
      bytes: bytesOf(charset(0x87, 0x68), times(MANY, 0xd8, 0x20), [0x00, 0x00, 0x01]),
    },
    {
      what: 'strings of the table',
      bytes: bytesOf([0x03, 0x01, 0x6a, 0x83, 0x80, 0x00], times(24_576, 0x61, 0x00), [0x05]),
    },
  ])('$what', ({ bytes }) => {
    expect(everything(bytes)).toBeLessThan(120 * bytes.length);
  });
});

import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gunzip, isGzip, isZlib, unzlib } from './gzip.ts';
import { toHex } from './hex.ts';

const text = new TextEncoder().encode('SyncKey stands directly under Sync. '.repeat(9));
const gzip = new Uint8Array(gzipSync(text));
const zlib = new Uint8Array(deflateSync(text));

/** A gzip member with every optional field: extra, name, comment and a check value of the header. */
function withFields(member: Uint8Array): Uint8Array {
  const fields = [3, 0, 9, 9, 9, 97, 46, 98, 0, 104, 105, 0, 0xaa, 0xbb];
  const head = [...member.slice(0, 10)];
  head[3] = 0x02 | 0x04 | 0x08 | 0x10;
  return Uint8Array.from([...head, ...fields, ...member.slice(10)]);
}

const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, i) => (i === (at + bytes.length) % bytes.length ? byte ^ 0x55 : byte));

test.each([
  { name: 'gzip', read: () => gunzip(gzip), next: gzip.length },
  { name: 'gzip with every optional field', read: () => gunzip(withFields(gzip)), next: gzip.length + 14 },
  {
    name: 'gzip with bytes behind it',
    read: () => gunzip(Uint8Array.from([...gzip, 1, 2])),
    next: gzip.length,
  },
  { name: 'zlib', read: () => unzlib(zlib), next: zlib.length },
])('$name', ({ read, next }) => {
  expect(toHex(read().bytes)).toBe(toHex(text));
  expect(read()).toMatchObject({ next });
  expect(read().fault).toBeUndefined();
});

test('two gzip members are read as one', () => {
  const read = gunzip(Uint8Array.from([...gzip, ...gzip]));
  expect(toHex(read.bytes)).toBe(toHex(text).repeat(2));
  expect(read.next).toBe(2 * gzip.length);
});

test.each([
  { name: 'a wrong check value', read: () => gunzip(changed(gzip, -5)), fault: 'checksum' },
  { name: 'a wrong size', read: () => gunzip(changed(gzip, -1)), fault: 'checksum' },
  { name: 'a wrong check value in zlib', read: () => unzlib(changed(zlib, -1)), fault: 'checksum' },
  { name: 'a cut trailer', read: () => gunzip(gzip.slice(0, -3)), fault: 'truncated' },
  { name: 'a cut zlib trailer', read: () => unzlib(zlib.slice(0, -1)), fault: 'truncated' },
  { name: 'a header alone', read: () => gunzip(gzip.slice(0, 10)), fault: 'truncated' },
  { name: 'three bytes', read: () => gunzip(gzip.slice(0, 3)), fault: 'truncated' },
  { name: 'nothing', read: () => gunzip(new Uint8Array(0)), fault: 'invalid' },
  { name: 'zlib as gzip', read: () => gunzip(zlib), fault: 'invalid' },
  { name: 'gzip as zlib', read: () => unzlib(gzip), fault: 'invalid' },
])('$name: $fault', ({ read, fault }) => {
  expect(read().fault).toBe(fault);
});

test('a wrong check value keeps what was unpacked', () => {
  expect(toHex(gunzip(changed(gzip, -5)).bytes)).toBe(toHex(text));
});

test('the cap counts all members together', () => {
  const two = Uint8Array.from([...gzip, ...gzip]);
  expect(gunzip(two, 2 * text.length).fault).toBeUndefined();
  expect(gunzip(two, 2 * text.length - 1).fault).toBe('too-large');
});

test('knows its own beginnings', () => {
  expect([isGzip(gzip), isGzip(zlib), isZlib(zlib), isZlib(gzip)]).toEqual([true, false, true, false]);
  expect(isZlib(Uint8Array.of(0x78))).toBe(false);
  expect(isZlib(Uint8Array.of(0x03, 0x01))).toBe(false); // how ActiveSync's WBXML begins
});

test('unpacks whatever was packed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(toHex(gunzip(new Uint8Array(gzipSync(bytes))).bytes)).toBe(toHex(bytes));
      expect(toHex(unzlib(new Uint8Array(deflateSync(bytes))).bytes)).toBe(toHex(bytes));
    }),
    { numRuns: 200, seed: 1952 },
  );
});

test('damaged data ends in a result', () => {
  fc.assert(
    fc.property(fc.nat(gzip.length - 1), fc.nat(255), (at, value) => {
      const read = gunzip(gzip.map((byte, i) => (i === at ? value : byte)));
      expect(read.bytes.length).toBeLessThan(1e6);
    }),
    { numRuns: 1000, seed: 1952 },
  );
});

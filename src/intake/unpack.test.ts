import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { undoEncoding, unpack } from './unpack.ts';

const bytes = Uint8Array.from([3, 1, 0x6a, 0, 0x45, 1]);
const gzip = new Uint8Array(gzipSync(bytes));
const zlib = new Uint8Array(deflateSync(bytes));
const raw = new Uint8Array(deflateRawSync(bytes));

test.each([
  { encoding: 'gzip', sent: gzip, name: 'gzip' },
  { encoding: 'x-gzip', sent: gzip, name: 'gzip' },
  { encoding: 'deflate', sent: zlib, name: 'zlib' },
  { encoding: 'deflate', sent: raw, name: 'deflate' },
])('$encoding as $name', ({ encoding, sent, name }) => {
  const unpacked = undoEncoding(encoding, sent);
  expect({ name: unpacked?.name, hex: toHex(unpacked?.bytes ?? new Uint8Array(0)) }).toEqual({
    name,
    hex: toHex(bytes),
  });
});

test.each(['gzip', 'deflate', 'br'])('%s of bytes that are not packed: undone already', (encoding) => {
  expect(undoEncoding(encoding, bytes)).toBeUndefined();
});

test('by what the bytes begin with', () => {
  expect([unpack(gzip)?.name, unpack(zlib)?.name, unpack(raw)?.name, unpack(bytes)?.name]).toEqual([
    'gzip',
    'zlib',
    undefined,
    undefined,
  ]);
  expect(unpack(gzip.slice(0, -1))).toMatchObject({ name: 'gzip', fault: 'truncated' });
});

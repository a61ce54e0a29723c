import { expect, test } from 'vitest';
import { fromHex } from './hex.ts';
import { fileStart } from './file-start.ts';

test.each([
  { hex: '504b03041400', format: 'zip', start: '50 4b 03 04' },
  { hex: '89504e470d0a1a0a00', format: 'png', start: '89 50 4e 47 0d 0a 1a 0a' },
  { hex: '89504e470d0a', format: undefined, start: undefined }, // cut before it is sure
  { hex: 'ffd8ffe0', format: 'jpeg', start: 'ff d8 ff' },
  { hex: '474946383961', format: 'gif', start: '47 49 46 38' },
  { hex: '255044462d312e37', format: 'pdf', start: '25 50 44 46 2d' },
  { hex: 'd4c3b2a102000400', format: 'pcap', start: 'd4 c3 b2 a1' },
  { hex: 'a1b23c4d00020004', format: 'pcap', start: 'a1 b2 3c 4d' },
  { hex: '0a0d0d0a1c000000', format: 'pcapng', start: '0a 0d 0d 0a' },
  { hex: '16030100c8', format: 'tls', start: '16 03 01' },
  { hex: '1703034801', format: undefined, start: undefined }, // longer than a record may be
  { hex: '1603030000', format: undefined, start: undefined }, // an empty one
  { hex: '03016a0045', format: undefined, start: undefined },
  { hex: '', format: undefined, start: undefined },
])('$hex → $format', ({ hex, format, start }) => {
  const found = fileStart(fromHex(hex) ?? new Uint8Array());
  expect([found?.format, found?.start]).toEqual([format, start]);
});

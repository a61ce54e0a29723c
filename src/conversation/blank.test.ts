import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { blankMessage } from './blank.ts';
import type { Side } from './types.ts';

test.each<[command: string, side: Side, version: string, hex: string | undefined, why: RegExp]>([
  [
    'FolderSync',
    'request',
    '14.1',
    '03016a00000756520331000101',
    /^The smallest FolderSync request of version 14\.1/,
  ],
  ['SendMail', 'response', '14.1', '', /^An empty SendMail reply: without a body it means: it was sent/],
  ['SendMail', 'request', '12.1', undefined, /no WBXML: paste it instead/],
  ['Find', 'request', '14.1', undefined, /^Version 14\.1 has no Find: it is there in 16\.1 only/],
  ['Autodiscover', 'request', '14.1', undefined, /no WBXML/],
  ['Nonsense', 'request', '14.1', undefined, /no command/],
])('%s %s of %s', (command, side, version, hex, why) => {
  const blank = blankMessage(command, side, version);
  expect(blank.message?.bytes && toHex(blank.message.bytes)).toBe(hex);
  expect(blank.why).toMatch(why);
  if (blank.message) expect(blank.message.readAs).toEqual({ command, side, version });
});

import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { VERSIONS } from '../eas/index.ts';
import { examineMessage, versionsOfMessage } from './examination.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const CLASS = '03016a00 45 5c4f 5003456d61696c0001 4b03310001 5203310001 4e03310001 010101';
const HEARTBEAT = '03016a00 45 5c4f 4b03310001 5203310001 0101 6903363000 01 01';

test.each([
  ['Class in a Collection', CLASS],
  ['HeartbeatInterval', HEARTBEAT],
  ['a SyncKey under Sync', '03016a00 45 4b03310001 5c4f 4b03310001 5203310001 4e03310001 010101'],
])('%s: under each version the same as when a person says it', (_, hex) => {
  const bytes = bytesOf(hex);
  const found = versionsOfMessage({ bytes });
  expect(found.map(({ version }) => version)).toEqual([...VERSIONS]);
  for (const { version, findings } of found) {
    expect(findings, version).toEqual(examineMessage({ bytes, readAs: { version } }).findings);
  }
});

test('Class in a Collection is a finding from 14.0', () => {
  const counts = versionsOfMessage({ bytes: bytesOf(CLASS) }).map(({ findings }) => findings.length);
  expect(counts).toEqual([0, 0, 0, 1, 1, 1, 1]);
});

test('a person’s own choice does not narrow it, and what is no WBXML has none', () => {
  const bytes = bytesOf(CLASS);
  expect(versionsOfMessage({ bytes, readAs: { version: '2.5' } })).toEqual(versionsOfMessage({ bytes }));
  expect(versionsOfMessage({ bytes: bytesOf('3c68746d6c3e') })).toEqual([]);
  expect(versionsOfMessage({})).toEqual([]);
});

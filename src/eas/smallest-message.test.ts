import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { bodyModel, modelledCommands } from './content/model.ts';
import { smallestMessage } from './smallest-message.ts';
import { VERSIONS, versionBit } from './versions.ts';

test.each([
  ['Sync', 'response', '14.1', '03016a00455c4f4b033100015203310001 4e03310001010101'],
  ['Sync', 'request', '16.1', '03016a00455c4f4b033100015203310001 010101'],
  ['FolderSync', 'request', '2.5', '03016a0000075652033100 0101'],
  ['FolderSync', 'response', '14.1', '03016a000007564c033100015203310001 01'],
  ['MoveItems', 'response', '12.1', '03016a000005454a47033100014b0331000101 01'],
  ['SendMail', 'response', '14.0', '03016a00001505'],
  ['Settings', 'request', '14.1', '03016a000012455d07 0101'],
] as const)('%s %s at %s', (command, direction, version, hex) => {
  expect(toHex(smallestMessage(command, direction, version) ?? new Uint8Array())).toBe(
    hex.replaceAll(' ', ''),
  );
});

test.each([
  ['SendMail', 'request', '12.1'],
  ['Find', 'response', '16.0'],
  ['GetHierarchy', 'request', '12.1'],
  ['GetAttachment', 'response', '12.1'],
  ['Sync', 'request', '9.9'],
  ['constructor', 'request', '14.1'],
] as const)('%s %s at %s: there is none', (command, direction, version) => {
  expect(smallestMessage(command, direction, version)).toBeUndefined();
});

test('the policy type is that of the version', () => {
  const textAt = (version: string): string =>
    new TextDecoder().decode(smallestMessage('Provision', 'request', version));
  expect(textAt('2.5')).toContain('MS-WAP-Provisioning-XML');
  expect(textAt('14.1')).toContain('MS-EAS-Provisioning-WBXML');
});

test('from 14.1 on the first Provision says something of the device', () => {
  const sizes = ['14.0', '14.1'].map((version) => smallestMessage('Provision', 'request', version)?.length);
  expect(sizes).toEqual([41, 50]);
});

test('each can be read, and has less than two hundred bytes', () => {
  let read = 0;
  for (const command of modelledCommands) {
    for (const direction of ['request', 'response'] as const) {
      for (const version of VERSIONS) {
        const bytes = smallestMessage(command, direction, version);
        const root = bodyModel(command, direction);
        expect(bytes !== undefined).toBe(root !== undefined && (root.versions & versionBit(version)) !== 0);
        if (!bytes) continue;
        read++;
        expect(decode(bytes).problems, `${command} ${direction} ${version}`).toEqual([]);
        expect(bytes.length).toBeLessThan(200);
      }
    }
  }
  expect(read).toBeGreaterThan(200);
});

import { describe, expect, test } from 'vitest';
import { commandNamed } from '../commands.ts';
import { versionsOf } from '../versions.ts';
import { commandStatuses } from './by-command.ts';
import { commonStatuses } from './common.ts';
import { statusMeanings } from './status.ts';

describe('statusMeanings', () => {
  test('the Status of a Sync whose key is lost', () => {
    expect(statusMeanings('Sync', 3)).toEqual([
      {
        code: 3,
        meaning: 'the SyncKey is unknown, mismatched, or the server lost its state',
        action:
          'restart that collection from SyncKey 0; locally added items not yet confirmed are dropped or re-added afterwards',
        source: 'MS-ASCMD 2.2.3.177 Status(Sync)',
      },
    ]);
  });
  test('the same code means two things in Provision, by its place', () => {
    expect(statusMeanings('Provision', 2).map(({ scope, meaning }) => [scope, meaning])).toEqual([
      [undefined, 'protocol error'],
      ['Policy', 'no policy for this client'],
    ]);
  });
  test('MoveItems succeeds with 3', () => {
    expect(statusMeanings('MoveItems', 3)[0]?.meaning).toBe('success (here it is 3, not 1)');
  });
  test('a common code, whatever the command', () => {
    expect(statusMeanings(undefined, 142)).toEqual([
      {
        code: 142,
        name: 'DeviceNotProvisioned',
        meaning: 'policy exists, device has not provisioned',
        action: 'run Provision (both phases), then repeat the command',
        since: '14.0',
        httpBefore14: '449',
        source: 'MS-ASCMD 2.2.2',
      },
    ]);
  });
  test('a command’s own meaning comes before the common one', () => {
    expect(statusMeanings('Provision', 139).map(({ name }) => name)).toEqual([
      undefined,
      'DeviceNotFullyProvisionable',
    ]);
  });
  test.each([
    ['Sync', 77],
    ['Nothing', 1],
    ['constructor', 1],
    [undefined, 1],
  ])('%s, %i: on no list', (command, code) => {
    expect(statusMeanings(command, code)).toEqual([]);
  });
});

describe('the tables', () => {
  test('each command is known, and gives a code one meaning per place', () => {
    for (const [name, { codes }] of Object.entries(commandStatuses)) {
      expect(commandNamed(name)?.name).toBe(name);
      const places = codes.map(([code, , , scope]) => `${code} ${scope ?? ''}`);
      expect(new Set(places).size, name).toBe(places.length);
    }
  });
  test('the common codes ascend from 101, with a known version each', () => {
    const codes = commonStatuses.map(([code]) => code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    expect(codes[0]).toBe(101);
    expect(codes).toHaveLength(78);
    for (const [, , , , since = '14.0'] of commonStatuses) expect(versionsOf(since)).not.toBe(0);
  });
});

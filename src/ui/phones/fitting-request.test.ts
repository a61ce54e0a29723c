import { describe, expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { examineMessage } from '../../doctor/index.ts';
import { fittingRequest } from './fitting-request.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const reply = (key: string, commands = ''): Uint8Array =>
  bytes(`03016a00455c4f4b03${key}000152033700014e03310001${commands}010101`);
const ADD = '5647 4d03313a310001 5d0002 5403780001 01 01 01'.replaceAll(' ', '');

test.each([
  {
    name: 'no items: the first',
    hex: '31',
    commands: '',
    asked: 'first',
    words: 'Sync of folder 7 with key 0',
  },
  {
    name: 'items and key 5: a later one',
    hex: '35',
    commands: ADD,
    asked: 'later',
    words: 'Sync of folder 7 with key 4',
  },
  {
    name: 'items and key a: a later one',
    hex: '61',
    commands: ADD,
    asked: 'later',
    words: 'Sync of folder 7 with key 1',
  },
  {
    name: 'items with the very first key',
    hex: '31',
    commands: ADD,
    asked: 'first',
    words: 'Sync of folder 7 with key 0',
  },
])('Sync, $name', ({ hex, commands, asked, words }) => {
  expect(fittingRequest('Sync', '14.1', reply(hex, commands))).toMatchObject({ asked, words });
});

test('a Sync of several folders, each once', () => {
  const collection = (id: string) => `4f4b0331000152033${id}00014e0331000101`;
  const two = bytes(`03016a00455c${collection('1')}${collection('2')}${collection('2')}0101`);
  expect(fittingRequest('Sync', '14.1', two)?.words).toBe('Sync of 2 folders with key 0');
});

test.each([
  ['not captured as WBXML', '3c68746d6c3e'],
  ['cut off', '03016a00455c4f4b03'],
  ['nothing', ''],
])('a Sync reply that is %s is taken for one of folder 1', (_, hex) => {
  expect(fittingRequest('Sync', '14.1', bytes(hex))?.words).toBe('Sync of folder 1 with key 0');
});

test('Provision: a policy answers phase 1, a key alone phase 2', () => {
  const head = '03016a00000e454b033100014647';
  const first = bytes(`${head}48034d530001 49033100014b033100014a0103010101`.replaceAll(' ', ''));
  expect(fittingRequest('Provision', '14.1', first)?.words).toBe('Provision, phase 1');
  const second = bytes(`${head}48034d530001 4903310001 4b03310001010101`.replaceAll(' ', ''));
  expect(fittingRequest('Provision', '14.1', second)?.words).toBe('Provision, phase 2');
});

describe('what is made up breaks no rule itself', () => {
  test.each(['Sync', 'FolderSync', 'Provision', 'Ping', 'ItemOperations', 'MoveItems'])('%s', (command) => {
    const message = fittingRequest(command, '14.0', reply('31'))?.message ?? {};
    const { findings } = examineMessage({
      ...message,
      readAs: { command, side: 'request', version: '14.0' },
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('a command that the version does not have gets none', () => {
  expect(fittingRequest('Find', '14.1', new Uint8Array())).toBeUndefined();
});

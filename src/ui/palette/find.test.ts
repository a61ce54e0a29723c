import { expect, test } from 'vitest';
import type { Command } from '../commands/command.ts';
import { findCommands } from './find.ts';

const command = (id: string, label: string, rest: Partial<Command> = {}): Command => ({
  id,
  group: 'page',
  label,
  act: () => undefined,
  ...rest,
});
const table = [
  command('paste', 'Paste', { hint: 'hex, base64' }),
  command('share', 'Share'),
  command('share', 'Share again'),
  command('gone', 'Share it all', { applies: () => false }),
  command('hex', 'Bytes as: Hex', { group: 'show' }),
  command('rule', 'Rule: a hexadecimal SyncKey', { group: 'rule' }),
  command('key', 'The SyncKey', { group: 'walk' }),
];
const ids = (typed: string, recent: string[] = []) => findCommands(table, typed, recent).map(({ id }) => id);

test.each([
  { typed: '', found: ['paste', 'share', 'hex', 'rule', 'key'] },
  { typed: 'sha', found: ['share'] },
  { typed: 'HEX', found: ['hex', 'rule', 'paste'] },
  { typed: 'synckey rule', found: ['rule'] },
  { typed: 'the sync', found: ['key'] },
  { typed: 'go to', found: ['key'] },
  { typed: 'ynckey', found: ['rule', 'key'] },
  { typed: 'nothing like it', found: [] },
  { typed: 'import', found: ['paste'] },
  { typed: 'import log', found: [] },
  { typed: 'link', found: ['share'] },
  { typed: 'dump', found: ['hex'] },
  { typed: 'ump', found: [] },
])('“$typed” finds $found', ({ typed, found }) => {
  expect(ids(typed)).toEqual(found);
});

test('what was used last stands first, among what fits alike', () => {
  expect(ids('', ['key', 'no longer there', 'hex'])).toEqual(['key', 'hex', 'paste', 'share', 'rule']);
  expect(ids('hex', ['paste', 'rule'])).toEqual(['rule', 'hex', 'paste']);
});

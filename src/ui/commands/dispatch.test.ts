import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { commandFor, type Focus } from './dispatch.ts';

const nowhere: Focus = { writing: false, inXml: false, actsOnSpace: false, inDialog: false };
const command = (id: string, rest: Partial<Command>): Command => ({
  id,
  group: 'page',
  label: id,
  act: () => undefined,
  ...rest,
});
const table = [
  command('palette', { keys: ['Mod+k'], taken: 'first' }),
  command('never', { keys: ['n'], applies: () => false }),
  command('next', { keys: ['n', 'F8'], taken: 'not in XML' }),
  command('pane', { keys: ['F6'] }),
  command('undo', { keys: ['F9'], taken: 'not in text' }),
  command('play', { keys: ['Space'] }),
];

test.each<{ key: string; focus: Partial<Focus>; id: string | undefined }>([
  { key: 'n', focus: {}, id: 'next' },
  { key: 'n', focus: { writing: true }, id: undefined },
  { key: 'n', focus: { inDialog: true }, id: undefined },
  { key: 'F8', focus: { writing: true }, id: 'next' },
  { key: 'F8', focus: { writing: true, inXml: true }, id: undefined },
  { key: 'F6', focus: { writing: true, inXml: true }, id: 'pane' },
  { key: 'F9', focus: {}, id: 'undo' },
  { key: 'F9', focus: { writing: true }, id: undefined },
  { key: 'F9', focus: { inDialog: true }, id: undefined },
  { key: 'F6', focus: { inDialog: true }, id: undefined },
  { key: ' ', focus: {}, id: 'play' },
  { key: ' ', focus: { actsOnSpace: true }, id: undefined },
  { key: ' ', focus: { writing: true }, id: undefined },
  { key: 'x', focus: {}, id: undefined },
])('$key where $focus: $id', ({ key, focus, id }) => {
  const pressed = { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  expect(commandFor(pressed, table, { ...nowhere, ...focus }, false)?.id).toBe(id);
});

test.each<Partial<Focus>>([{}, { writing: true, inXml: true }, { inDialog: true, writing: true }])(
  'what is taken first is taken where %o',
  (focus) => {
    const pressed = { key: 'k', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };
    expect(commandFor(pressed, table, { ...nowhere, ...focus }, false)?.id).toBe('palette');
  },
);

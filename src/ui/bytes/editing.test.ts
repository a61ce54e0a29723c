import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../bytes/index.ts';
import { Workspace } from '../../state/index.ts';
import { Core } from '../../worker/index.ts';
import { ByteEditing } from './editing.svelte.ts';

const BYTES = '03016a00450330000101';
const REPLY = { exchange: 0, side: 'response' } as const;
const noWorker = (): Worker => {
  throw new Error('no worker is needed for a small message');
};

/** The grid of a small message, and what was said last. */
function grid() {
  const workspace = new Workspace(new Core(noWorker));
  const bytes = fromHex(BYTES) ?? new Uint8Array();
  const [request, response] = [{ bytes: bytes.slice() }, { bytes }];
  workspace.open({ format: 1, title: 'One', exchanges: [{ id: '1', request, response }] }, REPLY);
  const told: string[] = [];
  const editing = new ByteEditing(workspace, (text) => told.push(text));
  const press = (key: string) => editing.key({ key, ctrlKey: false, metaKey: false, altKey: false });
  return { workspace, editing, press, told, hex: () => toHex(workspace.bytes) };
}

test.each(['F1', 'F5', 'F6', 'F8', 'F12', 'Tab', 'Enter', 'Home', 'Dead', ''])(
  'the key %j is no character',
  (key) => {
    const { editing, press, told, hex } = grid();
    editing.typeCharacters(true);
    told.length = 0;
    expect(press(key)).toBe(false);
    expect(told).toEqual([]);
    expect(hex()).toBe(BYTES);
  },
);

test('a character of several bytes is refused, with a word', () => {
  const { editing, press, told } = grid();
  editing.typeCharacters(true);
  for (const character of ['é', '😀']) {
    expect(press(character)).toBe(true);
    expect(told.at(-1)).toContain(`“${character}” is more than one byte`);
  }
});

test('what is pasted is put in, or it is said that it was not since something else was done meanwhile', async () => {
  const { editing, workspace, press, told, hex } = grid();
  workspace.select({ start: 6, end: 7 }, 'bytes');
  await editing.paste('39');
  expect(hex()).toBe(BYTES.replace('0330', '0339'));
  expect(told.at(-1)).toContain('Read as hex.');

  const pasted = editing.paste('38');
  press('3');
  press('7'); // before it is known what was pasted
  await pasted;
  expect(hex()).not.toContain('38');
  expect(told.at(-1)).toBe('Nothing pasted. Something else was done before it was read.');

  const elsewhere = editing.paste('38');
  workspace.show({ exchange: 0, side: 'request' });
  await elsewhere;
  expect(hex()).toBe(BYTES);
  expect(told.at(-1)).toContain('Nothing pasted.');
});

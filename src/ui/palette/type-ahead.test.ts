import { expect, test } from 'vitest';
import type { Pressed } from '../commands/chords.ts';
import { DialogState } from '../dialogs/open-dialog.svelte.ts';
import { TypeAhead } from './type-ahead.ts';

const pressed = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

function asked() {
  const dialogs = new DialogState();
  const ahead = new TypeAhead(dialogs);
  dialogs.show({ kind: 'palette' });
  return { dialogs, ahead, type: (...keys: string[]) => keys.map((key) => ahead.takes(pressed(key))) };
}

test('letters, spaces and signs are kept until the palette is there; Backspace takes the last away', () => {
  const { ahead, type } = asked();
  expect(type('d', 'a', 'r', 'p', 'Backspace', 'k', ' ', 'Ö')).not.toContain(false);
  expect(ahead.takes(pressed('@', { ctrlKey: true, altKey: true, getModifierState: () => true }))).toBe(true);
  expect(ahead.come()).toEqual({ text: 'dark Ö@', entered: false });
  expect(type('x')).toEqual([false]);
});

test('Enter ends what was typed; with nothing typed it means nothing', () => {
  const { ahead, type } = asked();
  type('Enter', 'd', 'Enter', 'x');
  expect(ahead.come()).toEqual({ text: 'd', entered: true });
});

test('keys with Ctrl, ⌘ or Alt and keys that move are not text', () => {
  const { ahead } = asked();
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
    expect(ahead.takes(pressed('k', { [held]: true }))).toBe(false);
  for (const key of ['F6', 'Shift', 'Dead', 'ArrowDown']) expect(ahead.takes(pressed(key))).toBe(false);
  expect(ahead.come()).toEqual({ text: '', entered: false });
});

test('Tab goes nowhere meanwhile, and Escape asks for the palette no more', () => {
  const { dialogs, type } = asked();
  expect(type('Tab', 'Escape')).toEqual([true, true]);
  expect(dialogs.open).toBeUndefined();
  expect(type('x')).toEqual([false]);
});

test('what was typed for a palette that was closed is not in the next', () => {
  const { dialogs, ahead, type } = asked();
  type('d');
  dialogs.toggle({ kind: 'palette' });
  dialogs.toggle({ kind: 'palette' });
  expect(ahead.come()).toEqual({ text: '', entered: false });
});

test('without a palette, and for another dialog, no key is taken', () => {
  const dialogs = new DialogState();
  const ahead = new TypeAhead(dialogs);
  expect(ahead.takes(pressed('d'))).toBe(false);
  dialogs.show({ kind: 'paste' });
  expect(ahead.takes(pressed('d'))).toBe(false);
});

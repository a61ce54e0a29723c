import { words } from '#words/commands.ts';
import type { PaneKey } from '../commands/command.ts';

const { inPanes } = words;
const group = 'bytes';

/** What keys do in the bytes besides walking. */
export const byteKeys: readonly PaneKey[] = [
  { group, label: inPanes.digits, keys: ['Digits'] },
  { group, label: inPanes.insert, keys: ['Insert'] },
  { group, label: inPanes.takeOut, keys: ['Delete', 'Backspace'] },
  { group, label: inPanes.fill, keys: ['='] },
  { group, label: inPanes.characters, keys: ['"', 'Escape'] },
  { group, label: inPanes.all, keys: ['Mod+a'] },
  { group, label: inPanes.cut, keys: ['Mod+x'] },
  { group, label: inPanes.pasteBytes, keys: ['Mod+v'] },
  { group, label: inPanes.edit, keys: ['F2'] },
];

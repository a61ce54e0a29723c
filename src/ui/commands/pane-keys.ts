import { words } from '#words/commands.ts';
import { byteKeys } from '../bytes/byte-keys.ts';
import type { PaneKey } from './command.ts';

const { inPanes } = words;

/** Keys that a pane or the browser takes by itself; they stand on the sheet beside those of commands. */
export const paneKeys: readonly PaneKey[] = [
  { group: 'page', label: inPanes.paste, keys: ['Mod+v'] },
  { group: 'page', label: inPanes.dialog, keys: ['Mod+Enter'] },
  { group: 'bytes', label: inPanes.arrows, keys: ['Arrows', 'Shift+Arrows'] },
  { group: 'bytes', label: inPanes.ends, keys: ['Home', 'End', 'Mod+Home', 'Mod+End'] },
  { group: 'bytes', label: inPanes.enter, keys: ['Enter'] },
  { group: 'bytes', label: inPanes.copy, keys: ['Mod+c'] },
  ...byteKeys,
  { group: 'xml', label: inPanes.leave, keys: ['Escape>Tab'] },
  { group: 'xml', label: inPanes.marks, keys: ['F8', 'Shift+F8'] },
  { group: 'xml', label: inPanes.propose, keys: ['Mod+Space'] },
  { group: 'message', label: inPanes.move, keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { group: 'message', label: inPanes.names, keys: ['F2'] },
  { group: 'message', label: inPanes.remove, keys: ['Delete'] },
];

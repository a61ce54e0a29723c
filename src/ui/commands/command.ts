import type { words } from '#words/commands.ts';
import type { View } from '../view.svelte.ts';

/** Where a command stands in the palette and on the sheet of keys. */
export type Group = keyof typeof words.groups;

/**
 * A key with what is held beside it: `F6`, `Shift+F6`, `Mod+k` (Ctrl, on a Mac ⌘), `N` (with Shift, since that makes
 * the letter), `[`, `Space`. One after the other: `Escape>Tab`.
 */
export type Chord = string;

/** Something a person can do, by whatever way. */
export interface Command {
  /** For ever: what was used last is remembered by it. */
  id: string;
  group: Group;
  /** What it is called, wherever it stands; the same as on the page. */
  label: string;
  /** A few quieter words. */
  hint?: string | undefined;
  /** A key that writes is taken only where no text is written; any other wherever the focus is. */
  keys?: readonly Chord[];
  /** `not in XML` leaves its keys to the editor, `not in text` also to any field, `first` takes them before whatever has the focus. */
  taken?: 'not in XML' | 'not in text' | 'first';
  /** There is nothing for it to do: a menu shows it greyed, its keys say so. */
  idle?: boolean;
  /** Whether it can be done now; absent: always. */
  applies?: () => boolean;
  act: () => void;
}

/** A key that a pane takes by itself: it is told on the sheet, and does nothing here. */
export interface PaneKey {
  group: Group;
  label: string;
  keys: readonly Chord[];
}

/** What commands act on. */
export interface Given {
  view: View;
  /** Lets a person choose a file. */
  chooseFile: () => void;
}

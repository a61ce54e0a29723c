import { chordWords, isMac } from './chords.ts';
import type { Command, Group } from './command.ts';
import { paneKeys } from './pane-keys.ts';

/** A row of the sheet: keys as a person reads them, and what they do. */
export interface SheetRow {
  keys: string[];
  label: string;
}

/** Every key there is, group by group: of the commands, whether or not they can be done now, and of the panes. */
export function keySheet(commands: readonly Command[], mac = isMac()): { group: Group; rows: SheetRow[] }[] {
  const all = [...commands, ...paneKeys].filter(({ keys = [] }) => keys.length > 0);
  const groups = [...new Set(all.map(({ group }) => group))];
  return groups.map((group) => ({
    group,
    rows: all
      .filter((one) => one.group === group)
      .map(({ keys = [], label }) => ({ keys: keys.map((chord) => chordWords(chord, mac)), label })),
  }));
}

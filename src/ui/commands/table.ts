import type { Command, Given } from './command.ts';
import { mendCommands } from './mend.ts';
import { pageCommands } from './page.ts';
import { runCommands } from './run.ts';
import { showCommands } from './show.ts';
import { walkCommands } from './walk.ts';

export { TypeAhead } from '../palette/type-ahead.ts';
export { commandFor } from './dispatch.ts';

/** Every command that is there from the start. Keys, the sheet of keys, the palette and the page's menu are made of it. */
export const commandTable = (given: Given): Command[] => [
  ...pageCommands(given),
  ...walkCommands(given),
  ...mendCommands(given),
  ...showCommands(given),
  ...runCommands(given),
];

/** Those of a table that can be done now, by their ids, in that order. */
export const someOf = (table: readonly Command[], ...ids: string[]): Command[] =>
  ids.flatMap((id) => table.find((one) => one.id === id && one.applies?.() !== false) ?? []);

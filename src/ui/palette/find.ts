import { words } from '#words/commands.ts';
import { words as called } from '#words/palette.ts';
import type { Command } from '../commands/command.ts';

/**
 * The commands that a few typed words ask for: each stands in the label, the hint or the name of the group, or begins
 * a word that people use for it (`also` in the catalogue). The best first; of those that fit alike the ones used last, then as they stand in the table.
 * @param recent ids, the last one first
 */
export function findCommands(
  commands: readonly Command[],
  typed: string,
  recent: readonly string[],
): Command[] {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const seen = new Set<string>();
  return commands
    .flatMap((command) => {
      if (seen.has(command.id) || command.applies?.() === false) return [];
      seen.add(command.id);
      const rank = rankOf(command, asked);
      return rank === undefined ? [] : [{ command, rank, used: placeIn(recent, command.id) }];
    })
    .sort((a, b) => a.rank - b.rank || a.used - b.used)
    .map(({ command }) => command);
}

const placeIn = (recent: readonly string[], id: string): number => {
  const at = recent.indexOf(id);
  return at < 0 ? recent.length : at;
};

/** 0 is best; `undefined` where a word is nowhere. */
function rankOf({ id, label, hint = '', group }: Command, asked: readonly string[]): number | undefined {
  const name = label.toLowerCase();
  const all = `${name}\n${hint.toLowerCase()}\n${words.groups[group].toLowerCase()}`;
  const also = ` ${called.also[id] ?? ''} ${called.alsoInGroup[group] ?? ''}`;
  const isSaid = (word: string): boolean => all.includes(word);
  if (!asked.every((word) => isSaid(word) || also.includes(` ${word}`))) return undefined;
  if (!asked.every(isSaid)) return called.also[id] === undefined ? 5 : 4;
  if (name.startsWith(asked.join(' '))) return 0;
  if (asked.every((word) => ` ${name}`.includes(` ${word}`))) return 1;
  return asked.every((word) => name.includes(word)) ? 2 : 3;
}

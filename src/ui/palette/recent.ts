import { readKept, writeKept } from '../../storage/index.ts';

const NAME = 'recent-commands';
/** Commands that are remembered. */
const MOST = 6;

/** Ids of the commands that were used last in the palette, the last one first. */
export function recentCommands(): string[] {
  return (readKept('local', NAME) ?? '').split(' ').filter(Boolean);
}

/** Remembers that a command was used. */
export function remember(id: string): void {
  const ids = [id, ...recentCommands().filter((other) => other !== id)];
  writeKept('local', NAME, ids.slice(0, MOST).join(' '));
}

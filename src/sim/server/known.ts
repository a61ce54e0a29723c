import type { Item, Mailbox } from '../mailbox/types.ts';
import { itemsIn } from '../mailbox/mailbox.ts';
import type { Known } from './types.ts';

/** One thing the phone has to be told about a folder. */
export type Change = { kind: 'add' | 'change'; item: Item } | { kind: 'delete'; id: string };

/** What is to be told to one who knows this much of the folder, oldest first. */
export function changesSince(mailbox: Mailbox, folder: string, known: Known): Change[] {
  const changes: Change[] = [];
  const items = itemsIn(mailbox, folder);
  const present = new Set<string>();
  for (const item of items) {
    present.add(item.id);
    const revision = known[item.id];
    if (revision === undefined) changes.push({ kind: 'add', item });
    else if (revision !== item.revision) changes.push({ kind: 'change', item });
  }
  for (const id in known) if (!present.has(id)) changes.push({ kind: 'delete', id });
  return changes;
}

/** True where there is anything to be told to one who knows this much of the folder. */
export function hasChanges(mailbox: Mailbox, folder: string, known: Known): boolean {
  const items = itemsIn(mailbox, folder);
  if (items.some(({ id, revision }) => known[id] !== revision)) return true;
  // All that is there is known: whatever else is known is gone.
  let count = 0;
  for (const id in known) if (Object.hasOwn(known, id)) count++;
  return count !== items.length;
}

/** What one knows who was told this. */
export function told(known: Known, changes: readonly Change[]): Known {
  const after: Record<string, number> = { ...known };
  for (const change of changes) {
    if (change.kind === 'delete') Reflect.deleteProperty(after, change.id);
    else after[change.item.id] = change.item.revision;
  }
  return after;
}

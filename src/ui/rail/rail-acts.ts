/** What a person does to the message on show from the timeline. */
export type RailAct =
  | { kind: 'up' }
  | { kind: 'down' }
  | { kind: 'delete' }
  | { kind: 'names' }
  | { kind: 'add' }
  /** The exchange `from` goes before the exchange that has the index `before` now. */
  | { kind: 'move'; from: number; before: number };

/** The act of a key pressed on a row; `undefined` where it has none. */
export function actOfKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): RailAct | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey && key === 'ArrowUp') return { kind: 'up' };
  if (altKey && key === 'ArrowDown') return { kind: 'down' };
  if (altKey) return undefined;
  if (key === 'Delete') return { kind: 'delete' };
  return key === 'F2' ? { kind: 'names' } : undefined;
}

/** A tree as it is walked by keys. */
export interface Tree {
  /** The elements in view, in order, and at which row one stands. */
  rows: Int32Array;
  row: number;
  /** Rows to a page. */
  page: number;
  isOpen: boolean;
  /** Child elements of the one that one stands at, and its parent; −1 for none. */
  children: number;
  parent: number;
}

/**
 * What a key does in a tree: goes to an element, opens or closes the one that one stands at, or nothing.
 * @see ARIA Authoring Practices, tree view
 */
export function keyTarget(key: string, tree: Tree): { go: number } | { open: boolean } | undefined {
  const { rows, row, page, isOpen, children, parent } = tree;
  if (rows.length === 0) return undefined;
  const at = (index: number) => ({ go: rows[Math.max(0, Math.min(rows.length - 1, index))] as number });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1);
    case 'ArrowUp':
      return at(row - 1);
    case 'PageDown':
      return at(row + page);
    case 'PageUp':
      return at(row - page);
    case 'Home':
      return at(0);
    case 'End':
      return at(rows.length - 1);
    case 'ArrowRight':
      if (children === 0) return undefined;
      return isOpen ? at(row + 1) : { open: true };
    case 'ArrowLeft':
      if (isOpen && children > 0) return { open: false };
      return parent < 0 ? undefined : { go: parent };
    default:
      return undefined;
  }
}

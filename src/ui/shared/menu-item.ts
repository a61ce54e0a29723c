/** Something a menu offers. */
export interface MenuItem {
  label: string;
  /** Why, or how much: a second, quieter line. */
  hint?: string | undefined;
  /** The keys that do the same: at the end of its line. */
  shortcut?: string | undefined;
  /** One of several that exclude each other; which one holds. */
  checked?: boolean | undefined;
  act: () => void;
}

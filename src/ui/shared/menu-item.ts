/** Something a menu offers. */
export interface MenuItem {
  label: string;
  /** Why, or how much: a second, quieter line. */
  hint?: string | undefined;
  /** The keys that do the same: at the end of its line. */
  shortcut?: string | undefined;
  /** There is nothing for it to do now: it is shown, greyed, and cannot be chosen. */
  idle?: boolean | undefined;
  /** One of several that exclude each other; which one holds. */
  checked?: boolean | undefined;
  /** Further items, which take the menu's place instead of something being done. */
  more?: MenuItem[][] | undefined;
  act: () => void;
}

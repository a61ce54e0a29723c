// What components let others do with them, for `bind:this`.

/** A list of rows of which few are drawn. */
export interface RowsControl {
  /** Scrolls just as far as needed for a row to be in view. */
  reveal(index: number): void;
  /** Rows that fit in view. */
  page(): number;
}

/** A view of the bytes. */
export interface ViewControl {
  /** Brings the caret into view, and the focus to it where asked. */
  reveal(focus?: boolean): Promise<void>;
}

/** The pane of the bytes. */
export interface BytesControl {
  /** Leads to the selected bytes, where they can be edited. */
  edit(): void;
}

/** Something that shows the XML text. */
export interface TextControl {
  /** Puts the focus, and the caret at a span of the text, in UTF-16 units. */
  select(span: { start: number; end: number }): void;
}

import type { TextQuestion } from '../complete/index.ts';

/** A half-open range of a text, in UTF-16 units; start equals end for a caret. */
export interface Span {
  start: number;
  end: number;
}

/** One replacement: [from, to) of the text before, in UTF-16 units, becomes `insert`. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/**
 * What a person did to the text, in one step. `changes` have offsets in the text before the edit, do not
 * overlap and are in descending order of place, so that they can be applied as they come.
 */
export interface Edit {
  text: string;
  changes: Change[];
}

export type Severity = 'error' | 'warning' | 'note';

/** Something to tell about a span. `code` is a stable name, shown behind the message. */
export interface Marker extends Span {
  severity: Severity;
  message: string;
  code: string;
  /** Further lines of the message: how it is known, what comes of it. */
  details?: readonly string[];
  /** Document and section; shown with the code. */
  source?: string;
  /** What a person can do about it. */
  actions?: readonly MarkerAction[];
}

/** Something that can be done at a marker. */
export interface MarkerAction {
  title: string;
  /** True where it mends what is marked. */
  mends: boolean;
  run(): void;
}

export type HighlightKind = 'hover' | 'selection' | 'finding';

export interface Highlight extends Span {
  kind: HighlightKind;
  /** Of a finding; an error where absent. */
  severity?: Severity;
}

/** What is known of the message whose text it is. */
export type MessageFacts = Omit<TextQuestion, 'text' | 'offset'>;

/**
 * The callbacks tell what a person does. Nothing that is called on the editor causes one.
 */
export interface XmlEditorOptions {
  /** Line ends become LF, see `lineFeeds`; all offsets count in the text with LF. */
  text: string;
  theme: 'light' | 'dark';
  readOnly?: boolean;
  /** The accessible name. */
  label: string;
  onedit(edit: Edit): void;
  /** Caret or selection, after the `onedit` that moved it. */
  onselect(span: Span): void;
  /** Offset of the character under the pointer; nothing where there is none. Never called for touch. */
  onhover(offset: number | undefined): void;
  /**
   * Undo was asked for, by whichever key, menu or command, and redo. Where they are absent the editor undoes what
   * was done in it; where they are there it remembers nothing itself.
   */
  onundo?: () => void;
  onredo?: () => void;
  /** Asked whenever help is wanted on what may stand somewhere. Without it there is none. */
  message?(): MessageFacts;
}

/** An editor of one XML text. Offsets beyond the text count as its end; no call throws for bad offsets. */
export interface XmlEditor {
  /**
   * Sets the text by the smallest edit: caret and folds stay.
   * @param follow puts the caret at the end of what changed, and scrolls there
   * @param change one that makes it of the text that is there, for whoever knows one: else all of it is compared
   */
  setText(text: string, follow?: boolean, change?: Change): void;
  /** Opens another text: caret at the start, no markers, no highlights, and no undo back to the one before. */
  openText(text: string): void;
  /** Replaces all markers. */
  setMarkers(markers: Marker[]): void;
  /** Replaces all highlights; findings that are the very ones of the last call stay where the text took them. */
  highlight(spans: Highlight[]): void;
  /** Scrolls a span into view, where it is not, and unfolds what hides it. */
  reveal(span: Span): void;
  /** Selects a span and scrolls it into view. */
  select(span: Span): void;
  focus(): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** Goes to the next marker (or back to the one before) by place, round the end, and shows its message. */
  nextMarker(back?: boolean): void;
  /** The text, with LF as its only line end. */
  getText(): string;
  dispose(): void;
}

/** Puts an editor into an element, which it fills: the element needs a size of its own. */
export type OpenEditor = (host: HTMLElement, options: XmlEditorOptions) => XmlEditor;

/** The two sides of a comparison: what something is held against, and the text in question. */
export interface TwoTexts {
  reference: string;
  text: string;
}

export interface XmlDiffOptions extends TwoTexts {
  theme: 'light' | 'dark';
  /** Two columns; else one, with the lines that only the reference has between those of the text. */
  sideBySide: boolean;
  /** The accessible names. */
  labels: TwoTexts;
  /** Caret or selection that a person put into one of the texts; never caused by a call. */
  onselect(side: keyof TwoTexts, span: Span): void;
}

/** A span on either side; absent where that side has nothing there. */
export interface TwoSpans {
  reference?: Span | undefined;
  text?: Span | undefined;
}

/** Two XML texts and how they differ, every character told. Neither can be edited. */
export interface XmlDiff {
  setTexts(texts: TwoTexts): void;
  /** Lights a span on each side and scrolls to it; nothing takes the light away. */
  select(spans: TwoSpans): void;
  setSideBySide(sideBySide: boolean): void;
  setTheme(theme: 'light' | 'dark'): void;
  dispose(): void;
}

/** Puts a comparison into an element, which it fills: the element needs a size and a position of its own. */
export type OpenDiff = (host: HTMLElement, options: XmlDiffOptions) => XmlDiff;

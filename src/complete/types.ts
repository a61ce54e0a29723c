import type { Direction } from '../eas/index.ts';

/** A place in an XML text, and what is known of the message it is. */
export interface TextQuestion {
  text: string;
  /** UTF-16 units: of a caret the gap before that unit, of a pointer the unit itself. */
  offset: number;
  side: Direction;
  /** Absent where nothing tells it; then the root does. */
  command?: string;
  /** Protocol version, `14.1`; absent where nothing tells it, and then every version counts. */
  version?: string;
  /** Id of the document type; ActiveSync where absent. */
  doctype?: string;
}

/** A half-open range of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** One replacement in the text as it is. */
export interface TextEdit extends Span {
  insert: string;
}

/** Something that may be written at a place: `insert` stands for the text from `start` to `end`. */
export interface Proposal extends TextEdit {
  kind: 'element' | 'end tag' | 'value';
  label: string;
  /** In a few words: how often, of what type, since when. */
  detail: string;
  /** What it means, a sentence or so each. */
  about: string[];
  /** Where in `insert` the caret goes. */
  caret: number;
  /** Other names it is found by, beside its label. */
  otherName?: string;
  /** Further edits that belong to it, none of which touches the first. */
  also: TextEdit[];
}

/** What is known of the name or value under a pointer. */
export interface Hover extends Span {
  title: string;
  /** Sentences. */
  about: string[];
  /** What, and in words. */
  facts: { label: string; text: string }[];
  /** Document and section; absent where nobody need say it. */
  source?: string;
}

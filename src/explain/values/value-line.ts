/** One thing said about a value: what, and in words. */
export interface ValueLine {
  label: string;
  text: string;
}

/** What is known about a value beyond its text. */
export interface ValueWords {
  lines: ValueLine[];
  /** Document and section that say so; absent where it was read off the value itself. */
  source?: string;
}

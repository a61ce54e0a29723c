export type Verdict = 'harmless' | 'suspicious' | 'fault';

/** Something that two messages do not have in common. */
export interface Difference {
  /** Bytes of the first message, half-open; absent where it has nothing there. */
  a?: { start: number; end: number };
  b?: { start: number; end: number };
  verdict: Verdict;
  /** Sentences. */
  text: string;
  /** The rule that speaks about it, on either side. */
  rule?: string;
}

import type { Basis, Place, Side } from '../conversation/index.ts';

export type Severity = 'error' | 'warning' | 'note';
export type Verdict = 'accepts' | 'rejects' | 'crashes' | 'unknown';

/** A rule's opinion about a span of one message: bytes, half-open. */
export interface Finding {
  /** Id of the rule; it names the fault. */
  rule: string;
  severity: Severity;
  basis: Basis;
  /** Document and section, or the report. */
  source: string;
  text: string;
  exchange: number;
  side: Side;
  start: number;
  end: number;
  related?: (Place & { text: string })[];
  phone?: Reaction[];
  fix?: Fix;
}

/** What one phone profile does about it. */
export interface Reaction {
  profile: string;
  verdict: Verdict;
  basis: Basis;
  source: string;
}

/** Splices: each replaces the bytes of its place. Places refer to the conversation before any edit. */
export interface Fix {
  title: string;
  edits: { place: Place; bytes: Uint8Array }[];
}

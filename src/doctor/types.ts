import type { Basis, Place, Side } from '../conversation/index.ts';
import type { Reaction } from '../eas/index.ts';

export type { Reaction, Verdict } from '../eas/index.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A rule's opinion about a span of one message: bytes, half-open. */
export interface Finding {
  /** Id of the rule; it names the fault. */
  rule: string;
  severity: Severity;
  basis: Basis;
  /** Document and section, or the report. */
  source: string;
  /** The first sentence stands alone. */
  text: string;
  /** Index into the conversation's exchanges, and the side of it the message is kept on. */
  exchange: number;
  side: Side;
  start: number;
  end: number;
  /** The id of the more general rule that this one speaks for. */
  ground?: string;
  /** How often the same fault stands in the message, where that is more than once: this is the first place. */
  times?: number;
  /** Places that belong to it: the other half of a contradiction, or the further places of the same fault. */
  related?: (Place & { text: string })[];
  phone?: Reaction[];
  fix?: Fix;
}

/** Splices: each replaces the bytes of its place. Places refer to the conversation before any edit. */
export interface Fix {
  title: string;
  edits: { place: Place; bytes: Uint8Array }[];
}

/** A question that was asked of a message, and what its bytes answer. */
export interface Check {
  question: string;
  answer: 'yes' | 'no' | 'cannot tell';
  why: string;
  /** Where it is seen: for `no` the faults, for `yes` what was looked at. */
  places: Place[];
}

/** Something found out about a message: `said` by a person, `known` from facts, or `guessed`. */
export interface Known<T> {
  value: T;
  how: 'said' | 'known' | 'guessed';
  /** A sentence. */
  why: string;
}

/** What a message is. Command and version are absent where nothing tells them. */
export interface Context {
  side: Known<Side>;
  command?: Known<string>;
  version?: Known<string>;
}

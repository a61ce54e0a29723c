import type { Basis } from '../conversation/index.ts';

/**
 * A transition of a state machine, as people read it. The code that takes it names its id; a test holds the states
 * before and after against `state` and `next`.
 */
export interface Row {
  readonly id: string;
  readonly state: string;
  readonly event: string;
  /** When it is taken, where the event alone does not say. */
  readonly guard?: string;
  /** What is done. */
  readonly effects: string;
  readonly next: string;
  readonly basis: Basis;
  readonly source: string;
}

/** A row that was taken, with what it was taken about. */
export interface Taken {
  readonly machine: 'phone' | 'server';
  readonly row: string;
  /** A sentence. */
  readonly why: string;
  /** The folder it was taken for. */
  readonly folder?: string;
  /** The machine's state before and after, for that folder or for the account. */
  readonly before: string;
  readonly after: string;
}

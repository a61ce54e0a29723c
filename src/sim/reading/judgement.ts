import type { Basis } from '../../conversation/index.ts';
import type { Verdict } from '../../eas/index.ts';

/** What a phone makes of a reply, and how that is known. */
export interface Judgement {
  readonly verdict: Verdict;
  /** A sentence. */
  readonly why: string;
  readonly basis: Basis | 'unknown';
  readonly source: string;
  /** What it is about: bytes of the reply, half-open. */
  readonly place?: { readonly start: number; readonly end: number };
  /** The fault it follows from, by the id its reaction is listed under. */
  readonly fault?: string;
  /** True where the phone has what it needs, and goes on; false where it is where it was. */
  readonly goesOn: boolean;
  /** Nothing in the body, and headers that say otherwise. */
  readonly odd?: true;
}

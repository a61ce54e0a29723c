import type { Alteration } from '../server/draft.ts';
import type { Habits } from '../server/types.ts';

/** What is to be seen of a fault when it is switched on. */
export type Effect =
  /** The phone asks the same for ever. */
  | 'loop'
  /** The phone is known, or concluded, to take it. */
  | 'goes on'
  /** It goes on, but something is lost, doubled or loaded again. */
  | 'harm';

/** Something a server does wrong. Each is the counterpart of a rule. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  /** What it does to the replies, in a sentence. */
  readonly about: string;
  /** The rule whose breach it is, by its id; diagnoses are named as D1, D2 … */
  readonly rule: string;
  /** A script in which it shows. */
  readonly script: string;
  readonly effect: Effect;
  readonly habits?: Habits;
  readonly alteration?: Alteration;
}

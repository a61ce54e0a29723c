import type { Conversation } from '../conversation/index.ts';
import type { Candidate } from '../intake/index.ts';
import type { KeptText } from '../storage/index.ts';
import type { Span } from './selection.svelte.ts';
import type { Simulation } from './simulation.svelte.ts';
import type { At } from './talk-view.svelte.ts';

/** Where the conversation on show comes from. `first` is the example that a stranger sees. */
export type Source =
  { kind: 'first' } | { kind: 'sample'; id: string } | { kind: 'link' } | { kind: 'local'; id: string };

/** A paste as it was read, and what else it could be. */
export interface Intake {
  candidates: readonly Candidate[];
  chosen: number;
  /** Of the file it came from. */
  name?: string;
}

/** A conversation that comes on show, and how. */
export interface Showing {
  conversation: Conversation;
  /** The message to begin with; the first one with bytes where absent. */
  at?: At | undefined;
  selection?: Span | undefined;
  /** XML that is the message's own text, as it was pasted. */
  xml?: string | undefined;
  /** Texts that were kept with it. */
  texts?: readonly KeptText[] | undefined;
  /** The step of the run that was on show. */
  step?: number | undefined;
  /** The run it comes from. */
  simulation?: Simulation | undefined;
  /** How it was read, where it was pasted. */
  intake?: Intake | undefined;
}

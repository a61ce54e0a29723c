import type { Trait } from '../phone/profiles.ts';
import type { Alteration } from './draft.ts';
import type { Habits } from './types.ts';

/** A server, as data: what it offers, how it differs from the specification, and how that is known. */
export interface ServerProfile {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Protocol versions it offers, oldest first. */
  readonly versions: readonly string[];
  readonly traits: readonly Trait[];
  readonly habits: Habits;
  readonly headers: Readonly<Record<string, string>>;
  readonly alterations: readonly Alteration[];
  /** Which folders its mailbox has. */
  readonly folders: 'all' | 'mail';
}

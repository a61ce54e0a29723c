import type { Candidate } from '../intake/index.ts';

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

/** A name that no other conversation in this browser has. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(random, (part) => part.toString(36)).join('');
}

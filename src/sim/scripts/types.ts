import type { Act } from '../phone/person.ts';

/** Something that happens while nothing else does: at the phone, at the server, in between. */
export type ScriptEvent =
  | { kind: 'add-account' }
  | { kind: 'act'; act: Act }
  | { kind: 'restart-phone' }
  /** Mails arrive in the Inbox. */
  | { kind: 'mail'; count: number }
  /** Another device of the same account. Items are named by their place in the folder. */
  | { kind: 'elsewhere'; do: 'read' | 'delete' | 'edit-contact' | 'edit-event'; item: number }
  | { kind: 'folder'; do: 'create' | 'rename' | 'delete'; name: string }
  | { kind: 'restart-server' }
  | { kind: 'policy-changed' }
  | { kind: 'wipe' }
  /** The next messages of this command do not arrive; `skip`: after so many that do. */
  | { kind: 'lose'; what: 'request' | 'reply'; command: string; times: number; skip?: number }
  /** The next replies to this command are another; `skip`: after so many that are not. */
  | { kind: 'answer'; command: string; with: OtherReply; times: number; skip?: number }
  /** The server forgets the state of the Inbox, or has another key for it. */
  | { kind: 'forget-inbox' }
  /** Time passes. */
  | { kind: 'wait'; seconds: number };

/**
 * What comes instead of a reply: an HTTP status, a Status in the body; `unreadable`: bytes that break off; `odd`:
 * nothing, called HTML; `crash`: Collections with nothing in it; `empty`: nothing at all.
 */
export type OtherReply = { http: number } | { status: string } | 'unreadable' | 'odd' | 'crash' | 'empty';

export interface Script {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly events: readonly ScriptEvent[];
  /** Further mails in the Inbox at the start. */
  readonly mails?: number;
  /** Further appointments in the calendar at the start. */
  readonly appointments?: number;
  /** True where one item of each kind is enough. */
  readonly small?: boolean;
}

import type { Element } from '../message/element.ts';
import type { Folder, Mailbox } from '../mailbox/types.ts';

/** What the phone is thought to have of a folder: ServerIds with the revision it has. */
export type Known = Readonly<Record<string, number>>;

/** One collection, in two generations: what the phone has proved to have, and what was last sent. */
export interface ServerCollection {
  readonly cur: string;
  /** Absent where nothing is pending. */
  readonly next?: string;
  readonly base: Known;
  /** What the phone has once it comes back with `next`. */
  readonly after?: Known;
  /** The answer that is pending, and the request it answers. */
  readonly reply?: Element;
  readonly request?: string;
  /** Set where every further mail goes out as MIME, whatever is asked for: `Habits.bodies`. */
  readonly asMime?: true;
}

export type PolicyState = 'D-UNPROV' | 'D-TEMP' | 'D-OK';

export interface Policy {
  readonly state: PolicyState;
  readonly temporary?: string;
  readonly permanent?: string;
  /** Set when the policy was changed after the phone took it. */
  readonly changed?: true;
  readonly wipe?: 'due' | 'done';
}

export interface Hierarchy {
  readonly key: string;
  readonly folders: readonly Folder[];
  readonly previous?: { readonly key: string; readonly folders: readonly Folder[] };
}

/** A request that is held until something happens. `until` in seconds of the run. */
export interface Held {
  readonly command: 'Ping' | 'Sync';
  readonly until: number;
  readonly folders: readonly string[];
  readonly version: string;
}

export interface ServerState {
  readonly mailbox: Mailbox;
  readonly policy: Policy;
  readonly hierarchy?: Hierarchy;
  /** By CollectionId. */
  readonly collections: Readonly<Record<string, ServerCollection>>;
  readonly ping?: { readonly heartbeat: number; readonly folders: readonly string[] };
  /** The last Sync that was held, for one without a body. */
  readonly kept?: Uint8Array;
  readonly held?: Held;
  /** How many keys each folder was given; survives a restart, so that no key means two things. */
  readonly keys: Readonly<Record<string, number>>;
  /** ClientIds of mails that were sent. */
  readonly sent: readonly string[];
  /** How often a habit that waits for its turn was asked. */
  readonly turns: number;
}

/** What a server does otherwise than the specification; absent: as specified. */
export interface Habits {
  /** How the need for a policy is said; `none`: no policy is ever wanted. */
  readonly provisioning?: '449' | 'none';
  /** How a new key is written. */
  readonly keyForm?: 'braces' | 'plain' | 'long';
  /** Answers Status 2 to Provision: there is no policy. */
  readonly noPolicy?: boolean;
  /** One row of state for all folders. */
  readonly oneState?: boolean;
  /** The key moves on when the reply is written. */
  readonly commitOnSending?: boolean;
  /** Ping is answered 1 at once. */
  readonly pingAtOnce?: boolean;
  /** Ping is answered with HTTP 500. */
  readonly pingFails?: boolean;
  /** Ping is answered 2 whether or not there is anything. */
  readonly pingAlways2?: boolean;
  /** Every phase of Provision makes a new key and forgets the others. */
  readonly freshPolicyKeys?: boolean;
  /** Phase 2 is never recognised. */
  readonly neverProvisioned?: boolean;
  /** Items come with the answer to key 0. */
  readonly itemsOnZero?: boolean;
  /** MoreAvailable stands in every answer, with or without changes. */
  readonly alwaysMore?: boolean;
  /** The same key goes out with new items. */
  readonly sameKey?: boolean;
  /** Key 0 is answered with Status 3 while a state is kept. */
  readonly refusesZero?: boolean;
  /** A resend is imported and answered as if it were new. */
  readonly importsTwice?: boolean;
  /** In a calendar and in contacts the key stays from window to window, until nothing more is left. */
  readonly keyStaysInWindows?: boolean;
  /** In which form mails go out where it is not the one asked for. */
  readonly bodies?: 'signed-as-mime' | 'mime-after-html';
  /** WindowSize is not looked at. */
  readonly ignoresWindow?: boolean;
  /** A request with operations is answered with nothing. */
  readonly emptyToUpload?: boolean;
  /** Collections without a change are named with their old key. */
  readonly namesUnchanged?: boolean;
  /** Bytes that are no text are passed on. */
  readonly rawBytes?: boolean;
  /** What a Sync of an unknown folder is answered. */
  readonly unknownFolder?: 'in-collection' | 'empty';
  /** Where DeviceInformation is not understood. */
  readonly ignoresDeviceInformation?: boolean;
  /** MoveItems says 1 where it means success. */
  readonly noMoveStatus?: boolean;
}

/** The same server with part of its state changed. */
export const serverWith = (state: ServerState, change: Partial<ServerState>): ServerState => ({
  ...state,
  ...change,
});

/** Before anybody asked anything. */
export const newServer = (mailbox: Mailbox): ServerState => ({
  mailbox,
  policy: { state: 'D-UNPROV' },
  collections: {},
  keys: {},
  sent: [],
  turns: 0,
});

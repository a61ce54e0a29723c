import type { Side } from '../../conversation/index.ts';
import type { BodyKind } from '../body-kind.ts';
import type { Known } from '../types.ts';

/** A span of the message: bytes, half-open. */
export interface Mark {
  start: number;
  end: number;
}

/** An element that holds a value: its bytes with tag and END, and its text, cut after 1,000 characters. */
export interface Value extends Mark {
  text: string;
}

/** One operation of a Sync, or its answer. */
export interface Operation extends Mark {
  kind: 'Add' | 'Change' | 'Delete' | 'SoftDelete' | 'Fetch';
  serverId?: Value;
  clientId?: Value;
  status?: Value;
}

/** Commands or Responses of a collection: how many operations it holds, and the first 5,000 of them. */
export interface Operations extends Mark {
  count: number;
  list: Operation[];
}

/** A form of body that a request asks for: a BodyPreference. */
export interface Preference {
  type: string;
  /** TruncationSize, in bytes; Infinity where there is none. */
  limit: number;
  /** How many characters of a Preview; absent where it asks for none. */
  preview?: number;
}

/** A Body of an item that a reply adds or changes, as far as its size goes. */
export interface BodySize extends Mark {
  type: string;
  /** Bytes of its Data, and characters. */
  bytes: number;
  characters: number;
  /** EstimatedDataSize; absent where there is none. */
  said?: number;
}

/** One Collection of a Sync. */
export interface CollectionDigest extends Mark {
  id?: Value;
  key?: Value;
  status?: Value;
  class?: Value;
  windowSize?: Value;
  /** Its text is empty where the tag has no content, which means 1. */
  getChanges?: Value;
  options?: Mark;
  /** Body types of the BodyPreferences in its Options, in order. */
  asked: string[];
  /** The same with what they say of sizes. */
  preferences: Preference[];
  /** True where its Options ask for MIME, of some messages at least. */
  asksMime: boolean;
  moreAvailable?: Mark;
  commands?: Operations;
  responses?: Operations;
  /** The body types of its items: the first place of each. */
  bodies: Value[];
  /** Among those that it adds or changes the longest of each type, */
  longest: BodySize[];
  /** those that say a size above that of their Data and do not say that they were cut: the first 100, */
  short: BodySize[];
  /** and the Preview with the most characters, which are its `characters`. */
  preview?: BodySize;
}

export interface SyncDigest {
  windowSize?: Value;
  partial?: Mark;
  /** Its Collections. */
  container?: Mark;
  /** The first 1,000. */
  collections: CollectionDigest[];
}

/** A folder as FolderSync and its kin tell it. */
export interface FolderChange extends Mark {
  kind: 'Add' | 'Update' | 'Delete';
  id?: Value;
  parent?: Value;
  name?: Value;
  type?: Value;
}

/** FolderSync, FolderCreate, FolderUpdate, FolderDelete. */
export interface HierarchyDigest {
  key?: Value;
  count?: Value;
  /** Set where the message has a Changes. */
  changes?: Mark;
  /** The first 5,000; of FolderCreate and its kin the one that it is about. */
  folders: FolderChange[];
}

export interface PingDigest {
  heartbeat?: Value;
  /** The folders asked for, or told as changed; the first 1,000. */
  folders: Value[];
}

export interface PolicyDigest extends Mark {
  type?: Value;
  key?: Value;
  status?: Value;
  data?: Mark;
}

export interface ProvisionDigest {
  policies: PolicyDigest[];
  deviceInformation?: Mark;
  /** An order to wipe, or that it was done. */
  wipe?: Mark;
}

/** Something asked for by its id, or answered under it: the first 1,000 of a message. */
export interface ItemDigest extends Mark {
  /** Its ids, by the name of the element that holds each: CollectionId, ServerId, SrcMsgId … */
  ids: Record<string, Value>;
  status?: Value;
  range?: Mark;
  /** Which part of a multipart answer holds what was fetched. */
  part?: Value;
}

/** The Oof of a Settings. */
export interface OofDigest {
  /** Asks for the settings, or holds them. */
  get?: Mark;
  status?: Value;
}

/** What HTTP says around a message, where that matters to a rule. */
export interface HttpDigest {
  method?: string;
  status?: number;
  /** True where any header is known. */
  hasHeaders: boolean;
  /** User and device of a request; absent where neither is told. */
  phone?: string;
  /** The command its address names. */
  addressed?: string;
  hasPlainQuery: boolean;
  /** What is wrong with a base64 query. */
  queryFault?: string;
  version?: string;
  policyKey?: string;
  contentType?: string;
  contentEncoding?: string;
  contentLength?: number;
  transferEncoding?: string;
  location?: string;
  retryAfter?: string;
  challenge?: string;
  agent?: string;
  versions?: string;
  commands?: string;
}

/**
 * What rules about more than one message need to know of one: plain data, made once, small beside the message.
 */
export interface Digest {
  side: Side;
  command?: string;
  version?: Known<string>;
  body: BodyKind['kind'];
  /** In bytes; 0 too where it was not captured. */
  length: number;
  /** Bytes of a multipart body that stand around it. */
  around: number;
  /** Equal for equal bytes, and next to never for others. */
  same: string;
  /** True where gzip packs no bytes at all. */
  packsNothing: boolean;
  http: HttpDigest;
  /** `Page:Name` of the root. */
  rootName?: string;
  /** True where the root has its END. */
  whole: boolean;
  /** The Status directly under the root. */
  status?: Value;
  sync?: SyncDigest;
  hierarchy?: HierarchyDigest;
  ping?: PingDigest;
  provision?: ProvisionDigest;
  /**
   * What GetItemEstimate, ItemOperations (its Fetches), MoveItems, MeetingResponse, ResolveRecipients and ValidateCert
   * ask for or answer.
   */
  items?: ItemDigest[];
  /** The parts of a Settings, by name. */
  settings?: Record<string, Mark>;
  oof?: OofDigest;
  /** ClientId of a mail that is sent. */
  clientId?: Value;
}

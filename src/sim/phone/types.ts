import type { Message } from '../../conversation/index.ts';
import type { Folder } from '../mailbox/types.ts';
import type { Element } from '../message/element.ts';
import type { Properties } from '../message/property.ts';

export type AccountState =
  'C-NEW' | 'C-OPT' | 'C-PRE' | 'C-PROV1' | 'C-PROV2' | 'C-HIER0' | 'C-TREE' | 'C-WIPE' | 'C-WIPED';

export type FolderState = 'K0' | 'K0-WAIT' | 'PRIMED' | 'SYNCING' | 'IDLE' | 'BACKOFF';

/** An item on the phone. One that the server has not confirmed has the id of its upload. */
export interface PhoneItem {
  readonly id: string;
  readonly properties: Properties;
}

/** Something done on the phone that the server is still to hear of. */
export type LocalChange =
  | { readonly kind: 'add'; readonly clientId: string; readonly properties: readonly Element[] }
  | { readonly kind: 'change'; readonly id: string; readonly properties: readonly Element[] }
  | { readonly kind: 'delete'; readonly id: string };

/** One folder on the phone. */
export interface PhoneCollection {
  readonly state: FolderState;
  readonly key: string;
  readonly due: boolean;
  /** Replies in a row that were not understood. */
  readonly rounds: number;
  /** HTTP errors in a row. */
  readonly failures: number;
  readonly items: readonly PhoneItem[];
  readonly changes: readonly LocalChange[];
  /** How many of `changes` the request that is out carries. */
  readonly sent: number;
  /** The request that is to be asked again as it was. */
  readonly repeat?: Message;
}

/** A command of another kind that is to be sent. */
export type Job =
  | { readonly kind: 'mail'; readonly clientId: string; readonly mime: string; readonly reply?: ItemPlace }
  | { readonly kind: 'move'; readonly item: ItemPlace; readonly to: string }
  | { readonly kind: 'answer'; readonly item: ItemPlace; readonly response: '1' | '2' | '3' }
  | { readonly kind: 'open'; readonly item: ItemPlace };

export interface ItemPlace {
  readonly folder: string;
  readonly id: string;
}

/** The request that is out. */
export interface Pending {
  readonly command: string;
  readonly folder?: string;
  readonly message: Message;
}

export interface PhoneState {
  readonly account: AccountState;
  /** Empty until one is agreed on. */
  readonly version: string;
  readonly policyKey: string;
  readonly temporaryKey?: string;
  readonly settingsDone: boolean;
  readonly treeKey: string;
  readonly treeDue: boolean;
  readonly folders: readonly Folder[];
  /** Folders that were opened by hand, besides those that are always kept. */
  readonly opened: readonly string[];
  readonly collections: Readonly<Record<string, PhoneCollection>>;
  readonly jobs: readonly Job[];
  /** `told`: the folders that the server was told last; without a body Ping means those. */
  readonly ping: {
    readonly heartbeat: number;
    readonly maxFolders: number;
    readonly whole: boolean;
    readonly told: string;
  };
  readonly pending?: Pending;
  /** Waiting until then, in seconds of the run. */
  readonly rest?: { readonly until: number; readonly why: string };
  /** Numbers given to uploads and mails so far. */
  readonly made: number;
  /** What it last showed to its owner; empty where nothing. */
  readonly shows: string;
}

export const newPhone: PhoneState = {
  account: 'C-NEW',
  version: '',
  policyKey: '0',
  settingsDone: false,
  treeKey: '0',
  treeDue: false,
  folders: [],
  opened: [],
  collections: {},
  jobs: [],
  ping: { heartbeat: 900, maxFolders: 200, whole: true, told: '' },
  made: 0,
  shows: '',
};

export const newCollection: PhoneCollection = {
  state: 'K0',
  key: '0',
  due: true,
  rounds: 0,
  failures: 0,
  items: [],
  changes: [],
  sent: 0,
};

/** The state of one folder, as the rows call it. */
export function folderLabel(phone: PhoneState, id: string): string {
  const collection = phone.collections[id];
  if (!collection) return 'C-TREE';
  const { state, key } = collection;
  if (state === 'K0' || state === 'K0-WAIT') return state;
  if (state === 'IDLE' && phone.pending?.command === 'Ping') return 'PINGING';
  return `${state}(${key})`;
}

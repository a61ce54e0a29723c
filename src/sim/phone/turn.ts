import type { Message } from '../../conversation/index.ts';
import type { Taken } from '../machine.ts';
import type { PhoneProfile } from './profiles.ts';
import type { PhoneRow } from './rows.ts';
import { folderLabel, type PhoneCollection, type PhoneState, type Pending } from './types.ts';

/** What a phone does besides changing its state. */
export type PhoneEffect =
  | { kind: 'send'; command: string; message: Message; folder?: string }
  /** Gives up the request that is out: a Ping that something more urgent came before. */
  | { kind: 'close' };

/** One event being worked on: the state as it is so far, and what was done about it. */
export class Turn {
  readonly profile: PhoneProfile;
  readonly now: number;
  state: PhoneState;
  readonly taken: Taken[] = [];
  readonly effects: PhoneEffect[] = [];

  constructor(state: PhoneState, profile: PhoneProfile, now: number) {
    this.state = state;
    this.profile = profile;
    this.now = now;
  }

  set(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
  }

  /** Takes a row about the account: changes the state and says so. */
  take(row: PhoneRow, why: string, change: Partial<PhoneState> = {}): void {
    const before = this.state.account;
    this.set(change);
    this.taken.push({ machine: 'phone', row, why, before, after: this.state.account });
  }

  /** Takes a row about a folder. */
  takeFor(folder: string, row: PhoneRow, why: string, change: Partial<PhoneCollection> = {}): void {
    const before = folderLabel(this.state, folder);
    this.change(folder, change);
    this.taken.push({ machine: 'phone', row, why, folder, before, after: folderLabel(this.state, folder) });
  }

  change(folder: string, change: Partial<PhoneCollection>): void {
    const collection = this.state.collections[folder];
    if (!collection) return;
    this.set({ collections: { ...this.state.collections, [folder]: { ...collection, ...change } } });
  }

  rest(seconds: number, why: string): void {
    this.set({ rest: { until: this.now + seconds, why } });
  }

  send(pending: Pending): void {
    this.set({ pending });
    this.effects.push({ kind: 'send', ...pending });
  }

  /** The request that was out is no longer. */
  settle(): Pending | undefined {
    const { pending, ...rest } = this.state;
    this.state = rest;
    return pending;
  }

  /** Stops waiting. */
  wake(): void {
    const { rest: _, ...state } = this.state;
    this.state = state;
  }
}

/** A collection without the request it was to repeat. */
export function withoutRepeat(collection: PhoneCollection): PhoneCollection {
  const { repeat: _, ...rest } = collection;
  return rest;
}

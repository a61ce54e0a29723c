import { toBase64 } from '../bytes/index.ts';
import { conversationFromValue, toPlain, type BytesForm, type Conversation } from '../conversation/index.ts';

/** What a person changed in a branch that is not on show: its exchanges, and what is said of the conversation. */
export interface BranchChanges {
  /** Indexes of the exchanges, ascending. */
  at: readonly number[];
  /** As the person left it, with those exchanges only. */
  conversation: Conversation;
  /** How many exchanges it has, where they are not as many as were played: it came of other rules. */
  count?: number;
}

/** @param edited the conversation of a branch as a person left it @param played as it was played */
export function changesOf(edited: Conversation, played: Conversation): BranchChanges {
  const at = edited.exchanges.flatMap((exchange, i) => (exchange === played.exchanges[i] ? [] : [i]));
  const exchanges = edited.exchanges.filter((exchange, i) => exchange !== played.exchanges[i]);
  const { length } = edited.exchanges;
  return {
    at,
    conversation: { ...edited, exchanges },
    ...(length !== played.exchanges.length && { count: length }),
  };
}

/** The conversation of a branch as a person left it. What was changed past the end of what is played is there, too. */
export function withChanges(played: Conversation, { at, conversation, count }: BranchChanges): Conversation {
  const changed = new Map(at.map((place, i) => [place, conversation.exchanges[i]]));
  const among = played.exchanges.slice(0, count).map((exchange, i) => changed.get(i) ?? exchange);
  const behind = conversation.exchanges.filter((_, i) => (at[i] ?? 0) >= played.exchanges.length);
  // What is said of it stands there whole, what was taken away too.
  return { ...conversation, exchanges: [...among, ...behind] };
}

/** As plain values, bytes as base64. */
export const plainChanges = ({ at, conversation, count }: BranchChanges): Record<string, unknown> => ({
  at,
  conversation: toPlain(conversation, BASE64),
  ...(count !== undefined && { count }),
});

/** @returns `undefined` where it is none */
export function readChanges(value: unknown): BranchChanges | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, conversation, count } = value as Partial<Record<keyof BranchChanges, unknown>>;
  const read = conversationFromValue(conversation);
  if (!read.ok || !Array.isArray(at) || at.length !== read.value.exchanges.length) return undefined;
  const isAscending = at.every(
    (each, i) => Number.isSafeInteger(each) && each > ((at[i - 1] as number) ?? -1),
  );
  if (!isAscending || !(count === undefined || (Number.isSafeInteger(count) && (count as number) >= 0)))
    return undefined;
  return {
    at: at as number[],
    conversation: read.value,
    ...(count !== undefined && { count: count as number }),
  };
}

/** Whether a person left a conversation just as it was played. */
export const isUnchanged = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Uint8Array || other instanceof Uint8Array) {
    if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array)) return false;
    return one.length === other.length && one.every((byte, i) => byte === other[i]);
  }
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isUnchanged(Reflect.get(one, name), Reflect.get(other, name)))
  );
};

const BASE64: BytesForm = {
  write: toBase64,
  check: () => undefined,
  read: () => undefined, // `conversationFromValue` reads them
  expected: 'base64',
};

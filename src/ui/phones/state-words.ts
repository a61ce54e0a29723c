import { words } from '#words/phones.ts';
import { easFacts } from '../../eas/index.ts';
import { sizeText, type Message } from '../../conversation/index.ts';
import { readValues } from './message-values.ts';
import { TAG } from './tag-keys.ts';

/** States of the account and of one folder, as a person would say where the phone stands. */
const WORDS: Readonly<Record<string, string>> = words.states;
const WITH_KEY = /^([A-Z0-9-]+)\((.*)\)$/s;
/** Characters of a key that are shown. */
const LONGEST = 40;

/**
 * Where a phone stands after a reply, in a sentence.
 * @param state as `judgeReply` names it: `SYNCING(1)`
 * @param took whether it took the reply
 */
export function stateWords(state: string, took: boolean): string {
  const [, name = state, key] = WITH_KEY.exec(state) ?? [];
  const told = name === 'SYNCING' && !took ? words.staysAtKey : (WORDS[name] ?? `${state}.`);
  return key === undefined ? told : `${told} ${clipped(key)}.`;
}

/** What a phone sends, in a few words: `Sync of folder 1 with key 0, 43 bytes`. */
export function sentWords(message: Message): string {
  const { method } = message.http ?? {};
  const command = message.readAs?.command ?? easFacts(message.http).command ?? method ?? words.request;
  const values = message.bytes ? readValues(message.bytes) : [];
  const valueOf = (key: number) => values.find((value) => value.key === key)?.text;
  const folder = valueOf(TAG.collectionId);
  const key = valueOf(TAG.syncKey) ?? valueOf(TAG.treeKey);
  const what = folder === undefined ? command : words.ofFolder(command, clipped(folder));
  return `${key === undefined ? what : words.withKey(what, clipped(key))}, ${sizeText(message)}`;
}

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

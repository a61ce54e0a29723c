import { easFacts } from '../../eas/index.ts';
import { sizeText, type Message } from '../../conversation/index.ts';
import { readValues } from './message-values.ts';
import { TAG } from './tag-keys.ts';

/** States of the account and of one folder, as a person would say where the phone stands. */
const WORDS: Readonly<Record<string, string>> = {
  'C-NEW': 'It has no account yet.',
  'C-OPT': 'It still does not know what the server can do.',
  'C-PRE': 'It knows the version, and has no folders yet.',
  'C-PROV1': 'It wants the policy.',
  'C-PROV2': 'It has the policy and confirms it.',
  'C-HIER0': 'It still has no folders.',
  'C-TREE': 'It has its folders.',
  'C-WIPE': 'It erases itself.',
  'C-WIPED': 'It has erased itself.',
  K0: 'It is back at key 0.',
  'K0-WAIT': 'It stays at key 0.',
  PRIMED: 'It has the key',
  SYNCING: 'It goes on with key',
  IDLE: 'It is up to date at key',
  PINGING: 'It is up to date and waits for news.',
  BACKOFF: 'It waits before it asks again, with key',
};
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
  const words = name === 'SYNCING' && !took ? 'It stays at key' : (WORDS[name] ?? `${state}.`);
  return key === undefined ? words : `${words} ${clipped(key)}.`;
}

/** What a phone sends, in a few words: `Sync of folder 1 with key 0, 43 bytes`. */
export function sentWords(message: Message): string {
  const { method } = message.http ?? {};
  const command = message.readAs?.command ?? easFacts(message.http).command ?? method ?? 'request';
  const values = message.bytes ? readValues(message.bytes) : [];
  const valueOf = (key: number) => values.find((value) => value.key === key)?.text;
  const folder = valueOf(TAG.collectionId);
  const key = valueOf(TAG.syncKey) ?? valueOf(TAG.treeKey);
  const what = folder === undefined ? command : `${command} of folder ${clipped(folder)}`;
  return `${key === undefined ? what : `${what} with key ${clipped(key)}`}, ${sizeText(message)}`;
}

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

import { words } from '#words/phones.ts';
import type { Message } from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import { smallestMessage, writeMessage, type Piece } from '../../eas/index.ts';
import { hasTag, messageValues } from './message-values.ts';
import { TAG } from './tag-keys.ts';

/** A request that a reply would be an answer to, where none was captured. */
export interface FittingRequest {
  message: Message;
  /** What is assumed of it, in words: `Sync of folder 1 with key 0`. */
  words: string;
  /** Set where it might as well have been asked with the other kind of key. */
  asked?: Asked;
}

/** Whether a Sync was the first of its folder, which has key 0, or a later one. */
export type Asked = 'first' | 'later';

const POLICY_TYPE = 'MS-EAS-Provisioning-WBXML';
/** A Sync that is not read back at all is taken for one of this folder. */
const SOME_FOLDER = '1';

/**
 * The request that fits a reply that stands alone.
 * @param asked how a Sync was asked; found out from the reply where absent
 * @returns nothing where the command has no request of this version that could be made up
 */
export function fittingRequest(
  command: string,
  version: string,
  reply: Uint8Array,
  asked?: Asked,
): FittingRequest | undefined {
  if (command === 'Sync') return fittingSync(reply, asked);
  if (command === 'FolderSync') {
    const root: Piece = { key: TAG.folderSync, holds: [{ key: TAG.treeKey, holds: '0' }] };
    return made(command, root, words.withKeyZero(command));
  }
  if (command === 'Provision') return fittingProvision(reply);
  if (command === 'OPTIONS')
    return { message: { bytes: new Uint8Array(), http: { method: 'OPTIONS' } }, words: 'OPTIONS' };
  const bytes = smallestMessage(command, 'request', version);
  return bytes && { message: posted(command, bytes), words: words.smallest(command) };
}

function fittingSync(reply: Uint8Array, asked: Asked | undefined): FittingRequest {
  const decoded = decode(reply, { doctype: 'activesync' });
  const values = messageValues(decoded);
  const inCollection = values.filter(({ within }) => within === TAG.collection);
  const ids = [
    ...new Set(inCollection.filter(({ key }) => key === TAG.collectionId).map(({ text }) => text)),
  ];
  const given = inCollection.find(({ key }) => key === TAG.syncKey)?.text;
  const brings = hasTag(decoded, TAG.commands) && given !== '1';
  const how = asked ?? (brings ? 'later' : 'first');
  const key = how === 'first' ? '0' : keyBefore(given);
  const folders = ids.length > 0 ? ids : [SOME_FOLDER];
  const collections = folders.map((id) => ({
    key: TAG.collection,
    holds: [
      { key: TAG.syncKey, holds: key },
      { key: TAG.collectionId, holds: id },
    ],
  }));
  const root: Piece = { key: TAG.sync, holds: [{ key: TAG.collections, holds: collections }] };
  const which = folders.length === 1 ? words.oneFolder(folders[0] ?? '') : words.folders(folders.length);
  return { ...made('Sync', root, words.syncOf(which, key)), asked: how };
}

/** A key that may have stood before this one: many servers count. */
function keyBefore(given: string | undefined): string {
  const number = Number(given);
  if (Number.isSafeInteger(number) && number > 1) return String(number - 1);
  return given === '1' ? '2' : '1';
}

/** The first phase is answered with a policy, the second with a key alone. @see MS-ASPROV §3.1.5.1 */
function fittingProvision(reply: Uint8Array): FittingRequest {
  const decoded = decode(reply, { doctype: 'activesync' });
  const type: Piece = { key: TAG.policyType, holds: POLICY_TYPE };
  const isFirst = hasTag(decoded, TAG.policyData);
  const second: Piece[] = [
    { key: TAG.policyKey, holds: '1' },
    { key: TAG.provisionStatus, holds: '1' },
  ];
  const policy: Piece = { key: TAG.policy, holds: isFirst ? [type] : [type, ...second] };
  const root: Piece = { key: TAG.provision, holds: [{ key: TAG.policies, holds: [policy] }] };
  return made('Provision', root, words.phase(isFirst ? 1 : 2));
}

const made = (command: string, root: Piece, told: string): FittingRequest => ({
  message: posted(command, writeMessage(root)),
  words: told,
});

const posted = (command: string, bytes: Uint8Array): Message => ({ bytes, readAs: { command } });

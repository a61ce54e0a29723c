import { propertiesOfElements, type Properties } from './message/property.ts';
import { itemsIn } from './mailbox/mailbox.ts';
import { renderItem, type Asked } from './mailbox/render.ts';
import type { Folder, Item } from './mailbox/types.ts';
import type { Element } from './message/element.ts';
import type { PhoneState } from './phone/types.ts';
import { wantedFolders } from './phone/wanted.ts';
import type { ServerState } from './server/types.ts';

/** What one side has and the other has not, or has otherwise. */
export interface MailboxDifference {
  folder: string;
  id: string;
  what: 'only on the phone' | 'only on the server' | 'differs';
  /** Names of the properties that differ. */
  properties: string[];
}

const BODY_BYTES = 32_768;

/** Where the two mailboxes differ, in the folders that the phone keeps. */
export function mailboxDifferences(phone: PhoneState, server: ServerState): MailboxDifference[] {
  const differences: MailboxDifference[] = [];
  for (const folder of wantedFolders(phone)) {
    const asked = { version: phone.version, bodyType: '1', truncation: BODY_BYTES };
    const own = new Map((phone.collections[folder]?.items ?? []).map((item) => [item.id, item.properties]));
    for (const item of itemsIn(server.mailbox, folder)) {
      const theirs = propertiesAsked(item, asked);
      const mine = own.get(item.id);
      own.delete(item.id);
      if (!mine) differences.push({ folder, id: item.id, what: 'only on the server', properties: [] });
      else {
        const properties = differing(mine, theirs);
        if (properties.length > 0) differences.push({ folder, id: item.id, what: 'differs', properties });
      }
    }
    for (const id of own.keys()) differences.push({ folder, id, what: 'only on the phone', properties: [] });
  }
  return differences;
}

/** Properties of what was rendered: the same item gives the same list, and that need not be read twice. */
const known = new WeakMap<readonly Element[], Properties>();

function propertiesAsked(item: Item, asked: Asked): Properties {
  const elements = renderItem(item, asked);
  let properties = known.get(elements);
  if (!properties) known.set(elements, (properties = propertiesOfElements(elements)));
  return properties;
}

/** Names of what differs; a property without content says as much as none. */
function differing(mine: Properties, theirs: Properties): string[] {
  const names: string[] = [];
  for (const name of Object.keys(mine)) if ((mine[name] ?? '') !== (theirs[name] ?? '')) names.push(name);
  for (const name of Object.keys(theirs)) {
    if (theirs[name] !== '' && !Object.hasOwn(mine, name)) names.push(name);
  }
  return names;
}

/** True where both sides have the same folders and, in those the phone keeps, the same items. */
export function mailboxesEqual(phone: PhoneState, server: ServerState): boolean {
  if (phone.account === 'C-WIPED') return true; // nothing is meant to be there
  if (phone.account !== 'C-TREE') return false;
  return sameFolders(phone.folders, server.mailbox.folders) && mailboxDifferences(phone, server).length === 0;
}

/** True where both lists hold the same folders, in whatever order; ids are unique in each. */
function sameFolders(mine: readonly Folder[], theirs: readonly Folder[]): boolean {
  if (mine.length !== theirs.length) return false;
  const own = new Map(mine.map((folder) => [folder.id, folder]));
  return theirs.every(({ id, parent, name, type }) => {
    const folder = own.get(id);
    return folder?.parent === parent && folder.name === name && folder.type === type;
  });
}

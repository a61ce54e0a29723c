import { propertiesOf, propertiesOfElements, type Properties } from '../message/property.ts';
import { child, textAt } from '../message/tree.ts';
import type { SyncAnswer } from './answer.ts';
import type { LocalChange, PhoneCollection, PhoneItem } from './types.ts';

/** What an upload is called on the phone until the server named it. */
const localId = (clientId: string): string => `local:${clientId}`;

/**
 * The folder with what a reply says taken over: the answers to uploads first, then the changes, then what was done
 * here since and is still to be sent.
 */
export function takeOver(collection: PhoneCollection, answer: SyncAnswer): PhoneCollection {
  const items = new Map(collection.items.map((item) => [item.id, item]));
  const answered = new Set<LocalChange>();
  const sent = collection.changes.slice(0, collection.sent);
  for (const response of answer.responses) {
    const status = textAt(response, 'AirSync:Status');
    const clientId = textAt(response, 'AirSync:ClientId');
    const id = textAt(response, 'AirSync:ServerId');
    if (response.name !== 'AirSync:Add') continue;
    const upload = sent.find((change) => change.kind === 'add' && change.clientId === clientId);
    if (!upload || clientId === undefined) continue;
    const local = items.get(localId(clientId));
    items.delete(localId(clientId));
    if (status === '1' && id !== undefined && local) {
      answered.add(upload);
      if (!items.has(id)) items.set(id, { ...local, id });
    }
  }
  for (const command of answer.commands) {
    const id = textAt(command, 'AirSync:ServerId');
    if (id === undefined) continue;
    if (command.name === 'AirSync:Delete' || command.name === 'AirSync:SoftDelete') items.delete(id);
    else {
      const properties = propertiesOf(child(command, 'AirSync:ApplicationData'));
      items.set(id, { id, properties: { ...items.get(id)?.properties, ...properties } });
    }
  }
  // Silence about a change or a delete is success; an upload without an answer is still to be sent.
  const left = collection.changes.filter((change, i) => {
    if (i >= collection.sent) return true;
    return change.kind === 'add' && !answered.has(change);
  });
  return { ...collection, items: withLocal([...items.values()], left), changes: left, sent: 0 };
}

/** The folder as it is seen before anything came from the server: only what was made here. */
export const emptied = (collection: PhoneCollection): PhoneCollection => ({
  ...collection,
  items: withLocal([], collection.changes),
});

/** Items with the changes made here shown on top of them. */
export function withLocal(items: readonly PhoneItem[], changes: readonly LocalChange[]): PhoneItem[] {
  if (changes.length === 0) return [...items];
  const shown = new Map(items.map((item) => [item.id, item]));
  for (const change of changes) {
    if (change.kind === 'delete') shown.delete(change.id);
    else if (change.kind === 'change') {
      const item = shown.get(change.id);
      if (item) shown.set(change.id, changed(item, propertiesOfElements(change.properties)));
    } else {
      const id = localId(change.clientId);
      if (!shown.has(id)) shown.set(id, { id, properties: ownProperties(change) });
    }
  }
  return [...shown.values()];
}

const changed = (item: PhoneItem, properties: Properties): PhoneItem => ({
  ...item,
  properties: { ...item.properties, ...properties },
});

/** What an upload says, under the names by which the server gives it back. */
function ownProperties({ properties }: Extract<LocalChange, { kind: 'add' }>): Properties {
  const { 'Calendar:ClientUid': uid, ...rest } = propertiesOfElements(properties);
  return uid === undefined ? rest : { ...rest, 'Calendar:UID': uid };
}

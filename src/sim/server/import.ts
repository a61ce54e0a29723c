import {
  addItem,
  changeItem,
  folderOfType,
  itemIn,
  itemsIn,
  moveItem,
  removeItem,
} from '../mailbox/mailbox.ts';
import { renderItem, type Asked } from '../mailbox/render.ts';
import { classOfFolder, FOLDER, type Item, type Mailbox } from '../mailbox/types.ts';
import { flag, tag, type Element } from '../message/element.ts';
import { child, textAt, type Node } from '../message/tree.ts';
import type { Known } from './types.ts';

/** What came of the operations that a phone sent with Sync. */
export interface Imported {
  mailbox: Mailbox;
  /** What the phone has with its own operations carried out. */
  known: Known;
  /** What stands under Responses. */
  responses: Element[];
  fetched: boolean;
}

interface Import {
  folder: string;
  /** What the phone had before, and what it may have been told since. */
  base: Known;
  after: Known;
  asked: Asked;
  /** True for a server that does not know an upload when it sees it again. */
  twice: boolean;
}

/** Carries out what stands in Commands. An upload is known by its ClientId and not carried out twice. */
export function importCommands(mailbox: Mailbox, commands: readonly Node[], how: Import): Imported {
  const state: Imported = { mailbox, known: how.base, responses: [], fetched: false };
  for (const command of commands) {
    if (command.name === 'AirSync:Add') add(state, command, how);
    else if (command.name === 'AirSync:Change') change(state, command, how);
    else if (command.name === 'AirSync:Delete') remove(state, command, how);
    else if (command.name === 'AirSync:Fetch') fetch(state, command, how);
  }
  return state;
}

function add(state: Imported, command: Node, { folder, twice }: Import): void {
  const clientId = textAt(command, 'AirSync:ClientId') ?? '';
  const known = twice ? undefined : itemsIn(state.mailbox, folder).find((item) => item.clientId === clientId);
  let item = known;
  if (!item) {
    const type = state.mailbox.folders.find(({ id }) => id === folder)?.type ?? 0;
    const properties = uploaded(child(command, 'AirSync:ApplicationData'));
    const added = addItem(state.mailbox, folder, {
      class: classOfFolder(type),
      clientId,
      ...properties,
    });
    state.mailbox = added.mailbox;
    item = added.item;
  }
  state.known = { ...state.known, [item.id]: item.revision };
  state.responses.push(
    tag(
      'AirSync:Add',
      tag('AirSync:ClientId', clientId),
      tag('AirSync:ServerId', item.id),
      tag('AirSync:Status', '1'),
    ),
  );
}

function change(state: Imported, command: Node, { folder, base, after }: Import): void {
  const id = textAt(command, 'AirSync:ServerId') ?? '';
  const item = itemIn(state.mailbox, folder, id);
  const refuse = (status: string): void => {
    state.responses.push(tag('AirSync:Change', tag('AirSync:ServerId', id), tag('AirSync:Status', status)));
  };
  if (!item) {
    refuse('8');
    return;
  }
  const seen = Math.max(base[id] ?? 0, after[id] ?? 0);
  if (item.revision > seen) {
    // Changed on both sides: the copy of the server goes out with the changes that follow.
    refuse('7');
    return;
  }
  const { properties, body } = uploaded(child(command, 'AirSync:ApplicationData'));
  state.mailbox = changeItem(state.mailbox, folder, id, (old) => ({
    ...old,
    properties: merged(old.properties, properties),
    ...(body && { body: { ...old.body, ...body } }),
  }));
  const changed = itemIn(state.mailbox, folder, id);
  state.known = { ...state.known, [id]: changed?.revision ?? 0 };
}

function remove(state: Imported, command: Node, { folder }: Import): void {
  const id = textAt(command, 'AirSync:ServerId') ?? '';
  const trash = folderOfType(state.mailbox, FOLDER.deleted);
  const item = itemIn(state.mailbox, folder, id);
  if (item) {
    const moves = item.class === 'Email' && trash !== undefined && trash.id !== folder;
    state.mailbox = moves
      ? moveItem(state.mailbox, folder, id, trash.id).mailbox
      : removeItem(state.mailbox, folder, id);
  }
  const known: Record<string, number> = { ...state.known };
  Reflect.deleteProperty(known, id);
  state.known = known;
}

function fetch(state: Imported, command: Node, { folder, asked }: Import): void {
  const id = textAt(command, 'AirSync:ServerId') ?? '';
  const item = itemIn(state.mailbox, folder, id);
  state.fetched = true;
  state.responses.push(
    tag(
      'AirSync:Fetch',
      tag('AirSync:ServerId', id),
      tag('AirSync:Status', item ? '1' : '8'),
      ...(item ? [tag('AirSync:ApplicationData', ...renderItem(item, asked))] : []),
    ),
  );
}

/** What an upload says: its properties, and its text apart. */
function uploaded(data: Node | undefined): Pick<Item, 'properties' | 'body'> {
  const properties: Element[] = [];
  let body: Item['body'];
  for (const property of data?.children ?? []) {
    if (property.name === 'AirSyncBase:Body') body = { text: textAt(property, 'AirSyncBase:Data') ?? '' };
    // A phone names an appointment itself; other phones hear of it as UID.
    else if (property.name === 'Calendar:ClientUid') properties.push(tag('Calendar:UID', property.text));
    else properties.push(elementOf(property));
  }
  return { properties, ...(body && { body }) };
}

function merged(old: readonly Element[], changes: readonly Element[]): Element[] {
  const byName = new Map(old.map((property) => [property.name, property]));
  for (const property of changes) {
    // Phones send an empty Picture with each edit of a contact: the picture stays.
    if (property.name === 'Contacts:Picture' && !property.holds?.length) continue;
    byName.set(property.name, property);
  }
  return [...byName.values()];
}

/** An element as it was read, to be written again. */
function elementOf(node: Node): Element {
  if (node.children.length > 0) return tag(node.name, ...node.children.map(elementOf));
  return node.text === '' ? flag(node.name) : tag(node.name, node.text);
}

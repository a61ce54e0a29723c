import { renderChange, renderItem, type Asked } from '../mailbox/render.ts';
import { FOLDER } from '../mailbox/types.ts';
import { flag, tag, type Element } from '../message/element.ts';
import { bodiesOf } from './bodies.ts';
import { importCommands, type Imported } from './import.ts';
import { changesSince, told, type Change } from './known.ts';
import type { ServerRow } from './rows.ts';
import type { AskedCollection } from './sync-request.ts';
import { serverWith, type Habits, type Known, type ServerCollection, type ServerState } from './types.ts';

/** What a server makes of one Collection of a Sync. */
export interface CollectionAnswer {
  state: ServerState;
  /** Absent where there is nothing to say. */
  element?: Element;
  rows: { row: ServerRow; why: string }[];
}

interface Turn {
  state: ServerState;
  id: string;
  /** Where its state is kept: its id, unless all folders share one row. */
  at: string;
  key: string;
  asked: AskedCollection;
  version: string;
  habits: Habits;
  /** Set where the folder is one whose mails all go out as MIME by now. */
  asMime: boolean;
}

/** Changes that go out together, and whether more remain. */
interface Window {
  changes: Change[];
  more: boolean;
}

const NOTHING: Known = {};
const NO_WINDOW: Window = { changes: [], more: false };

/** Answers one Collection whose folder is there. */
export function answerCollection(
  state: ServerState,
  asked: AskedCollection,
  version: string,
  habits: Habits,
): CollectionAnswer {
  const id = asked.id ?? '';
  const at = habits.oneState ? 'all' : id;
  const collection = state.collections[at];
  const asMime = collection?.asMime ?? false;
  const turn: Turn = { state, id, at, key: asked.key ?? '0', asked, version, habits, asMime };
  if (turn.key === '0') return keyZero(turn, collection);
  if (!collection) return forgotten(turn, 'S18', `There is no state for key ${turn.key}.`);
  const { cur, next, reply, request } = collection;
  if (next !== undefined && turn.key === next && !habits.commitOnSending) {
    return proceed(turn, collection.after ?? collection.base);
  }
  // Whatever the phone asks with: what was sent last counts as arrived.
  if (habits.commitOnSending) return proceed(turn, collection.after ?? collection.base);
  if (turn.key === cur && next === undefined) return proceed(turn, collection.base);
  if (turn.key === cur && cur !== '0') {
    if (!habits.importsTwice && request === asked.content && reply) {
      const why = `Key ${cur} again: the answer with key ${next ?? ''} did not arrive, or was not taken.`;
      return { state, element: reply, rows: [{ row: 'S20', why }] };
    }
    return again(turn, collection);
  }
  return forgotten(turn, 'S23', `Key ${turn.key} is neither ${cur} nor ${next ?? 'a key that is pending'}.`);
}

function keyZero(turn: Turn, collection: ServerCollection | undefined): CollectionAnswer {
  const { state, id, at, habits } = turn;
  if (collection && habits.refusesZero) return forgottenBut(turn, 'A state is kept, and key 0 is not it.');
  if (collection?.cur === '0' && collection.reply && !habits.oneState && !habits.itemsOnZero) {
    return {
      state,
      element: collection.reply,
      rows: [{ row: 'S19', why: 'The first key was not used yet.' }],
    };
  }
  const { key, state: counted } = newKey(state, id, habits);
  const anew: Turn = { ...turn, state: counted, asMime: false };
  const first = habits.itemsOnZero ? window(turn, NOTHING) : NO_WINDOW;
  const { element, asMime } = collectionElement(anew, key, [], first.changes, first.more);
  const made: ServerCollection = {
    cur: '0',
    next: key,
    base: NOTHING,
    after: told(NOTHING, first.changes),
    reply: element,
    ...asMime,
  };
  return {
    state: put(counted, at, made),
    element,
    rows: [
      collection
        ? { row: 'S24', why: `Key 0 is always right: folder ${id} starts anew with ${key}.` }
        : { row: 'S17', why: `Folder ${id} gets its first key, ${key}.` },
    ],
  };
}

/** The phone has the last answer: what was sent with it is sure now. */
function proceed(turn: Turn, base: Known): CollectionAnswer {
  return exchange(turn, ownOf(turn, base), NOTHING);
}

/** The phone does not have it and says something else: back to what was sure. */
function again(turn: Turn, collection: ServerCollection): CollectionAnswer {
  const { base, after = NOTHING } = collection;
  return exchange(turn, ownOf(turn, base), after, 'S50');
}

/** Of a state that all folders share, what belongs to this one. */
function ownOf({ id, habits }: Turn, known: Known): Known {
  if (!habits.oneState) return known;
  return Object.fromEntries(Object.entries(known).filter(([item]) => item.startsWith(`${id}:`)));
}

function exchange(turn: Turn, base: Known, after: Known, row?: ServerRow): CollectionAnswer {
  const { asked, habits, id, at, key } = turn;
  const imported = importCommands(turn.state.mailbox, asked.commands, {
    folder: id,
    base,
    after,
    asked: askedItems(turn),
    twice: habits.importsTwice ?? false,
  });
  const state = serverWith(turn.state, { mailbox: imported.mailbox });
  const current = { ...turn, state };
  const { changes, more } = asked.getChanges ? window(current, imported.known) : NO_WINDOW;
  const rows: CollectionAnswer['rows'] = [];
  if (imported.fetched) rows.push({ row: 'S32', why: 'An item was asked for by its id.' });
  const uploads = asked.commands.some(({ name }) => name !== 'AirSync:Fetch');
  const nothing = changes.length === 0 && !uploads && imported.responses.length === 0;
  if (nothing) {
    rows.push({ row: row ?? 'S22', why: 'Nothing changed on either side.' });
    const { element, asMime } = collectionElement(current, key, [], [], habits.alwaysMore ?? false);
    const named = habits.namesUnchanged || habits.alwaysMore;
    const kept: ServerCollection = { cur: key, base: imported.known, ...asMime };
    return { state: put(state, at, kept), ...(named && { element }), rows };
  }
  return sendChanges(current, base, imported, changes, more, rows, row);
}

function sendChanges(
  turn: Turn,
  base: Known,
  imported: Imported,
  changes: readonly Change[],
  more: boolean,
  rows: CollectionAnswer['rows'],
  row?: ServerRow,
): CollectionAnswer {
  const { habits, id, at, key, asked } = turn;
  const stays = habits.sameKey || staysInWindow(turn, base, more);
  const made = stays ? { key, state: turn.state } : newKey(turn.state, id, habits);
  const { element, asMime } = collectionElement(
    { ...turn, state: made.state },
    made.key,
    imported.responses,
    changes,
    more || (habits.alwaysMore ?? false),
  );
  const after = told(imported.known, changes);
  const next: ServerCollection =
    stays || habits.commitOnSending
      ? { cur: made.key, base: after, ...asMime }
      : { cur: key, next: made.key, base, after, reply: element, request: asked.content, ...asMime };
  const uploads = asked.commands.length;
  const why =
    `${changes.length} change${changes.length === 1 ? '' : 's'} to tell` +
    `${uploads > 0 ? `, ${uploads} taken in` : ''}; the ${stays ? 'key stays' : 'new key is'} ${made.key}.`;
  rows.push({ row: row ?? (more ? 'S31' : 'S21'), why });
  return { state: put(made.state, at, next), element, rows };
}

/**
 * True where the key is that of the request, though there are changes: between the first window and the last.
 * @see Habits.keyStaysInWindows
 */
function staysInWindow({ state, id, habits }: Turn, base: Known, more: boolean): boolean {
  const isFirst = Object.keys(base).length === 0;
  if (!habits.keyStaysInWindows || !more || isFirst) return false;
  const type = state.mailbox.folders.find((folder) => folder.id === id)?.type;
  return type === FOLDER.calendar || type === FOLDER.contacts;
}

function forgotten(turn: Turn, row: ServerRow, why: string): CollectionAnswer {
  const { state, at, habits } = turn;
  if (habits.refusesZero && state.collections[at]) return forgottenBut(turn, why);
  const collections = Object.fromEntries(Object.entries(state.collections).filter(([id]) => id !== at));
  return {
    state: serverWith(state, { collections }),
    element: statusElement(turn, '3'),
    rows: [{ row, why }],
  };
}

/** Status 3 without forgetting anything. */
const forgottenBut = (turn: Turn, why: string): CollectionAnswer => ({
  state: turn.state,
  element: statusElement(turn, '3'),
  rows: [{ row: 'S72', why }],
});

const statusElement = ({ key, id }: Turn, status: string): Element =>
  tag(
    'AirSync:Collection',
    tag('AirSync:SyncKey', key),
    tag('AirSync:CollectionId', id),
    tag('AirSync:Status', status),
  );

const put = (state: ServerState, at: string, collection: ServerCollection): ServerState =>
  serverWith(state, { collections: { ...state.collections, [at]: collection } });

/** As many changes as fit, and whether more remain. */
function window(turn: Turn, known: Known): Window {
  const { state, id, asked, habits } = turn;
  const changes = changesSince(state.mailbox, id, known);
  const size = habits.ignoresWindow ? Infinity : asked.window;
  return changes.length > size ? { changes: changes.slice(0, size), more: true } : { changes, more: false };
}

function newKey(state: ServerState, id: string, habits: Habits): { key: string; state: ServerState } {
  const number = (state.keys[id] ?? 0) + 1;
  return {
    key: keyText(id, number, habits.keyForm),
    state: serverWith(state, { keys: { ...state.keys, [id]: number } }),
  };
}

/** A key in the form of the server. All of them are opaque to a phone. */
function keyText(id: string, number: number, form: Habits['keyForm']): string {
  const folder = id.replace(/[^0-9A-Za-z]/g, '').slice(0, 12);
  if (form === 'plain') return String(number);
  if (form === 'long') return `${'k'.repeat(60)}${folder}-${number}`;
  if (form === 'braces') return `{00000000-0000-4000-8000-${folder.padStart(12, '0')}}${number}`;
  return `${folder}-${number}`;
}

const askedItems = ({ asked, version, habits }: Turn): Asked => ({
  version,
  bodyType: asked.bodyType,
  truncation: asked.truncation,
  ...(habits.rawBytes && { rawBytes: true }),
});

function collectionElement(
  turn: Turn,
  key: string,
  responses: readonly Element[],
  changes: readonly Change[],
  more: boolean,
): { element: Element; asMime: Pick<ServerCollection, 'asMime'> } {
  const bodies = bodiesOf(changes, askedItems(turn), turn.habits.bodies, turn.asMime);
  const commands = changes.map((change, i): Element => {
    if (change.kind === 'delete') return tag('AirSync:Delete', tag('AirSync:ServerId', change.id));
    const { item, kind } = change;
    const asked = bodies.asked[i] ?? askedItems(turn);
    const properties = kind === 'add' ? renderItem(item, asked) : renderChange(item, asked);
    return tag(
      kind === 'add' ? 'AirSync:Add' : 'AirSync:Change',
      tag('AirSync:ServerId', item.id),
      tag('AirSync:ApplicationData', ...properties),
    );
  });
  const element = tag(
    'AirSync:Collection',
    tag('AirSync:SyncKey', key),
    tag('AirSync:CollectionId', turn.id),
    tag('AirSync:Status', '1'),
    ...(responses.length > 0 ? [tag('AirSync:Responses', ...responses)] : []),
    ...(more ? [flag('AirSync:MoreAvailable')] : []),
    ...(commands.length > 0 ? [tag('AirSync:Commands', ...commands)] : []),
  );
  return { element, asMime: bodies.asMime ? { asMime: true } : {} };
}

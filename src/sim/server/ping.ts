import { tag, type Element } from '../message/element.ts';
import { all, child, textAt } from '../message/tree.ts';
import { ok, type Draft } from './draft.ts';
import { treeChanged } from './hierarchy.ts';
import { hasChanges } from './known.ts';
import type { Request } from './request.ts';
import { withoutHeld, type Step } from './sync.ts';
import { serverWith, type Habits, type Held, type ServerState } from './types.ts';

const HEARTBEAT = { low: 60, high: 3540 };
const MAX_FOLDERS = 200;

/** Answers Ping, or holds it. @param now seconds of the run */
export function ping(state: ServerState, request: Request, habits: Habits, now: number): Step {
  const root = request.tree?.root;
  const folders = all(child(root, 'Ping:Folders'), 'Ping:Folder').flatMap((folder) => {
    const id = textAt(folder, 'Ping:Id');
    return id === undefined ? [] : [id];
  });
  const heartbeat = Number(textAt(root, 'Ping:HeartbeatInterval') ?? state.ping?.heartbeat ?? 0);
  const watched = folders.length > 0 ? folders : (state.ping?.folders ?? []);
  if (heartbeat === 0 || watched.length === 0) {
    return { state, draft: answer('3'), rows: [{ row: 'S34', why: 'No heartbeat or no folders are kept.' }] };
  }
  if (heartbeat < HEARTBEAT.low || heartbeat > HEARTBEAT.high) {
    const limit = heartbeat < HEARTBEAT.low ? HEARTBEAT.low : HEARTBEAT.high;
    const draft = answer('5', tag('Ping:HeartbeatInterval', String(limit)));
    return { state, draft, rows: [{ row: 'S55', why: `${heartbeat} s is outside the range.` }] };
  }
  if (watched.length > MAX_FOLDERS) {
    const draft = answer('6', tag('Ping:MaxFolders', String(MAX_FOLDERS)));
    return { state, draft, rows: [{ row: 'S55', why: `${watched.length} folders are too many.` }] };
  }
  const kept = serverWith(state, { ping: { heartbeat, folders: watched } });
  const rows: Step['rows'] = [
    state.ping
      ? { row: 'S36', why: root ? 'With a body: it replaces what was kept.' : 'Without a body: as before.' }
      : { row: 'S35', why: `Kept: ${heartbeat} s and ${watched.length} folders.` },
  ];
  if (habits.pingFails) return { state: kept, draft: { status: 500 }, rows };
  if (habits.pingAtOnce) return { state: kept, draft: answer('1'), rows };
  if (habits.pingAlways2) {
    return { state: kept, draft: answer('2', foldersElement(watched.slice(0, 1))), rows };
  }
  const held: Held = { command: 'Ping', until: now + heartbeat, folders: watched, version: request.version };
  const news = release(serverWith(kept, { held }), now);
  return news ? { ...news, rows: [...rows, ...news.rows] } : { state: serverWith(kept, { held }), rows };
}

/** The answer to a Ping that is held, once there is one; `undefined` while there is none. */
export function release(state: ServerState, now: number): Step | undefined {
  const { held } = state;
  if (held?.command !== 'Ping') return undefined;
  const isGone = (id: string): boolean => !state.mailbox.folders.some((folder) => folder.id === id);
  if (treeChanged(state) || held.folders.some(isGone)) {
    const rows: Step['rows'] = [{ row: 'S54', why: 'The folders are not those that FolderSync told.' }];
    return { state: withoutHeld(state), draft: answer('7'), rows };
  }
  const changed = held.folders.filter((id) => hasNews(state, id));
  if (changed.length > 0) {
    const rows = changed.map((folder) => ({
      row: 'S52' as const,
      why: `Something changed in folder ${folder}.`,
    }));
    return { state: withoutHeld(state), draft: answer('2', foldersElement(changed)), rows };
  }
  if (now < held.until) return undefined;
  const rows: Step['rows'] = [{ row: 'S53', why: 'Nothing changed until the heartbeat was over.' }];
  return { state: withoutHeld(state), draft: answer('1'), rows };
}

/** A folder that was never synchronised has no news: phones ask for it all the same. */
function hasNews({ mailbox, collections }: ServerState, id: string): boolean {
  const collection = collections[id] ?? collections.all;
  if (!collection) return false;
  const known = collection.after ?? collection.base;
  const own = collections[id]
    ? known
    : Object.fromEntries(Object.entries(known).filter(([item]) => item.startsWith(`${id}:`)));
  return hasChanges(mailbox, id, own);
}

const answer = (status: string, ...more: readonly Element[]): Draft =>
  ok(tag('Ping:Ping', tag('Ping:Status', status), ...more));

const foldersElement = (ids: readonly string[]): Element =>
  tag('Ping:Folders', ...ids.map((id) => tag('Ping:Folder', id)));

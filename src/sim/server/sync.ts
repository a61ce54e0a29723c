import { tag, type Element } from '../message/element.ts';
import { child, textAt } from '../message/tree.ts';
import { answerCollection } from './collection.ts';
import { ok, type Draft } from './draft.ts';
import { readRequest, type Request } from './request.ts';
import type { ServerRow } from './rows.ts';
import { askedCollections, type AskedCollection } from './sync-request.ts';
import { serverWith, type Habits, type Held, type ServerState } from './types.ts';

/** What the server makes of a request: an answer, or that it holds it. */
export interface Step {
  state: ServerState;
  /** Absent where the request is held. */
  draft?: Draft;
  rows: { row: ServerRow; why: string; folder?: string }[];
}

const HEARTBEAT = { low: 60, high: 3540 };
const WAIT = { low: 1, high: 59 };
const MINUTE = 60;

const status = (code: string, ...more: readonly Element[]): Draft =>
  ok(tag('AirSync:Sync', tag('AirSync:Status', code), ...more));

/** Answers Sync. @param now seconds of the run */
export function sync(state: ServerState, request: Request, habits: Habits, now: number): Step {
  const root = request.tree?.root;
  if (!root || child(root, 'AirSync:Partial')) return replay(state, request, habits, now);
  const wait = textAt(root, 'AirSync:Wait');
  const heartbeat = textAt(root, 'AirSync:HeartbeatInterval');
  const asked = askedCollections(request);
  const fault = faultOf(asked, wait !== undefined && heartbeat !== undefined);
  if (fault !== undefined) {
    return { state, draft: status('4'), rows: [{ row: 'S30', why: fault }] };
  }
  const limit = limitOf(heartbeat, HEARTBEAT) ?? limitOf(wait, WAIT);
  if (limit !== undefined) {
    const why = `The nearest that is allowed is ${limit}.`;
    const draft = status('14', tag('AirSync:Limit', String(limit)));
    return { state, draft, rows: [{ row: 'S28', why }] };
  }
  const unknown = asked.find(({ id }) => !state.mailbox.folders.some((folder) => folder.id === id));
  if (unknown) return unknownFolder(state, unknown, habits);
  const seconds = heartbeat === undefined ? Number(wait ?? 0) * MINUTE : Number(heartbeat);
  return answerAll(state, request, asked, habits, now, seconds);
}

function faultOf(asked: readonly AskedCollection[], both: boolean): string | undefined {
  if (both) return 'Wait and HeartbeatInterval stand side by side.';
  if (asked.length === 0) return 'There is no Collection.';
  return asked.find(({ fault }) => fault !== undefined)?.fault;
}

function limitOf(text: string | undefined, { low, high }: typeof WAIT): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (value >= low && value <= high) return undefined;
  return value > high ? high : low;
}

function unknownFolder(state: ServerState, { id = '', key = '0' }: AskedCollection, habits: Habits): Step {
  const rows = [{ row: 'S29' as const, why: `There is no folder ${id}.`, folder: id }];
  if (habits.unknownFolder === 'empty') return { state, draft: ok(), rows };
  if (habits.unknownFolder === undefined) return { state, draft: status('12'), rows };
  const collection = tag(
    'AirSync:Collection',
    tag('AirSync:SyncKey', key),
    tag('AirSync:CollectionId', id),
    tag('AirSync:Status', '12'),
  );
  return { state, draft: ok(tag('AirSync:Sync', tag('AirSync:Collections', collection))), rows };
}

function answerAll(
  before: ServerState,
  request: Request,
  asked: readonly AskedCollection[],
  habits: Habits,
  now: number,
  seconds: number,
): Step {
  let state = before;
  const rows: Step['rows'] = [];
  const elements: Element[] = [];
  for (const collection of asked) {
    const answer = answerCollection(state, collection, request.version, habits);
    state = answer.state;
    for (const row of answer.rows) {
      rows.push({ ...row, ...(collection.id !== undefined && { folder: collection.id }) });
    }
    if (answer.element) elements.push(answer.element);
  }
  const uploads = asked.some(({ commands }) => commands.length > 0);
  if (habits.emptyToUpload && uploads) return { state, draft: ok(), rows };
  if (elements.length > 0) {
    return { state, draft: ok(tag('AirSync:Sync', tag('AirSync:Collections', ...elements))), rows };
  }
  if (seconds === 0) return { state: serverWith(state, { kept: request.bytes }), draft: ok(), rows };
  const folders = asked.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const held: Held = { command: 'Sync', until: now + seconds, folders, version: request.version };
  rows.push({ row: 'S27', why: `Nothing to report: held for up to ${seconds} s.` });
  return { state: serverWith(state, { held, kept: request.bytes }), rows };
}

/** A Sync without a body, or with Partial: the request that is kept stands for it. */
function replay(state: ServerState, request: Request, habits: Habits, now: number): Step {
  const { kept } = state;
  const isPartial = request.tree?.root !== undefined;
  if (!kept || isPartial) {
    const why = isPartial ? 'This server keeps no part of a request.' : 'No request is kept.';
    return { state, draft: status('13'), rows: [{ row: 'S26', why }] };
  }
  const again = readRequest({ ...request.message, bytes: kept }, request.version);
  const answer = sync(state, again, habits, now);
  return { ...answer, rows: [{ row: 'S25', why: 'The request before is meant.' }, ...answer.rows] };
}

/** The answer to a Sync that was held, once something changed or the time is over. */
export function releaseSync(state: ServerState, habits: Habits, held: Held): Step {
  const free: ServerState = withoutHeld(state);
  if (!state.kept) return { state: free, draft: ok(), rows: [] };
  const again = readRequest({ bytes: state.kept }, held.version);
  const rows: Step['rows'] = [];
  const elements: Element[] = [];
  let next = free;
  for (const collection of askedCollections({ ...again, command: 'Sync' })) {
    const answer = answerCollection(next, collection, held.version, habits);
    next = answer.state;
    rows.push(...answer.rows);
    if (answer.element) elements.push(answer.element);
  }
  const root = elements.length > 0 ? tag('AirSync:Sync', tag('AirSync:Collections', ...elements)) : undefined;
  return { state: next, draft: ok(root), rows };
}

/** The state without the request that was held. */
export function withoutHeld(state: ServerState): ServerState {
  const { held: _, ...rest } = state;
  return rest;
}

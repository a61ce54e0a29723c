import type { Message } from '../../conversation/index.ts';
import type { Taken } from '../machine.ts';
import type { Mailbox } from '../mailbox/types.ts';
import { tag } from '../message/element.ts';
import { itemEstimate } from './estimate.ts';
import { changeFolder, listFolders } from './folder-change.ts';
import { finish, ok, type Alteration, type Draft } from './draft.ts';
import { folderSync } from './hierarchy.ts';
import { collectionLabel, hierarchyLabel, pingLabel, policyLabel } from './labels.ts';
import { itemOperations, meetingResponse, moveItems, sendMail, settings } from './mail.ts';
import { ping, release } from './ping.ts';
import { policyGate, provision } from './policy.ts';
import { resolveRecipients, validateCert } from './recipients.ts';
import { readRequest, type Request } from './request.ts';
import type { ServerRow } from './rows.ts';
import { find, search } from './search.ts';
import { releaseSync, sync, withoutHeld, type Step } from './sync.ts';
import { serverWith, type Habits, type ServerState } from './types.ts';

/** What happens to a server. Times are seconds of the run. */
export type ServerEvent =
  | { kind: 'request'; message: Message; now: number }
  | { kind: 'time'; now: number }
  /** The mailbox changed on this side: a mail arrived, another device did something. */
  | { kind: 'mailbox'; mailbox: Mailbox; now: number }
  | { kind: 'restart' }
  | { kind: 'policy-changed' }
  | { kind: 'wipe' }
  /** The phone closed the connection of a request that was held. */
  | { kind: 'closed' };

/** How a server is, apart from what happened to it. */
export interface ServerManner {
  /** The versions it offers, oldest first; the last is taken for a request that does not say its own. */
  readonly versions: readonly string[];
  readonly habits: Habits;
  readonly headers: Readonly<Record<string, string>>;
  readonly alterations: readonly Alteration[];
}

export interface ServerStep {
  state: ServerState;
  /** What goes out: at once, or to the request that was held. */
  reply?: Message;
  taken: Taken[];
}

const COMMANDS =
  'Sync,SendMail,SmartForward,SmartReply,GetAttachment,FolderSync,FolderCreate,FolderDelete,FolderUpdate,' +
  'MoveItems,GetItemEstimate,MeetingResponse,Search,Settings,Ping,ItemOperations,Provision,ResolveRecipients,ValidateCert';

/** The server's transition. A function of its arguments: no clock, no chance, no ids but its own. */
export function serverStep(state: ServerState, event: ServerEvent, manner: ServerManner): ServerStep {
  switch (event.kind) {
    case 'request':
      return request(state, event.message, manner, event.now);
    case 'time':
      return released(state, manner, event.now);
    case 'mailbox':
      return released(serverWith(state, { mailbox: event.mailbox }), manner, event.now);
    case 'restart':
      return only(state, restarted(state), 'S33', 'The process starts with nothing but the mailbox.');
    case 'policy-changed': {
      const { policy } = state;
      const next = serverWith(state, { policy: { ...policy, changed: true } });
      return only(state, next, 'S69', 'An administrator changed it.');
    }
    case 'wipe': {
      const next = serverWith(state, { policy: { state: 'D-UNPROV', wipe: 'due' } });
      return only(state, next, 'S65', 'The device was reported lost.');
    }
    case 'closed':
      return only(state, withoutHeld(state), 'S71', 'Nobody waits for the answer any more.');
    default:
      return event satisfies never;
  }
}

const only = (before: ServerState, state: ServerState, row: ServerRow, why: string): ServerStep => ({
  state,
  taken: taken(before, state, [{ row, why }]),
});

/** What a server knows after it lost everything but the mailbox and the policy. */
function restarted(state: ServerState): ServerState {
  const { hierarchy: _, kept: __, ping: ___, held: ____, ...rest } = state;
  return { ...rest, collections: {} };
}

function released(state: ServerState, manner: ServerManner, now: number): ServerStep {
  const { held } = state;
  if (!held) return { state, taken: [] };
  let step: Step | undefined;
  if (held.command === 'Ping') step = release(state, now);
  else {
    const answer = releaseSync(state, manner.habits, held);
    if (answer.draft?.root || now >= held.until) step = answer;
  }
  if (!step?.draft) return { state, taken: [] };
  const asked = readRequest(heldMessage(held.command), held.version);
  return {
    state: step.state,
    reply: finish(withHeaders(step.draft, manner), asked, manner.alterations),
    taken: taken(state, step.state, step.rows),
  };
}

const heldMessage = (command: string): Message => ({ http: { url: `?Cmd=${command}` } });

const withHeaders = (draft: Draft, { headers }: ServerManner): Draft => ({
  ...draft,
  headers: { ...headers, ...draft.headers },
});

function request(before: ServerState, message: Message, manner: ServerManner, now: number): ServerStep {
  // A phone has one connection here: a new request ends the one that was held.
  const state = withoutHeld(before);
  const asked = readRequest(message, manner.versions.at(-1) ?? '');
  const step = answer(state, asked, manner, now);
  return {
    state: step.state,
    ...(step.draft && { reply: finish(withHeaders(step.draft, manner), asked, manner.alterations) }),
    taken: taken(state, step.state, step.rows),
  };
}

function answer(state: ServerState, asked: Request, manner: ServerManner, now: number): Step {
  const { habits, versions } = manner;
  if (asked.method === 'OPTIONS') {
    const commands = versions.includes('16.1') ? `${COMMANDS},Find` : COMMANDS;
    const headers = { 'MS-ASProtocolVersions': versions.join(','), 'MS-ASProtocolCommands': commands };
    return {
      state,
      draft: { status: 200, headers },
      rows: [{ row: 'S01', why: `This server speaks ${versions.join(', ')}.` }],
    };
  }
  const gate = policyGate(state, asked, habits);
  if ('draft' in gate) {
    return { state: gate.state, draft: gate.draft, rows: [{ row: gate.row, why: gate.why }] };
  }
  const step = asked.broken ? unreadable(state, asked) : command(gate.state, asked, habits, now);
  return gate.row ? { ...step, rows: [{ row: gate.row, why: gate.why }, ...step.rows] } : step;
}

function unreadable(state: ServerState, asked: Request): Step {
  const rows: Step['rows'] = [{ row: 'S70', why: 'The body ends or breaks inside an item.' }];
  const isSync = asked.command === 'Sync';
  const draft = isSync ? ok(tag('AirSync:Sync', tag('AirSync:Status', '4'))) : { status: 400 };
  return { state, draft, rows };
}

function command(state: ServerState, asked: Request, habits: Habits, now: number): Step {
  switch (asked.command) {
    case 'Provision': {
      const { state: next, draft, row, why } = provision(state, asked, habits);
      return { state: next, draft, rows: [{ row, why }] };
    }
    case 'FolderSync':
      return folderSync(state, asked);
    case 'Sync':
      return sync(state, asked, habits, now);
    case 'Ping':
      return ping(state, asked, habits, now);
    case 'Settings':
      return settings(state, asked);
    case 'SendMail':
    case 'SmartReply':
    case 'SmartForward':
      return sendMail(state, asked);
    case 'MoveItems':
      return moveItems(state, asked, habits);
    case 'MeetingResponse':
      return meetingResponse(state, asked);
    case 'ItemOperations':
      return itemOperations(state, asked);
    case 'FolderCreate':
    case 'FolderUpdate':
    case 'FolderDelete':
      return changeFolder(state, asked);
    case 'GetHierarchy':
      return listFolders(state);
    case 'GetItemEstimate':
      return itemEstimate(state, asked);
    case 'Search':
      return search(state, asked);
    case 'Find':
      return asked.version === '16.1' ? find(state, asked) : notHere(state, 'Find is of 16.1 only.');
    case 'ResolveRecipients':
      return resolveRecipients(state, asked);
    case 'ValidateCert':
      return validateCert(state, asked);
    case 'GetAttachment':
      return notHere(state, 'The attachments of this mailbox are names only: there are no bytes to send.');
    case 'Autodiscover':
      return notHere(state, 'Autodiscover is XML at an address of its own, which this server does not have.');
    case '':
      return notHere(state, 'Nothing tells which command it is.');
    default:
      return notHere(state, `${asked.command} is no command of ActiveSync.`);
  }
}

const notHere = (state: ServerState, why: string): Step => ({
  state,
  draft: { status: 501 },
  rows: [{ row: 'S64', why }],
});

/** Rows with the states they lead from and to: D, H, S or P, whichever the row is about. */
function taken(before: ServerState, after: ServerState, rows: Step['rows']): Taken[] {
  const told = new Set<string>();
  return rows.map(({ row, why, folder }) => {
    const part = partOf(row);
    const label = LABELS[part];
    const about = `${part} ${folder ?? ''}`;
    // Of several rows about one thing the first leads to where the others are.
    const from = told.has(about) ? after : before;
    told.add(about);
    return {
      machine: 'server',
      row,
      why,
      ...(folder !== undefined && { folder }),
      before: label(from, folder),
      after: label(after, folder),
    };
  });
}

type Part = 'D' | 'H' | 'S' | 'P';
type Label = (state: ServerState, folder?: string) => string;
const collection: Label = (state, folder) =>
  collectionLabel(state.collections[folder ?? ''] ?? state.collections.all);
const LABELS: Readonly<Record<Part, Label>> = {
  D: policyLabel,
  H: hierarchyLabel,
  S: collection,
  P: pingLabel,
};

const PARTS = new Map<string, Part>([
  ...['S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S11'].map((row) => [row, 'D'] as const),
  ...['S65', 'S66', 'S67', 'S68', 'S69'].map((row) => [row, 'D'] as const),
  ...['S12', 'S13', 'S14', 'S15', 'S16', 'S51', 'S80', 'S81', 'S82', 'S83', 'S84'].map(
    (row) => [row, 'H'] as const,
  ),
  ...['S34', 'S35', 'S36', 'S52', 'S53', 'S54', 'S55', 'S71'].map((row) => [row, 'P'] as const),
]);

const partOf = (row: string): Part => PARTS.get(row) ?? 'S';

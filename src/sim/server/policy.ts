import { versionBit, versionsOf } from '../../eas/index.ts';
import { flag, tag, type Element } from '../message/element.ts';
import { child, textAt, type Node } from '../message/tree.ts';
import { ok, type Draft } from './draft.ts';
import type { Request } from './request.ts';
import type { ServerRow } from './rows.ts';
import { serverWith, type Habits, type Policy, type ServerState } from './types.ts';

/** What a part of the server makes of a request. */
export interface Answer {
  state: ServerState;
  draft: Draft;
  row: ServerRow;
  why: string;
}

const isFrom = (version: string, range: string): boolean => (versionBit(version) & versionsOf(range)) !== 0;

/** True where the need for a policy is said by Status, not by HTTP 449. */
const saysByStatus = (version: string, { provisioning }: Habits): boolean =>
  provisioning === undefined && isFrom(version, '14.0-16.1');

/** The commands that need no policy. */
const FREE = ['Provision', 'Ping', 'OPTIONS', ''];

/**
 * The refusal of a command for want of a policy; where it may be answered, the row that says so or nothing.
 */
export function policyGate(
  state: ServerState,
  request: Request,
  habits: Habits,
): Answer | { state: ServerState; row?: ServerRow; why: string } {
  const { policy } = state;
  if (FREE.includes(request.command) || (habits.provisioning === 'none' && !policy.wipe))
    return { state, why: '' };
  if (policy.wipe === 'due') return refuse(state, request, habits, 'S02', '140', 'A remote wipe is due.');
  if (policy.state !== 'D-OK') {
    return refuse(state, request, habits, 'S02', '142', 'The phone has no policy yet.');
  }
  const unprovisioned = serverWith(state, { policy: { state: 'D-UNPROV' } });
  if (policy.changed)
    return refuse(
      unprovisioned,
      request,
      habits,
      'S09',
      '143',
      'The policy changed since the phone took it.',
    );
  if (request.policyKey !== policy.permanent) {
    const why = `X-MS-PolicyKey is ${request.policyKey}, not ${policy.permanent ?? ''}.`;
    return refuse(unprovisioned, request, habits, 'S08', '144', why);
  }
  return { state, row: 'S10', why: `X-MS-PolicyKey is ${request.policyKey}, as it should be.` };
}

function refuse(
  state: ServerState,
  request: Request,
  habits: Habits,
  row: ServerRow,
  status: string,
  why: string,
): Answer {
  const page = pageOf(request);
  if (!saysByStatus(request.version, habits) || page === undefined)
    return { state, draft: { status: 449 }, row, why };
  return { state, draft: ok(tag(`${page}:${request.command}`, tag(`${page}:Status`, status))), row, why };
}

const PAGES: Readonly<Record<string, string>> = {
  Sync: 'AirSync',
  FolderSync: 'FolderHierarchy',
  Settings: 'Settings',
  MoveItems: 'Move',
  ItemOperations: 'ItemOperations',
  SendMail: 'ComposeMail',
  SmartReply: 'ComposeMail',
  SmartForward: 'ComposeMail',
  FolderCreate: 'FolderHierarchy',
  FolderUpdate: 'FolderHierarchy',
  FolderDelete: 'FolderHierarchy',
  GetItemEstimate: 'GetItemEstimate',
  Search: 'Search',
  Find: 'Find',
  ResolveRecipients: 'ResolveRecipients',
  ValidateCert: 'ValidateCert',
};

/** The page of the root of a reply that says its Status at the top; absent for the commands that cannot. */
const pageOf = ({ command }: Request): string | undefined =>
  Object.hasOwn(PAGES, command) ? PAGES[command] : undefined;

const TYPE = 'MS-EAS-Provisioning-WBXML';

/** Provision, in its two phases, and the remote wipe. */
export function provision(state: ServerState, request: Request, habits: Habits): Answer {
  const { policy } = state;
  const root = request.tree?.root;
  const asked = child(child(root, 'Provision:Policies'), 'Provision:Policy');
  const key = textAt(asked, 'Provision:PolicyKey');
  const status = textAt(asked, 'Provision:Status');
  if (child(root, 'Provision:RemoteWipe') && policy.wipe) {
    const wiped = serverWith(state, { policy: { state: 'D-UNPROV', wipe: 'done' } });
    const why = 'The phone says that it wiped itself.';
    return {
      state: wiped,
      draft: ok(tag('Provision:Provision', tag('Provision:Status', '1'))),
      row: 'S67',
      why,
    };
  }
  if (key === undefined && status === undefined) return phaseOne(state, request, habits);
  return phaseTwo(state, key ?? '', status ?? '', habits);
}

function phaseOne(state: ServerState, request: Request, habits: Habits): Answer {
  const { policy } = state;
  const device = child(request.tree?.root, 'Settings:DeviceInformation');
  if (policy.wipe === 'due') {
    const root = tag(
      'Provision:Provision',
      ...deviceAnswer(device),
      tag('Provision:Status', '1'),
      flag('Provision:RemoteWipe'),
    );
    return { state, draft: ok(root), row: 'S66', why: 'An administrator asked for it.' };
  }
  if (habits.noPolicy) {
    const root = tag(
      'Provision:Provision',
      tag('Provision:Status', '1'),
      tag('Provision:Policies', policyElement('2')),
    );
    return { state, draft: ok(root), row: 'S03', why: 'This server has no policy.' };
  }
  if (!device && isFrom(request.version, '14.1-16.1') && !habits.ignoresDeviceInformation) {
    const root = tag('Provision:Provision', tag('Provision:Status', '165'));
    const why = 'From 14.1 on the phone has to say what it is.';
    return { state, draft: ok(root), row: 'S68', why };
  }
  const repeated = policy.state === 'D-TEMP' && !habits.freshPolicyKeys;
  const temporary = (repeated ? policy.temporary : undefined) ?? newPolicyKey(state);
  const turns = state.turns + (repeated ? 0 : 1);
  const root = tag(
    'Provision:Provision',
    ...deviceAnswer(device),
    tag('Provision:Status', '1'),
    tag('Provision:Policies', policyElement('1', temporary, true)),
  );
  const row = policy.state === 'D-OK' ? 'S11' : policy.state === 'D-TEMP' ? 'S05' : 'S03';
  const next: Policy = { state: 'D-TEMP', temporary };
  return {
    state: serverWith(state, { policy: next, turns }),
    draft: ok(root),
    row,
    why: `The temporary key is ${temporary}.`,
  };
}

/** What is said to a phone that told what it is. */
const deviceAnswer = (device: Node | undefined): Element[] =>
  device ? [tag('Settings:DeviceInformation', tag('Settings:Status', '1'))] : [];

function phaseTwo(state: ServerState, key: string, status: string, habits: Habits): Answer {
  const { policy } = state;
  const taken = policy.state === 'D-TEMP' && key === policy.temporary && (status === '1' || status === '2');
  const answer = (row: ServerRow, why: string, element: Element, next = state): Answer => ({
    state: next,
    draft: ok(tag('Provision:Provision', tag('Provision:Status', '1'), tag('Provision:Policies', element))),
    row,
    why,
  });
  if (!taken || habits.neverProvisioned) {
    const row = policy.state === 'D-TEMP' ? 'S07' : 'S04';
    const why = habits.neverProvisioned
      ? 'This server never recognises phase 2.'
      : `The key ${key} is not the temporary one.`;
    return answer(row, why, policyElement('5'));
  }
  const permanent = newPolicyKey(state);
  const next = serverWith(state, {
    // A server that makes keys anew all the time has forgotten this one when the next command comes.
    policy: habits.freshPolicyKeys
      ? { state: 'D-OK', permanent: `${permanent}0` }
      : { state: 'D-OK', permanent },
    turns: state.turns + 1,
  });
  return answer('S06', `The permanent key is ${permanent}.`, policyElement('1', permanent), next);
}

/** A number of 32 bits that is not 0 and of its own each time. */
const newPolicyKey = ({ turns }: ServerState): string => String(1_307_199_584 + 7919 * turns);

function policyElement(status: string, key?: string, data = false): Element {
  return tag(
    'Provision:Policy',
    tag('Provision:PolicyType', TYPE),
    tag('Provision:Status', status),
    ...(key === undefined ? [] : [tag('Provision:PolicyKey', key)]),
    ...(data ? [tag('Provision:Data', POLICY_DOCUMENT)] : []),
  );
}

const POLICY_DOCUMENT: Element = tag(
  'Provision:EASProvisionDoc',
  tag('Provision:DevicePasswordEnabled', '1'),
  tag('Provision:AlphanumericDevicePasswordRequired', '0'),
  tag('Provision:AttachmentsEnabled', '1'),
  tag('Provision:MinDevicePasswordLength', '4'),
  tag('Provision:MaxInactivityTimeDeviceLock', '900'),
  tag('Provision:AllowSimpleDevicePassword', '1'),
);

import type { Message } from '../conversation/index.ts';
import { easFacts } from '../eas/index.ts';
import { iphone, phoneProfile, type PhoneProfile } from './phone/profiles.ts';
import { phoneStep } from './phone/step.ts';
import { folderLabel, newCollection, newPhone, type AccountState, type PhoneState } from './phone/types.ts';
import { readReply } from './reading/judge.ts';
import { questionOf, type Question } from './reading/question.ts';
import type { ReplyJudgement } from './types.ts';

/** One reply, and the request it answers. */
export interface ReplyQuestion {
  /** Id of a phone profile; the first one where it is absent or unknown. */
  phone?: string;
  /** The protocol version, where the request does not say it; 14.1 where nothing does. */
  version?: string;
  request: Uint8Array | Message;
  response: Uint8Array | Message;
}

const VERSION = '14.1';

/**
 * What a phone would do with a reply, by the rules of its profile alone. Never throws, whatever the bytes.
 * @returns the verdict with its reason and how it is known, and what the phone does next
 */
export function judgeReply({ phone, version = VERSION, request, response }: ReplyQuestion): ReplyJudgement {
  const profile = phoneProfile(phone ?? '') ?? iphone;
  const asked = messageOf(request);
  const reply = messageOf(response);
  const question = questionOf(asked, version);
  const { judgement } = readReply(question, reply, profile);
  const { verdict, why, basis, source, place, fault } = judgement;
  return {
    verdict,
    why,
    basis,
    source,
    ...(place && { place }),
    ...(fault !== undefined && { fault }),
    next: nextOf(asked, reply, question, profile),
  };
}

const messageOf = (message: Uint8Array | Message): Message =>
  message instanceof Uint8Array ? { bytes: message } : message;

/** A phone that waits for the answer to this question, and what it does once it has it. */
function nextOf(
  request: Message,
  response: Message,
  question: Question,
  profile: PhoneProfile,
): ReplyJudgement['next'] {
  const [folder] = question.folders;
  const waiting = phoneAsking(request, question);
  const { state, effects } = phoneStep(waiting, { kind: 'reply', message: response }, profile, 0);
  const label = folder && state.account === 'C-TREE' ? folderLabel(state, folder.id) : state.account;
  const sent = effects.find((effect) => effect.kind === 'send');
  return { state: label, ...(sent?.kind === 'send' && { sends: sent.message }) };
}

/** The state a phone is in that has just asked this. */
function phoneAsking(request: Message, question: Question): PhoneState {
  const { command, version, folders } = question;
  const collections = folders.map(({ id, key }) => [
    id,
    { ...newCollection, key, state: key === '0' ? ('K0-WAIT' as const) : ('SYNCING' as const) },
  ]);
  const [first] = folders;
  return {
    ...newPhone,
    account: accountAsking(question),
    version,
    policyKey: easFacts(request.http).policyKey ?? '0',
    settingsDone: command !== 'Settings',
    treeKey: question.treeKey ?? (command === 'Provision' ? '0' : '1'),
    treeDue: false,
    folders: folders.map(({ id }) => ({ id, parent: '0', name: id, type: 12 })),
    opened: folders.map(({ id }) => id),
    collections: Object.fromEntries(collections) as PhoneState['collections'],
    pending: { command, message: request, ...(first && { folder: first.id }) },
  };
}

function accountAsking({ command, treeKey, phase }: Question): AccountState {
  if (command === 'OPTIONS') return 'C-OPT';
  if (command === 'Provision') return phase === 2 ? 'C-PROV2' : 'C-PROV1';
  if (command === 'FolderSync' && treeKey === '0') return 'C-HIER0';
  return 'C-TREE';
}

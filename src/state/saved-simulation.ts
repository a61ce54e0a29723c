import { words } from '#words/staging.ts';
import { fromBase64, toBase64 } from '../bytes/index.ts';
import { LIMITS, type Conversation, type Message } from '../conversation/index.ts';
import type { Setup } from '../sim/index.ts';
import { plainChanges, readChanges, type BranchChanges } from './branch-changes.ts';

/** One way a run went: the setup with the replies that a person put in. */
export interface SavedBranch {
  name: string;
  setup: Setup;
  /** What the person changed in it, where it is not on show: what is on show is in the conversation. */
  changes?: BranchChanges | undefined;
  /** Fingerprint of the rules that this is of, where they are others than those of the whole. */
  rules?: string | undefined;
}

/** What is kept of a simulation beside its messages. */
export interface SavedSimulation {
  branches: SavedBranch[];
  /** Index of the branch on show. */
  branch: number;
  /** Index of the step on show. */
  step: number;
  /** Fingerprint of the rules it was played under, but for branches that name others. */
  rules: string;
}

/** The field of a conversation that holds it; pages that do not know it let it be. */
const FIELD = 'simulation';
const FORMAT = 1;

/** Branches of one run that are read. */
export const MOST_BRANCHES = 200;

/** How much is taken from outside. */
const MOST = { faults: 200, replies: 2_000, steps: 20_000, repeats: 10_000 } as const;

/** The conversation with the simulation it comes from; plain values only, bytes as base64. */
export function withSimulation(conversation: Conversation, saved: SavedSimulation): Conversation {
  const { branches, branch, step, rules } = saved;
  const plain = branches.map(({ name, setup, changes, rules: ofBranch }) => ({
    name,
    ...(ofBranch !== undefined && { rules: ofBranch }),
    ...(changes && { changes: plainChanges(changes) }),
    setup: {
      ...setup,
      replies: setup.replies.map((reply) => ({ ...reply, message: plainMessage(reply.message) })),
    },
  }));
  return {
    ...conversation,
    [FIELD]: { format: FORMAT, branches: plain, branch, step, rules },
  } as Conversation;
}

/** The conversation without it. */
export function withoutSimulation(conversation: Conversation): Conversation {
  const { [FIELD]: _, ...rest } = conversation as Conversation & { [FIELD]?: unknown };
  return rest;
}

/**
 * The simulation that a conversation comes from; `undefined` where it comes from none.
 * @returns a sentence where there is one that cannot be read
 */
export function simulationOf(conversation: Conversation): SavedSimulation | string | undefined {
  if (!(FIELD in conversation)) return undefined;
  const value: unknown = conversation[FIELD];
  if (!isFields(value)) return words.unread(words.noFields);
  if (typeof value['format'] === 'number' && value['format'] > FORMAT) {
    return words.newer;
  }
  const { branches, branch, step, rules } = value;
  if (value['format'] !== FORMAT) return words.unread(words.otherFormat);
  if (!Array.isArray(branches) || branches.length === 0 || branches.length > MOST_BRANCHES)
    return words.unread(words.noBranches(MOST_BRANCHES));
  const read = branches.map(savedBranch);
  const wrong = read.findIndex((each) => each === undefined);
  if (wrong >= 0) return words.unread(words.oddBranch(wrong + 1));
  if (!isWhole(branch, branches.length - 1)) return words.unread(words.noSuchBranch);
  if (!isWhole(step, MOST.steps)) return words.unread(words.noStep);
  return {
    branches: read.filter((each) => each !== undefined),
    branch,
    step,
    rules: isText(rules, 100) ? rules : '',
  };
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

const isWhole = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

function savedBranch(value: unknown): SavedBranch | undefined {
  if (!isFields(value) || !isText(value['name'], LIMITS.title) || !isFields(value['setup'])) return undefined;
  const { script, version, server, phone, faults, replies, maxSteps, maxRepeats, parameters } =
    value['setup'];
  const names = [script, version, server, phone];
  if (!names.every((name) => isText(name, 100))) return undefined;
  if (!Array.isArray(faults) || faults.length > MOST.faults) return undefined;
  if (!faults.every((fault) => isText(fault, 100))) return undefined;
  if (!Array.isArray(replies) || replies.length > MOST.replies) return undefined;
  if (!isWhole(maxSteps, MOST.steps) || !isWhole(maxRepeats, MOST.repeats)) return undefined;
  const read = replies.map(savedReply);
  if (read.some((each) => each === undefined)) return undefined;
  if (!isFields(parameters) || !Object.values(parameters).every((each) => isWhole(each, 1_000_000)))
    return undefined;
  const changes = value['changes'] === undefined ? undefined : readChanges(value['changes']);
  if (value['changes'] !== undefined && !changes) return undefined;
  return {
    name: value['name'],
    ...(isText(value['rules'], 100) && { rules: value['rules'] }),
    ...(changes && { changes }),
    setup: {
      script: script as string,
      version: version as string,
      server: server as string,
      phone: phone as string,
      faults,
      replies: read.filter((each) => each !== undefined),
      maxSteps,
      maxRepeats,
      parameters,
    },
  };
}

const plainMessage = ({ bytes, ...rest }: Message): Fields => ({
  ...rest,
  ...(bytes && { bytes: toBase64(bytes) }),
});

function savedReply(value: unknown): Setup['replies'][number] | undefined {
  if (!isFields(value) || !isWhole(value['step'], MOST.steps) || !isFields(value['message']))
    return undefined;
  const { bytes, http } = value['message'];
  const body = isText(bytes, LIMITS.messageBytes) ? fromBase64(bytes) : undefined;
  if (bytes !== undefined && !body) return undefined;
  const read = http === undefined ? undefined : savedHttp(http);
  if (http !== undefined && !read) return undefined;
  return { step: value['step'], message: { ...(body && { bytes: body }), ...(read && { http: read }) } };
}

function savedHttp(value: unknown): Message['http'] | undefined {
  if (!isFields(value)) return undefined;
  const { status, headers } = value;
  if (status !== undefined && !isWhole(status, 999)) return undefined;
  if (headers !== undefined && !isFields(headers)) return undefined;
  const texts = Object.entries(headers ?? {});
  if (texts.length > LIMITS.headers) return undefined;
  if (!texts.every(([name, text]) => isText(name, LIMITS.headerName) && isText(text, LIMITS.headerValue)))
    return undefined;
  return {
    ...(status !== undefined && { status }),
    ...(headers && { headers: headers as Record<string, string> }),
  };
}

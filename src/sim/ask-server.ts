import type { Message } from '../conversation/index.ts';
import type { Taken } from './machine.ts';
import { newMailbox } from './mailbox/new-mailbox.ts';
import { serverStep } from './server/step.ts';
import { newServer, type ServerState } from './server/types.ts';
import { castOf } from './setup.ts';
import type { Setup } from './types.ts';

/** A request that somebody made, and the server it goes to. */
export interface ServerQuestion {
  request: Uint8Array | Message;
  /** Which server, at which version, with which faults; the exact one where it is absent. */
  setup?: Partial<Pick<Setup, 'server' | 'version' | 'faults'>>;
  /** The server as it was left: the state of a step, or of the answer before. A new one where it is absent. */
  state?: ServerState;
  /** Seconds since the start. */
  now?: number;
}

export interface ServerAnswer {
  /** Absent where the server holds the request until something happens. */
  reply?: Message;
  taken: Taken[];
  state: ServerState;
}

/** What the mock server answers to a request. Never throws, whatever the bytes. */
export function askServer({ request, setup = {}, state, now = 0 }: ServerQuestion): ServerAnswer {
  const { manner } = castOf(setup);
  const message = request instanceof Uint8Array ? { bytes: request } : request;
  const before = state ?? newServer(newMailbox());
  const step = serverStep(before, { kind: 'request', message, now }, manner);
  return { state: step.state, taken: step.taken, ...(step.reply && { reply: step.reply }) };
}

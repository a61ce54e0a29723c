import type { Message } from '../../conversation/index.ts';
import type { Taken } from '../machine.ts';
import type { Judgement } from '../reading/judgement.ts';
import { readReply } from '../reading/judge.ts';
import { questionOf } from '../reading/question.ts';
import { takeReply } from './account-reply.ts';
import { sendNext } from './next.ts';
import { act, type Act } from './person.ts';
import { takePing } from './ping-reply.ts';
import type { PhoneProfile } from './profiles.ts';
import { takeSync } from './sync-reply.ts';
import { Turn, type PhoneEffect } from './turn.ts';
import type { PhoneState } from './types.ts';

/** What happens to a phone. */
export type PhoneEvent =
  | { kind: 'add-account' }
  | { kind: 'act'; act: Act }
  | { kind: 'reply'; message: Message }
  /** Nothing came back. */
  | { kind: 'lost' }
  /** Time has passed: `now` says how much. */
  | { kind: 'time' }
  | { kind: 'restart' };

export interface PhoneStep {
  state: PhoneState;
  effects: PhoneEffect[];
  taken: Taken[];
  /** What it made of a reply. */
  judgement?: Judgement;
}

/**
 * The phone's transition. A function of its arguments.
 * @param now seconds of the run
 */
export function phoneStep(
  state: PhoneState,
  event: PhoneEvent,
  profile: PhoneProfile,
  now: number,
): PhoneStep {
  const turn = new Turn(state, profile, now);
  if (turn.state.rest && turn.state.rest.until <= now) turn.wake();
  const judgement = happen(turn, event);
  sendNext(turn);
  return { state: turn.state, effects: turn.effects, taken: turn.taken, ...(judgement && { judgement }) };
}

function happen(turn: Turn, event: PhoneEvent): Judgement | undefined {
  switch (event.kind) {
    case 'add-account':
      turn.take('C01', 'An account is added.', {
        account: 'C-OPT',
        ping: { ...turn.state.ping, heartbeat: turn.profile.parameters.heartbeat },
      });
      return undefined;
    case 'act':
      if (act(turn, event.act)) interrupt(turn);
      return undefined;
    case 'time':
      return undefined;
    case 'restart':
      restart(turn);
      return undefined;
    case 'lost':
      return reply(turn, undefined);
    case 'reply':
      return reply(turn, event.message);
    default:
      return event satisfies never;
  }
}

/** A Ping gives way to what its owner does, and so does waiting. */
function interrupt(turn: Turn): void {
  turn.wake();
  if (turn.state.pending?.command !== 'Ping') return;
  turn.settle();
  turn.effects.push({ kind: 'close' });
}

/** What was out is not answered any more; what it was is asked again. */
function restart(turn: Turn): void {
  const pending = turn.settle();
  turn.wake();
  turn.take('C71', pending ? `${pending.command} was out.` : 'Nothing was out.');
  if (pending?.command === 'Ping') turn.effects.push({ kind: 'close' });
}

function reply(turn: Turn, message: Message | undefined): Judgement | undefined {
  const pending = turn.settle();
  if (!pending) return undefined;
  const question = questionOf(pending.message, turn.state.version);
  const reading = message && readReply({ ...question, command: pending.command }, message, turn.profile);
  if (pending.command === 'Sync') {
    takeSync(turn, pending.folder ?? '', pending.message, message, reading);
  } else if (pending.command === 'Ping') takePing(turn, message, reading);
  else takeReply(turn, pending, message, reading);
  return reading?.judgement;
}

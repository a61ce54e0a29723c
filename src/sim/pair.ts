import type { Message } from '../conversation/index.ts';
import { LoopWatch, loopText } from './loop.ts';
import type { Mailbox } from './mailbox/types.ts';
import { phoneStep, type PhoneEvent } from './phone/step.ts';
import { newPhone, type PhoneState } from './phone/types.ts';
import type { Judgement } from './reading/judgement.ts';
import { RunRecord } from './record.ts';
import { serverStep, type ServerEvent } from './server/step.ts';
import { newServer, type ServerState } from './server/types.ts';
import type { Cast } from './setup.ts';
import type { Loop, Step } from './types.ts';

/** A request that the phone makes. */
export interface Asked {
  exchange: number;
  command: string;
  message: Message;
}

/** What something that happened at the phone led to. */
export interface AtPhone {
  taken: Step['taken'];
  judgement?: Judgement;
  /** It hung up. */
  closed: boolean;
  /** What it sends, where it does. */
  asked?: Asked;
}

/** The two machines with their clock, and the record of what both do. */
export class Pair {
  phone: PhoneState = newPhone;
  server: ServerState;
  /** Seconds since the start. */
  now = 0;
  /** The same question again and again, once it is one. */
  loop: Loop | undefined;
  readonly record = new RunRecord();
  readonly cast: Cast;
  private readonly watch = new LoopWatch();
  private lastWhy = '';
  private lastCommand = '';

  constructor(cast: Cast, mailbox: Mailbox) {
    this.cast = cast;
    this.server = newServer(mailbox);
  }

  /** The loop has gone on for as long as it may. */
  get goesRound(): boolean {
    return (this.loop?.times ?? 0) >= this.cast.setup.maxRepeats;
  }

  /** Notes what happened, with the states as they are now. */
  note(
    kind: Step['kind'],
    text: string,
    taken: Step['taken'],
    more: Partial<Pick<Step, 'exchange' | 'side' | 'judgement' | 'standIn'>> = {},
  ): void {
    const { phone, server, now, loop } = this;
    this.record.step({ time: now, kind, text, taken, phone, server, ...more, ...(loop && { loop }) });
  }

  /** Something happened from outside: what is asked from here on is asked anew. */
  startsAnew(): void {
    this.watch.reset();
  }

  /** Lets something happen at the phone. @param command of the reply that arrives, where one does */
  atPhone(event: PhoneEvent, command = ''): AtPhone {
    const { state, taken, judgement, effects } = phoneStep(this.phone, event, this.cast.phone, this.now);
    this.phone = state;
    this.watch.watch(state);
    // Known before what it sends next: that may be the third of its kind, and this is why.
    if (event.kind === 'reply') this.answered(command, judgement && !judgement.goesOn ? judgement.why : '');
    const led: AtPhone = { taken, closed: false, ...(judgement && { judgement }) };
    for (const effect of effects) {
      if (effect.kind === 'close') led.closed = true;
      else led.asked = this.ask(effect);
    }
    return led;
  }

  /** Why the phone could not go on from the last answer to this command; empty where it could. */
  answered(command: string, why: string): void {
    this.lastCommand = command;
    this.lastWhy = why;
  }

  /** Lets something happen at the server. */
  atServer(event: ServerEvent): ReturnType<typeof serverStep> {
    const step = serverStep(this.server, event, this.cast.manner);
    this.server = step.state;
    return step;
  }

  private ask({ command, message, folder }: { command: string; message: Message; folder?: string }): Asked {
    const exchange = this.record.asked(message);
    const key = folder === undefined ? '' : (this.phone.collections[folder]?.key ?? '');
    const question = `${command} ${folder ?? this.phone.account} ${key === '0' ? '0' : 'k'}`;
    const why = this.lastCommand === command ? this.lastWhy : '';
    this.loop = this.watch.asked(question, exchange, this.now, { why: loopText(why), refused: why !== '' });
    return { exchange, command, message };
  }
}

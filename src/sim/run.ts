import type { Exchange, Message } from '../conversation/index.ts';
import { LoopWatch, loopText } from './loop.ts';
import { mailboxOf } from './mailbox/mailbox-of.ts';
import { folderOfType } from './mailbox/mailbox.ts';
import { FOLDER } from './mailbox/types.ts';
import { outcomeOf } from './outcome.ts';
import { phoneStep, type PhoneEvent } from './phone/step.ts';
import { newPhone, type PhoneState } from './phone/types.ts';
import type { Judgement } from './reading/judgement.ts';
import { RunRecord } from './record.ts';
import { rulesFingerprint } from './rules.ts';
import { eventText, mailboxAfter } from './scripts/happen.ts';
import type { ScriptEvent } from './scripts/types.ts';
import { adoptReply } from './server/adopt.ts';
import { serverStep, type ServerEvent } from './server/step.ts';
import { newServer, serverWith, type ServerState } from './server/types.ts';
import { castOf, type Cast } from './setup.ts';
import { Wire } from './wire.ts';
import type { Loop, Outcome, Setup, Step, Transcript } from './types.ts';

/** Plays a setup to its end. The same setup gives the same transcript, byte for byte. */
export function simulate(setup: Partial<Setup> = {}): Transcript {
  const cast = castOf(setup);
  return new Run(cast, cast.script.events).play();
}

interface Flight {
  exchange: number;
  command: string;
  message: Message;
}

/** One run being played: the two machines, what is between them, and what is still to happen. */
export class Run {
  phone: PhoneState = newPhone;
  server: ServerState;
  now = 0;
  private readonly record = new RunRecord();
  private readonly cast: Cast;
  private readonly script: ScriptEvent[];
  private next = 0;
  private readonly wire = new Wire();
  private readonly watch = new LoopWatch();
  private readonly standIns: Map<number, Message>;
  private request: Flight | undefined;
  private reply: Flight | undefined;
  /** The request that the server holds. */
  private held: Flight | undefined;
  private loop: Loop | undefined;
  private stopped = false;
  private lastWhy = '';
  private lastCommand = '';

  constructor(cast: Cast, events: readonly ScriptEvent[]) {
    this.cast = cast;
    this.script = [...events];
    this.standIns = new Map(cast.setup.replies.map(({ step, message }) => [step, message]));
    this.server = newServer(mailboxOf(cast.script, cast.server.folders));
  }

  get steps(): readonly Step[] {
    return this.record.steps;
  }

  get exchanges(): readonly Exchange[] {
    return this.record.exchanges;
  }

  play(): Transcript {
    this.settle();
    return this.transcript();
  }

  /** Goes on until nothing moves any more, the script is over, or there is a loop. */
  settle(): void {
    const { maxSteps } = this.cast.setup;
    while (!this.stopped && this.steps.length < maxSteps && this.advance());
  }

  /** Adds something to what is still to happen. */
  add(event: ScriptEvent): void {
    this.script.push(event);
  }

  private advance(): boolean {
    if (this.request) this.deliverRequest(this.request);
    else if (this.reply) this.deliverReply(this.reply);
    else if (this.held && this.standIns.has(this.steps.length)) this.answerHeld(this.held);
    else if (!this.phone.pending && this.phone.rest) this.rest();
    else {
      const event = this.script[this.next];
      if (!event) return false;
      this.happen(event);
    }
    return true;
  }

  private step(
    kind: Step['kind'],
    text: string,
    taken: Step['taken'],
    more: Partial<Pick<Step, 'exchange' | 'side' | 'judgement' | 'standIn'>> = {},
  ): void {
    const { phone, server, now, loop } = this;
    this.record.step({ time: now, kind, text, taken, phone, server, ...more, ...(loop && { loop }) });
  }

  /** Lets something happen at the phone; what it sends is on its way afterwards. */
  private atPhone(
    event: PhoneEvent,
    command = '',
  ): { taken: Step['taken']; judgement?: Judgement; closed: boolean } {
    const step = phoneStep(this.phone, event, this.cast.phone, this.now);
    this.phone = step.state;
    this.watch.watch(step.state);
    if (event.kind === 'reply') {
      // Known before what it sends next: that may be the third of its kind, and this is why.
      this.lastCommand = command;
      this.lastWhy = step.judgement && !step.judgement.goesOn ? step.judgement.why : '';
    }
    let closed = false;
    for (const effect of step.effects) {
      if (effect.kind === 'close') closed = true;
      else this.send(effect);
    }
    return { taken: step.taken, ...(step.judgement && { judgement: step.judgement }), closed };
  }

  private send({ command, message, folder }: { command: string; message: Message; folder?: string }): void {
    const exchange = this.record.asked(message);
    this.request = { exchange, command, message };
    const key = folder === undefined ? '' : (this.phone.collections[folder]?.key ?? '');
    const question = `${command} ${folder ?? this.phone.account} ${key === '0' ? '0' : 'k'}`;
    const why = this.lastCommand === command ? this.lastWhy : '';
    this.loop = this.watch.asked(question, exchange, this.now, { why: loopText(why), refused: why !== '' });
    if (this.loop && this.loop.times >= this.cast.setup.maxRepeats) this.stopped = true;
  }

  private deliverRequest(flight: Flight): void {
    this.request = undefined;
    const { exchange, command, message } = flight;
    if (this.wire.loses('request', command)) {
      this.step('lost', `The ${command} request is lost.`, [], { exchange, side: 'request' });
      this.reply = undefined;
      this.lose(flight);
      return;
    }
    const answer = this.atServer({ kind: 'request', message, now: this.now });
    this.step('request', `${command} arrives at the server.`, answer.taken, { exchange, side: 'request' });
    if (answer.reply) this.reply = { ...flight, message: answer.reply };
    else this.held = flight;
  }

  private atServer(event: ServerEvent): ReturnType<typeof serverStep> {
    const step = serverStep(this.server, event, this.cast.manner);
    this.server = step.state;
    if (step.reply && this.held && event.kind !== 'request') {
      this.reply = { ...this.held, message: step.reply };
      this.held = undefined;
    }
    return step;
  }

  private deliverReply(flight: Flight): void {
    this.reply = undefined;
    const { exchange, command } = flight;
    const standIn = this.standIns.get(this.steps.length);
    const message = standIn ?? this.wire.otherReply(command) ?? flight.message;
    if (standIn) this.server = adoptReply(this.server, this.record.request(exchange), standIn);
    this.record.answered(exchange, message);
    if (!standIn && this.wire.loses('reply', command)) {
      this.step('lost', `The reply to ${command} is lost.`, [], { exchange, side: 'response' });
      this.lose(flight);
      return;
    }
    const { taken, judgement } = this.arrive(command, message);
    this.step('reply', `The reply to ${command} arrives at the phone.`, taken, {
      exchange,
      side: 'response',
      ...(judgement && { judgement }),
      ...(standIn && { standIn: true as const }),
    });
  }

  private arrive(command: string, message: Message): ReturnType<Run['atPhone']> {
    const arrived = this.atPhone({ kind: 'reply', message }, command);
    this.record.arrived(command, arrived.judgement?.goesOn ?? false);
    return arrived;
  }

  /** Nothing comes back: the phone notices after a while. */
  private lose({ command }: Flight): void {
    this.lastCommand = command;
    this.lastWhy = 'No answer came.';
    const { taken } = this.atPhone({ kind: 'lost' });
    this.step('time', 'The phone has waited for an answer long enough.', taken);
  }

  private answerHeld(flight: Flight): void {
    this.held = undefined;
    this.server = serverStep(this.server, { kind: 'closed' }, this.cast.manner).state;
    this.deliverReply(flight);
  }

  private rest(): void {
    const { rest } = this.phone;
    const seconds = Math.max(0, (rest?.until ?? 0) - this.now);
    this.now += seconds;
    const { taken } = this.atPhone({ kind: 'time' });
    this.step('time', `${seconds} seconds pass. ${rest?.why ?? ''}`.trim(), taken);
  }

  private happen(event: ScriptEvent): void {
    if (event.kind === 'wait') {
      this.wait(event.seconds);
      return;
    }
    this.next++;
    if (event.kind !== 'lose' && event.kind !== 'answer') this.watch.reset();
    const text = eventText(event);
    switch (event.kind) {
      case 'lose':
      case 'answer':
        this.wire.expect(event);
        this.step('event', text, []);
        return;
      case 'add-account':
        this.step('event', text, this.atPhone({ kind: 'add-account' }).taken);
        return;
      case 'act':
      case 'restart-phone': {
        const waiting = this.held;
        const { taken, closed } = this.atPhone(
          event.kind === 'act' ? { kind: 'act', act: event.act } : { kind: 'restart' },
        );
        this.step('event', text, taken);
        if (closed && waiting) this.close(waiting);
        return;
      }
      default:
        this.step('event', text, this.elsewhere(event).taken);
    }
  }

  /** Something that happens on the server's side. */
  private elsewhere(event: ScriptEvent): ReturnType<typeof serverStep> {
    switch (event.kind) {
      case 'restart-server': {
        const step = this.atServer({ kind: 'restart' });
        this.hangUp();
        return step;
      }
      case 'policy-changed':
        return this.atServer({ kind: 'policy-changed' });
      case 'wipe':
        return this.atServer({ kind: 'wipe' });
      case 'forget-inbox': {
        const inbox = folderOfType(this.server.mailbox, FOLDER.inbox)?.id ?? '';
        const other = { cur: 'another', base: {} };
        this.server = serverWith(this.server, {
          collections: { ...this.server.collections, [inbox]: other },
        });
        return { state: this.server, taken: [] };
      }
      default:
        return this.atServer({
          kind: 'mailbox',
          mailbox: mailboxAfter(this.server.mailbox, event),
          now: this.now,
        });
    }
  }

  /** The connection breaks: what was held is not answered. */
  private hangUp(): void {
    const { held } = this;
    if (!held) return;
    this.held = undefined;
    this.lose(held);
  }

  private close({ exchange, command }: Flight): void {
    this.held = undefined;
    const { taken } = this.atServer({ kind: 'closed' });
    this.step('closed', `The phone gives up its ${command}.`, taken, { exchange, side: 'request' });
  }

  private wait(seconds: number): void {
    const until = this.server.held?.until ?? Infinity;
    const passed = Math.min(seconds, Math.max(0, until - this.now));
    this.now += passed;
    if (passed < seconds) this.script[this.next] = { kind: 'wait', seconds: seconds - passed };
    else this.next++;
    this.watch.reset();
    const { taken } = this.atServer({ kind: 'time', now: this.now });
    this.step('event', eventText({ kind: 'wait', seconds: passed }), taken);
  }

  private transcript(): Transcript {
    const { cast, phone, server, loop, record } = this;
    const over = this.next >= this.script.length && !this.request && !this.reply;
    const ended: Outcome['ended'] = this.stopped ? 'loop' : over ? 'script' : 'limit';
    return {
      conversation: record.conversation(cast),
      steps: record.steps,
      outcome: outcomeOf(ended, phone, server, loop),
      summary: record.summary,
      setup: cast.setup,
      rules: rulesFingerprint(),
    };
  }
}

import type { Message } from '../conversation/index.ts';
import type { Asked, AtPhone, Pair } from './pair.ts';
import type { PhoneEvent } from './phone/step.ts';
import { adoptReply } from './server/adopt.ts';
import type { ServerEvent, ServerStep } from './server/step.ts';
import { Wire } from './wire.ts';

/** What is on its way between the two: a request, its reply, or a request that the server holds. */
export class Traffic {
  readonly wire = new Wire();
  private readonly pair: Pair;
  /** Messages that a person puts in the place of replies, by the number of the step. */
  private readonly standIns: ReadonlyMap<number, Message>;
  private request: Asked | undefined;
  private reply: Asked | undefined;
  private held: Asked | undefined;

  constructor(pair: Pair) {
    this.pair = pair;
    this.standIns = new Map(pair.cast.setup.replies.map(({ step, message }) => [step, message]));
  }

  /** Nothing is on its way. */
  get rests(): boolean {
    return !this.request && !this.reply;
  }

  /** Lets what is on its way arrive. @returns false where nothing is */
  advance(): boolean {
    if (this.request) this.deliverRequest(this.request);
    else if (this.reply) this.deliverReply(this.reply);
    else if (this.held && this.standIns.has(this.pair.record.steps.length)) this.answerHeld(this.held);
    else return false;
    return true;
  }

  /** Lets something happen at the phone; what it sends is on its way afterwards. */
  atPhone(event: PhoneEvent, command = ''): AtPhone {
    const led = this.pair.atPhone(event, command);
    if (led.asked) this.request = led.asked;
    return led;
  }

  /** A person did something at the phone, which may have it give up what the server holds. */
  byPerson(event: PhoneEvent, text: string): void {
    const waiting = this.held;
    const { taken, closed } = this.atPhone(event);
    this.pair.note('event', text, taken);
    if (closed && waiting) this.close(waiting);
  }

  /** Lets something happen at the server; it may be what a request was held for. */
  atServer(event: ServerEvent): ServerStep {
    const step = this.pair.atServer(event);
    if (step.reply && this.held && event.kind !== 'request') {
      this.reply = { ...this.held, message: step.reply };
      this.held = undefined;
    }
    return step;
  }

  /** The connection breaks: what was held is not answered. */
  hangUp(): void {
    const { held } = this;
    if (!held) return;
    this.held = undefined;
    this.lose(held);
  }

  private deliverRequest(asked: Asked): void {
    this.request = undefined;
    const { pair } = this;
    const { exchange, command, message } = asked;
    if (this.wire.loses('request', command)) {
      pair.note('lost', `The ${command} request is lost.`, [], { exchange, side: 'request' });
      this.reply = undefined;
      this.lose(asked);
      return;
    }
    const answer = this.atServer({ kind: 'request', message, now: pair.now });
    pair.note('request', `${command} arrives at the server.`, answer.taken, { exchange, side: 'request' });
    if (answer.reply) this.reply = { ...asked, message: answer.reply };
    else this.held = asked;
  }

  private deliverReply(answer: Asked): void {
    this.reply = undefined;
    const { pair } = this;
    const { record } = pair;
    const { exchange, command } = answer;
    const standIn = this.standIns.get(record.steps.length);
    const message = standIn ?? this.wire.otherReply(command) ?? answer.message;
    if (standIn) pair.server = adoptReply(pair.server, record.request(exchange), standIn);
    record.answered(exchange, message);
    if (!standIn && this.wire.loses('reply', command)) {
      pair.note('lost', `The reply to ${command} is lost.`, [], { exchange, side: 'response' });
      this.lose(answer);
      return;
    }
    const { taken, judgement } = this.atPhone({ kind: 'reply', message }, command);
    record.arrived(command, judgement?.goesOn ?? false);
    pair.note('reply', `The reply to ${command} arrives at the phone.`, taken, {
      exchange,
      side: 'response',
      ...(judgement && { judgement }),
      ...(standIn && { standIn: true as const }),
    });
  }

  /** Nothing comes back: the phone notices after a while. */
  private lose({ command }: Asked): void {
    this.pair.answered(command, 'No answer came.');
    const { taken } = this.atPhone({ kind: 'lost' });
    this.pair.note('time', 'The phone has waited for an answer long enough.', taken);
  }

  private answerHeld(asked: Asked): void {
    this.held = undefined;
    this.pair.atServer({ kind: 'closed' });
    this.deliverReply(asked);
  }

  private close({ exchange, command }: Asked): void {
    this.held = undefined;
    const { taken } = this.atServer({ kind: 'closed' });
    this.pair.note('closed', `The phone gives up its ${command}.`, taken, { exchange, side: 'request' });
  }
}

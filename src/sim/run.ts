import type { Exchange } from '../conversation/index.ts';
import { mailboxOf } from './mailbox/mailbox-of.ts';
import { folderOfType } from './mailbox/mailbox.ts';
import { FOLDER } from './mailbox/types.ts';
import { outcomeOf } from './outcome.ts';
import { Pair } from './pair.ts';
import type { PhoneState } from './phone/types.ts';
import { rulesFingerprint } from './rules.ts';
import { eventText, mailboxAfter } from './scripts/happen.ts';
import type { ScriptEvent } from './scripts/types.ts';
import type { ServerStep } from './server/step.ts';
import { serverWith, type ServerState } from './server/types.ts';
import { castOf, type Cast } from './setup.ts';
import { Traffic } from './traffic.ts';
import type { Outcome, Setup, Step, Transcript } from './types.ts';

/** Plays a setup to its end. The same setup gives the same transcript, byte for byte. */
export function simulate(setup: Partial<Setup> = {}): Transcript {
  const cast = castOf(setup);
  return new Run(cast, cast.script.events).play();
}

/** One run being played: what is on its way goes first, then the phone's own time, then what the script has happen. */
export class Run {
  private readonly pair: Pair;
  private readonly traffic: Traffic;
  private readonly script: ScriptEvent[];
  private next = 0;
  /** Once for a run: it makes a transcript whenever it comes to rest. */
  private readonly rules = rulesFingerprint();

  constructor(cast: Cast, events: readonly ScriptEvent[]) {
    this.script = [...events];
    this.pair = new Pair(cast, mailboxOf(cast.script, cast.server.folders));
    this.traffic = new Traffic(this.pair);
  }

  get phone(): PhoneState {
    return this.pair.phone;
  }

  get server(): ServerState {
    return this.pair.server;
  }

  /** A server that something else was done to. */
  set server(server: ServerState) {
    this.pair.server = server;
  }

  /** Seconds since the start. */
  get now(): number {
    return this.pair.now;
  }

  get steps(): readonly Step[] {
    return this.pair.record.steps;
  }

  get exchanges(): readonly Exchange[] {
    return this.pair.record.exchanges;
  }

  play(): Transcript {
    this.settle();
    return this.transcript();
  }

  /** Goes on until nothing moves any more, the script is over, or there is a loop. */
  settle(): void {
    const { maxSteps } = this.pair.cast.setup;
    while (!this.pair.goesRound && this.steps.length < maxSteps && this.advance());
  }

  /** Adds something to what is still to happen. */
  add(event: ScriptEvent): void {
    this.script.push(event);
  }

  private advance(): boolean {
    if (this.traffic.advance()) return true;
    if (!this.phone.pending && this.phone.rest) {
      this.rest();
      return true;
    }
    const event = this.script[this.next];
    if (event) this.happen(event);
    return event !== undefined;
  }

  private rest(): void {
    const { pair } = this;
    const { rest } = pair.phone;
    const seconds = Math.max(0, (rest?.until ?? 0) - pair.now);
    pair.now += seconds;
    const { taken } = this.traffic.atPhone({ kind: 'time' });
    pair.note('time', `${seconds} seconds pass. ${rest?.why ?? ''}`.trim(), taken);
  }

  private happen(event: ScriptEvent): void {
    const { pair, traffic } = this;
    if (event.kind === 'wait') {
      this.wait(event.seconds);
      return;
    }
    this.next++;
    if (event.kind !== 'lose' && event.kind !== 'answer') pair.startsAnew();
    const text = eventText(event);
    switch (event.kind) {
      case 'lose':
      case 'answer':
        traffic.wire.expect(event);
        pair.note('event', text, []);
        return;
      case 'add-account':
        traffic.byPerson({ kind: 'add-account' }, text);
        return;
      case 'act':
        traffic.byPerson({ kind: 'act', act: event.act }, text);
        return;
      case 'restart-phone':
        traffic.byPerson({ kind: 'restart' }, text);
        return;
      default:
        pair.note('event', text, this.elsewhere(event).taken);
    }
  }

  /** Something that happens on the server's side. */
  private elsewhere(event: ScriptEvent): Pick<ServerStep, 'taken'> {
    const { pair, traffic } = this;
    switch (event.kind) {
      case 'restart-server': {
        const step = traffic.atServer({ kind: 'restart' });
        traffic.hangUp();
        return step;
      }
      case 'policy-changed':
        return traffic.atServer({ kind: 'policy-changed' });
      case 'wipe':
        return traffic.atServer({ kind: 'wipe' });
      case 'forget-inbox': {
        const inbox = folderOfType(pair.server.mailbox, FOLDER.inbox)?.id ?? '';
        const other = { cur: 'another', base: {} };
        pair.server = serverWith(pair.server, {
          collections: { ...pair.server.collections, [inbox]: other },
        });
        return { taken: [] };
      }
      default: {
        const mailbox = mailboxAfter(pair.server.mailbox, event);
        return traffic.atServer({ kind: 'mailbox', mailbox, now: pair.now });
      }
    }
  }

  private wait(seconds: number): void {
    const { pair } = this;
    const until = pair.server.held?.until ?? Infinity;
    const passed = Math.min(seconds, Math.max(0, until - pair.now));
    pair.now += passed;
    if (passed < seconds) this.script[this.next] = { kind: 'wait', seconds: seconds - passed };
    else this.next++;
    pair.startsAnew();
    const { taken } = this.traffic.atServer({ kind: 'time', now: pair.now });
    pair.note('event', eventText({ kind: 'wait', seconds: passed }), taken);
  }

  private transcript(): Transcript {
    const { cast, phone, server, loop, record, goesRound } = this.pair;
    const over = this.next >= this.script.length && this.traffic.rests;
    const ended: Outcome['ended'] = goesRound ? 'loop' : over ? 'script' : 'limit';
    return {
      conversation: record.conversation(cast),
      steps: record.steps,
      outcome: outcomeOf(ended, phone, server, loop),
      summary: record.summary,
      setup: cast.setup,
      rules: this.rules,
    };
  }
}

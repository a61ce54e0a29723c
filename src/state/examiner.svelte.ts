import { messageAt, messagesOf, otherSide, type Conversation, type Message } from '../conversation/index.ts';
import type { Examination, Finding } from '../doctor/index.ts';
import { SMALL, type Asked, type Core } from '../worker/index.ts';
import type * as Judging from './judging.ts';

/** Which message: an index into the exchanges, and a side. */
type Place = Pick<Asked, 'exchange' | 'side'>;

interface Known extends Asked {
  result: Examination;
}

/** Messages up to which the exchanges and the conversation are judged at once: a few milliseconds. */
const SHORT = 1000;

/** What was found out about each message of the conversation on show: alone, in its exchange, in the conversation. */
export class Examiner {
  readonly #core: Core;
  /** The doctor; it is on its way while the page is painted for the first time. */
  #doctor = $state.raw<typeof Judging>();
  #loading: Promise<void> | undefined;
  #failed = $state(false);
  #whole = $state.raw<Judging.Whole>();
  #pending = $state(false);
  /** What to examine when the doctor is there. */
  #waiting: Conversation | undefined;
  /** By message: an edit of one leaves what is known of the others. */
  readonly #known = new WeakMap<Message, Known>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** True while the doctor is on its way, or large messages are being examined. */
  get pending(): boolean {
    return this.#pending;
  }

  /** True where the doctor could not be loaded: this page was replaced, or there is no way to its files. */
  get failed(): boolean {
    return this.#failed;
  }

  /** All that is known of a message; `undefined` while it is being examined. */
  of(place: Place): Examination | undefined {
    return this.#whole?.of(place);
  }

  /** The one sentence about a message; `undefined` while it is being examined. */
  verdictOf(place: Place): string | undefined {
    const known = this.of(place);
    return known && this.#doctor?.verdict(known.findings, known.checks);
  }

  /** Loads the doctor; settles when it is there, or cannot be had, and examines what waited for it. */
  ready(): Promise<void> {
    this.#loading ??= import('./judging.ts').then(
      (doctor) => {
        this.#doctor = doctor;
        const waiting = this.#waiting;
        this.#waiting = undefined;
        if (waiting) this.examine(waiting);
      },
      () => {
        this.#loading = undefined; // the next time may do better
        this.#failed = true;
        this.#pending = false;
      },
    );
    return this.#loading;
  }

  /** Examines whatever of the conversation is not known yet: at once, or beside the page where it is large. */
  examine(conversation: Conversation): void {
    this.#core.drop('examine');
    const doctor = this.#doctor;
    if (!doctor) {
      this.#waiting = conversation;
      this.#failed = false;
      this.#pending = true;
      void this.ready();
      return;
    }
    const neighbours = doctor.neighbourVersions(conversation);
    const asked: Asked[] = messagesOf(conversation).map((one) => ({
      ...one,
      partner: messageAt(conversation, { ...one, side: otherSide(one.side) }),
      neighbours: neighbours[one.exchange],
    }));
    const missing = asked.filter((one) => !this.#resultOf(one));
    const size = missing.reduce((sum, { message }) => sum + (message.bytes?.length ?? 0), 0);
    this.#pending = size > SMALL;
    if (this.#pending) {
      void this.#core.run('examine', { messages: missing }, size).then((results) => {
        this.#take(missing, results);
        this.#pending = false;
        this.#judge(doctor, asked);
      });
    } else
      this.#take(
        missing,
        missing.map(({ message, ...place }) => doctor.examineMessage(message, place)),
      );
    this.#judge(doctor, asked);
  }

  #take(asked: readonly Asked[], results: readonly Examination[]): void {
    asked.forEach((one, i) => {
      const result = results[i];
      if (result) this.#known.set(one.message, { ...one, result });
    });
  }

  /** Judges exchanges and conversation from what is known of the messages, and shows all of it. */
  #judge(doctor: typeof Judging, asked: readonly Asked[]): void {
    this.#core.drop('talk');
    const places = asked.map(({ exchange, side }) => ({ exchange, side }));
    const known = asked.map((one) => this.#resultOf(one));
    const show = (talk: readonly Finding[]): void => {
      this.#whole = new doctor.Whole(places, known, talk, this.#whole);
    };
    if (asked.length <= SHORT) {
      show(doctor.judgeTalk(places, known));
      return;
    }
    show([]); // what is known of the messages alone is there at once
    const seen = known.map((one) => one && { digest: one.digest, findings: one.findings });
    void this.#core.run('talk', { places, seen }, SMALL + 1).then(show);
  }

  #resultOf({ message, partner, exchange, side, neighbours }: Asked): Examination | undefined {
    const known = this.#known.get(message);
    const same =
      known &&
      known.partner === partner &&
      known.exchange === exchange &&
      known.side === side &&
      known.neighbours?.why === neighbours?.why;
    return same ? known.result : undefined;
  }
}

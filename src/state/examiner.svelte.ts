import {
  messageAt,
  messagesOf,
  otherSide,
  type Conversation,
  type Exchange,
  type Message,
} from '../conversation/index.ts';
import type { Examination, Finding, Told } from '../doctor/index.ts';
import { SMALL, SMALL_AT_FIRST, inTurns, type Asked, type Core } from '../worker/index.ts';
import type * as Judging from './judging.ts';

/** Which message: an index into the exchanges, and a side. */
type Place = Pick<Asked, 'exchange' | 'side'>;

interface Known extends Asked {
  result: Examination;
}

/** Messages up to which the exchanges and the conversation are judged at once: a few milliseconds. */
const SHORT = 1000;
/** Ms without a change until a large message is sent to be examined: at every letter it would be sent for nothing. */
const REST = 100;

/** What was found out about each message of the conversation on show: alone, in its exchange, in the conversation. */
export class Examiner {
  readonly #core: Core;
  /** The doctor; it is on its way while the page is painted for the first time. */
  #doctor = $state.raw<typeof Judging>();
  #loading: Promise<void> | undefined;
  #failed = $state(false);
  #stopped = $state(false);
  #broke = $state(false);
  /** Counts what was asked: an answer to what is not asked any more is left. */
  #asking = 0;
  #whole = $state.raw<Judging.Whole>();
  #pending = $state(false);
  /** What to examine when the doctor is there. */
  #waiting: Conversation | undefined;
  readonly #afterPicture: (() => Promise<void>) | undefined;
  #behind = $state(false);
  /** By message: an edit of one leaves what is known of the others. */
  readonly #known = new WeakMap<Message, Known>();
  /** What each exchange says to its neighbours. */
  readonly #told = new WeakMap<Exchange, Told>();

  /** @param afterPicture settles when a change is painted; where it is absent nobody waits for a picture */
  constructor(core: Core, afterPicture?: () => Promise<void>) {
    this.#core = core;
    this.#afterPicture = afterPicture;
  }

  /** True while what was found is of the state before the last change: its places and fixes are not of this one. */
  get isBehind(): boolean {
    return this.#behind;
  }

  /** True while the doctor is on its way, or large messages are being examined. */
  get pending(): boolean {
    return this.#pending;
  }

  /**
   * Why nothing is known of a message: the doctor could not be loaded, since this page was replaced or there is no way to
   * its files; it failed at the message, which is a fault of ours; a person ended it; or it is under way.
   */
  get why(): 'noDoctor' | 'doctorBroke' | 'stopped' | 'examining' {
    return this.#failed ? 'noDoctor' : this.#broke ? 'doctorBroke' : this.#stopped ? 'stopped' : 'examining';
  }

  /** True where a person ended it: what is not known of the conversation stays unknown. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Another object with every result: who keeps something made of what is known makes it anew then. */
  get found(): object | undefined {
    return this.#whole;
  }

  /** All that is known of a message; `undefined` while it is being examined. */
  of(place: Place): Examination | undefined {
    return this.#whole?.of(place);
  }

  /** How bad a message is; `undefined` where nothing was found, or it is being examined. */
  worst(place: Place): Finding['severity'] | undefined {
    return this.#whole?.worst(place);
  }

  /** The command of a message, of which no more has to be put together for it. */
  commandOf(place: Place): string | undefined {
    return this.#whole?.commandOf(place);
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

  /** Forgets what was found; something is going to be examined soon. */
  clear(): void {
    this.#core.drop('examine');
    this.#core.drop('talk');
    this.#asking++;
    this.#waiting = undefined;
    this.#behind = false;
    this.#whole = undefined;
    this.#stopped = false;
    this.#broke = false;
    this.#pending = true;
  }

  /**
   * Examines whatever of the conversation is not known yet: at once, or beside the page where it is large.
   * @param changing somebody is at work on it: what they did is painted first; then what is larger is done at once, and
   *   what is large waits for a pause
   */
  examine(conversation: Conversation, changing = false): void {
    this.#core.drop('examine');
    const asking = ++this.#asking; // what is under way is of a state that is gone
    this.#behind = changing && this.#afterPicture !== undefined && this.#doctor !== undefined;
    if (!this.#behind) return this.#examine(conversation, changing);
    void this.#afterPicture?.().then(() => {
      if (asking !== this.#asking) return;
      this.#behind = false;
      this.#examine(conversation, changing);
    });
  }

  #examine(conversation: Conversation, changing: boolean): void {
    const doctor = this.#doctor;
    if (!doctor) {
      this.#waiting = conversation;
      this.#failed = false;
      this.#pending = true;
      void this.ready();
      return;
    }
    this.#stopped = false;
    this.#broke = false;
    const untold = conversation.exchanges.filter((exchange) => !this.#told.has(exchange));
    const tell = (exchange: Exchange): void => void this.#told.set(exchange, doctor.toldBy(exchange));
    if (untold.length <= SHORT) {
      untold.forEach(tell);
      this.#examineTold(doctor, conversation, changing);
      return;
    }
    this.#pending = true;
    if (!changing) this.#whole = undefined; // until then it is of what was on show before
    const asking = this.#asking;
    void inTurns(untold, tell, () => asking === this.#asking).then((isDone) => {
      if (isDone) this.#examineTold(doctor, conversation, changing);
    });
  }

  #examineTold(doctor: typeof Judging, conversation: Conversation, changing: boolean): void {
    const told = conversation.exchanges.map((one) => this.#told.get(one) ?? doctor.toldBy(one));
    const neighbours = doctor.versionsFrom(told);
    const asked: Asked[] = messagesOf(conversation).map((one) => ({
      ...one,
      partner: messageAt(conversation, { ...one, side: otherSide(one.side) }),
      neighbours: neighbours[one.exchange],
    }));
    const missing = asked.filter((one) => !this.#resultOf(one));
    const size = doctor.sizeOf(missing);
    this.#pending = size > (changing ? SMALL : SMALL_AT_FIRST) || missing.length > SHORT;
    if (this.#pending) {
      this.#judge(doctor, asked, []);
      void this.#examineBeside(doctor, asked, missing, changing ? REST : 0);
      return;
    }
    this.#take(
      missing,
      missing.map(({ message, ...place }) => doctor.examineMessage(message, place)),
    );
    this.#judge(doctor, asked);
  }

  /**
   * Examines beside the page, part by part; what is known is shown with each doubling of it.
   * @param rest ms to wait before, in which something else may be asked for
   */
  async #examineBeside(
    doctor: typeof Judging,
    asked: readonly Asked[],
    missing: readonly Asked[],
    rest: number,
  ): Promise<void> {
    const asking = this.#asking;
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
    if (asking !== this.#asking) return;
    const oncancel = (): void => {
      this.#pending = false;
      this.#stopped = true;
    };
    let done = 0;
    let shown = 0;
    for (const messages of doctor.batchesOf(missing)) {
      const progress = missing.length > 1 ? { done, of: missing.length } : undefined;
      const size = Math.max(SMALL + 1, doctor.sizeOf(messages));
      const going = this.#core.run('examine', { messages }, size, { progress, oncancel });
      const results = await going.catch(() => undefined);
      if (asking !== this.#asking) return;
      if (results) this.#take(messages, results);
      else this.#broke = true; // a fault of ours; the others are examined all the same
      done += messages.length;
      if (done < missing.length && done >= 2 * shown) {
        shown = done;
        this.#judge(doctor, asked, []);
      }
    }
    this.#pending = false;
    this.#judge(doctor, asked);
  }

  #take(asked: readonly Asked[], results: readonly Examination[]): void {
    asked.forEach((one, i) => {
      const result = results[i];
      if (result) this.#known.set(one.message, { ...one, result });
    });
  }

  /**
   * Judges exchanges and conversation from what is known of the messages, and shows all of it.
   * @param found what was found about them; worked out where absent
   */
  #judge(doctor: typeof Judging, asked: readonly Asked[], found?: readonly Finding[]): void {
    this.#core.drop('talk');
    const places = asked.map(({ exchange, side }) => ({ exchange, side }));
    const known = asked.map((one) => this.#resultOf(one));
    const show = (talk: readonly Finding[]): void => {
      this.#whole = new doctor.Whole(places, known, talk, this.#whole);
    };
    if (found) return show(found);
    if (asked.length <= SHORT) {
      show(doctor.judgeTalk(places, known));
      return;
    }
    show([]); // what is known of the messages alone is there at once
    const seen = known.map((one) => one && { digest: one.digest, findings: one.findings });
    const asking = this.#asking;
    // Where that fails what is known of the messages alone stays.
    void this.#core.run('talk', { places, seen }, SMALL + 1).then(
      (talk) => asking === this.#asking && show(talk),
      () => undefined,
    );
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

import { messageAt, messagesOf, otherSide, type Conversation, type Message } from '../conversation/index.ts';
import { examineMessage, type Examination } from '../doctor/index.ts';
import { SMALL, type Asked, type Core } from '../worker/index.ts';

/** Which message: an index into the exchanges, and a side. */
type Place = Pick<Asked, 'exchange' | 'side'>;

interface Known extends Asked {
  result: Examination;
}

const keyOf = ({ exchange, side }: Place): string => `${exchange} ${side}`;
const NONE: ReadonlyMap<string, Examination> = new Map();

/** What was found out about each message of the conversation on show. */
export class Examiner {
  readonly #core: Core;
  #results = $state.raw(NONE);
  #pending = $state(false);
  /** By message: an edit of one leaves what is known of the others. */
  readonly #known = new WeakMap<Message, Known>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** True while large messages are being examined. */
  get pending(): boolean {
    return this.#pending;
  }

  /** All that is known of a message; `undefined` while it is being examined. */
  of(place: Place): Examination | undefined {
    return this.#results.get(keyOf(place));
  }

  /** Examines whatever of the conversation is not known yet: at once, or beside the page where it is large. */
  examine(conversation: Conversation): void {
    this.#core.drop('examine');
    const asked: Asked[] = messagesOf(conversation).map((one) => ({
      ...one,
      partner: messageAt(conversation, { ...one, side: otherSide(one.side) }),
    }));
    const missing = asked.filter((one) => !this.#resultOf(one));
    const size = missing.reduce((sum, { message }) => sum + (message.bytes?.length ?? 0), 0);
    this.#pending = size > SMALL;
    if (this.#pending) {
      void this.#core.run('examine', { messages: missing }, size).then((results) => {
        this.#take(missing, results);
        this.#publish(asked);
        this.#pending = false;
      });
    } else
      this.#take(
        missing,
        missing.map(({ message, ...place }) => examineMessage(message, place)),
      );
    this.#publish(asked);
  }

  #take(asked: readonly Asked[], results: readonly Examination[]): void {
    asked.forEach((one, i) => {
      const result = results[i];
      if (result) this.#known.set(one.message, { ...one, result });
    });
  }

  #publish(asked: readonly Asked[]): void {
    const pairs = asked.flatMap((one) => {
      const result = this.#resultOf(one);
      return result ? [[keyOf(one), result] as const] : [];
    });
    this.#results = new Map(pairs);
  }

  #resultOf({ message, partner, exchange, side }: Asked): Examination | undefined {
    const known = this.#known.get(message);
    const same = known && known.partner === partner && known.exchange === exchange && known.side === side;
    return same ? known.result : undefined;
  }
}

import type { PhoneCollection, PhoneState } from './phone/types.ts';
import type { Loop } from './types.ts';

const ANNOUNCED = 3;
/** Seconds. @see MS-ASCMD 2.2.3.79 */
const SHORTEST_HEARTBEAT = 60;

interface Question {
  from: number;
  times: number;
}

/**
 * Watches a run for the same question asked again and again with nothing gained in between. What counts as gained: a
 * state of the account or of a folder that was never reached before, something on the phone that it never had before,
 * something sent that is settled.
 */
export class LoopWatch {
  private readonly questions = new Map<string, Question>();
  private readonly had = new Set<string>();
  private readonly seen = new WeakSet();
  private last: PhoneState | undefined;
  private left = 0;
  private lastPing = -Infinity;

  /**
   * A request goes out.
   * @param refused true where the phone did not take the last answer to such a request
   * @returns the loop it belongs to, from the third time on
   */
  asked(
    question: string,
    exchange: number,
    now: number,
    { why, refused }: { why: string; refused: boolean },
  ): Loop | undefined {
    if (question.startsWith('Ping')) {
      // A Ping after a heartbeat without news is how a phone waits, not a loop.
      const soon = refused || now - this.lastPing < SHORTEST_HEARTBEAT;
      this.lastPing = now;
      if (!soon) this.questions.delete(question);
    }
    const known = this.questions.get(question) ?? { from: exchange, times: 0 };
    known.times++;
    this.questions.set(question, known);
    return known.times < ANNOUNCED ? undefined : { from: known.from, times: known.times, why };
  }

  /** The phone is in this state now; where it gained something, all counting starts anew. */
  watch(phone: PhoneState): void {
    const { last } = this;
    this.last = phone;
    let progress = false;
    if (last?.account !== phone.account) progress = this.gain(`account ${phone.account}`);
    if (!progress && last?.folders !== phone.folders) progress = this.gain(`tree ${phone.folders.length}`);
    let left = phone.jobs.length;
    for (const id in phone.collections) {
      const collection = phone.collections[id];
      if (!collection) continue;
      left += collection.changes.length;
      if (this.gained(id, collection, last?.collections[id])) progress = true;
    }
    if (left < this.left) progress = true;
    this.left = left;
    if (progress) this.questions.clear();
  }

  /** Somebody did something: whatever follows is not more of the same. */
  reset(): void {
    this.questions.clear();
    this.lastPing = -Infinity;
  }

  /** What was looked at before, a step keeps: only what is new is looked at. */
  private gained(id: string, collection: PhoneCollection, before: PhoneCollection | undefined): boolean {
    if (collection === before) return false;
    const { state, items } = collection;
    let gained = false;
    if ((state === 'PRIMED' || state === 'IDLE') && state !== before?.state) {
      gained = this.gain(`${id} ${state}`);
    }
    if (items === before?.items) return gained;
    for (const item of items) {
      if (this.seen.has(item)) continue;
      this.seen.add(item);
      if (this.gain(`${id} ${item.id} ${JSON.stringify(item.properties)}`)) gained = true;
    }
    return gained;
  }

  private gain(what: string): boolean {
    if (this.had.has(what)) return false;
    this.had.add(what);
    return true;
  }
}

/** A loop in a sentence. @param why what the phone had against the last answer; empty where it took it */
export const loopText = (why: string): string =>
  why === ''
    ? 'The same question again and again, and nothing new in the answers.'
    : `The same question again and again. The phone did not take the last answer: ${why}`;

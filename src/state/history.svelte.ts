import { inversePart, partSize, type Part, type Where } from './history-part.ts';
import { together } from './history-splice.ts';
import type { Span } from './selection.svelte.ts';

/** What was on show, and what of it was selected. */
export interface Sight {
  readonly at: Where;
  readonly span: Span;
}

/** Something that was done, and can be taken back and done again. */
export interface Step {
  /** What was done, in a few words: “5 bytes taken out”. */
  readonly title: string;
  /** An edit of the XML, of the bytes, or something done to the conversation as a whole. */
  readonly kind: 'text' | 'bytes' | 'change';
  readonly parts: readonly Part[];
  readonly before: Sight;
  readonly after: Sight;
}

/** How a step meets the one before it. */
export interface Pace {
  /** Ms on any clock that only goes forward. */
  now: number;
  /** What kind of typing it is, where it is some: it goes on with the one before if that was the same. */
  typing?: string | undefined;
  /** True where the next letter begins something else: the end of a token. */
  ends?: boolean | undefined;
}

/** Ms without typing after which the next letter is a step of its own. */
const PAUSE = 500;
/** Bytes that steps, and what they lead back to, may hold together: beyond them the oldest step is forgotten. */
const LIMIT = 64 * 1024 * 1024;
/** Bytes of a step besides what its parts hold, about. */
const STEP = 512;

/** All that was done to a conversation and can be taken back, in order; and what was taken back. */
export class History {
  readonly #limit: number;
  readonly #beside: () => number;
  /** Not state themselves: thousands of them would be copied with every letter. */
  #done: Step[] = [];
  #undone: Step[] = [];
  #size = 0;
  #last: Pace | undefined;
  #changes = $state(0);

  /**
   * @param beside bytes that are held for the sake of the steps, but by others: texts that are spliced
   * @param limit bytes that all may hold together; the last step is kept whatever it holds
   */
  constructor(beside = (): number => 0, limit = LIMIT) {
    this.#beside = beside;
    this.#limit = limit;
  }

  /** What would be taken back next. */
  get last(): Step | undefined {
    void this.#changes;
    return this.#done.at(-1);
  }

  /** What would be done again next. */
  get next(): Step | undefined {
    void this.#changes;
    return this.#undone.at(-1);
  }

  /** Bytes of memory that all steps hold, about. */
  get size(): number {
    return this.#size;
  }

  /** Steps that can be taken back. */
  get length(): number {
    void this.#changes;
    return this.#done.length;
  }

  /** Takes a step that was done. What was taken back before can not be done again. */
  add(step: Step, pace: Pace): void {
    for (const gone of this.#undone) this.#size -= stepSize(gone);
    this.#undone = [];
    const last = this.#done.at(-1);
    const grown = last && this.#goesOn(pace) ? joined(last, step) : undefined;
    if (grown && last) {
      this.#size -= stepSize(last);
      this.#done.pop();
    }
    this.#done.push(grown ?? step);
    this.#size += stepSize(grown ?? step);
    this.#last = pace;
    this.#forget();
    this.#changes++;
  }

  /** The next letter is a step of its own. */
  stop(): void {
    this.#last = undefined;
  }

  /** Takes the last step out, to be taken back. */
  back(): Step | undefined {
    return this.#move(this.#done, this.#undone);
  }

  /** Takes out the last step that was taken back, to be done again. */
  forth(): Step | undefined {
    return this.#move(this.#undone, this.#done);
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
    this.#size = 0;
    this.stop();
    this.#changes++;
  }

  #goesOn({ now, typing }: Pace): boolean {
    const last = this.#last;
    return last?.typing !== undefined && last.typing === typing && !last.ends && now - last.now < PAUSE;
  }

  #move(from: Step[], to: Step[]): Step | undefined {
    const step = from.pop();
    if (!step) return undefined;
    to.push(step);
    this.stop();
    this.#changes++;
    return step;
  }

  #forget(): void {
    const room = this.#limit - this.#beside();
    let count = 0;
    while (this.#size > room && count < this.#done.length - 1) {
      this.#size -= stepSize(this.#done[count++] as Step);
    }
    this.#done.splice(0, count);
  }
}

/** What takes a step back, in the order it is to be done. */
export const partsBack = ({ parts }: Step): Part[] => parts.map(inversePart).reverse();

const stepSize = ({ parts }: Step): number => parts.reduce((sum, part) => sum + partSize(part), STEP);

/** Two steps as one; `undefined` where what they do does not touch. */
function joined(first: Step, then: Step): Step | undefined {
  const { at } = first.after;
  if (
    first.kind !== then.kind ||
    at.exchange !== then.before.at.exchange ||
    at.side !== then.before.at.side
  ) {
    return undefined;
  }
  const parts = [...first.parts];
  let touches = false;
  for (const part of then.parts) {
    const i = parts.findLastIndex((one) => one.kind === part.kind);
    const one = parts[i];
    const grown = one && grownPart(one, part);
    if (grown) parts[i] = grown;
    else parts.push(part);
    if (part.kind === first.kind) touches ||= grown !== undefined;
  }
  return touches ? { ...first, parts, after: then.after, title: then.title } : undefined;
}

function grownPart(first: Part, then: Part): Part | undefined {
  if (first.kind === 'text' && then.kind === 'text') {
    const splice = first.key === then.key ? together(first.splice, then.splice) : undefined;
    return splice && { ...first, splice };
  }
  if (first.kind === 'bytes' && then.kind === 'bytes') {
    const isSame = first.at.exchange === then.at.exchange && first.at.side === then.at.side;
    const splice = isSame ? together(first.splice, then.splice) : undefined;
    return splice && { ...first, splice };
  }
  return undefined;
}

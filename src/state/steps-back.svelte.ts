import type { Conversation, MessagePlace } from '../conversation/index.ts';

/** Something done to a conversation as a whole, which can be taken back. */
export interface StepBack {
  /** What was done: “5 bytes taken out”. */
  title: string;
  /** The conversation as it stood before. */
  before: Conversation;
  /** The message that was on show. */
  at: MessagePlace;
}

/** What can be taken back, last first. Any other change ends it: what it would bring back is not there any more. */
export class StepsBack {
  #steps = $state.raw<readonly StepBack[]>([]);

  /** What would be taken back next. */
  get last(): StepBack | undefined {
    return this.#steps.at(-1);
  }

  add(step: StepBack): void {
    this.#steps = [...this.#steps, step];
  }

  /** Takes the last step out, which tells what stood before it. */
  take(): StepBack | undefined {
    const { last } = this;
    this.#steps = this.#steps.slice(0, -1);
    return last;
  }

  clear(): void {
    if (this.#steps.length > 0) this.#steps = [];
  }
}

import type { Message } from '../../conversation/index.ts';
import { detectSteps, type DetectStep, type MessagePlace, type Proposal } from '../../doctor/index.ts';

/** Ms of searching before the page gets its turn: a frame has 16. */
const TURN = 12;

/** A search for another table, in turns with the page, so that it can be stopped at any time. */
export class Search {
  #step = $state.raw<DetectStep>();
  #proposals = $state.raw<readonly Proposal[]>();
  #stopped = $state(false);

  /** How far it has come; absent before its first step, and when it is done. */
  get step(): DetectStep | undefined {
    return this.#step;
  }

  /** What was found, best first; absent until it is done. */
  get proposals(): readonly Proposal[] | undefined {
    return this.#proposals;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
    this.#step = undefined;
  }

  async run(message: Message, place: MessagePlace): Promise<void> {
    const steps = detectSteps(message, place);
    let turn = performance.now();
    for (;;) {
      const next = steps.next();
      if (next.done === true) {
        this.#proposals = next.value;
        this.#step = undefined;
        return;
      }
      if (performance.now() - turn < TURN) continue;
      this.#step = next.value;
      await new Promise((done) => setTimeout(done));
      if (this.#stopped) return;
      turn = performance.now();
    }
  }
}

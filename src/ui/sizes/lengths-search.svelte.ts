import { words } from '#words/sizes.ts';
import type { LengthsAnswer, LengthsQuestion } from '../../doctor/index.ts';
import { trustedWorker } from '../../editor/index.ts';
import type { LengthsFound } from './lengths.worker.ts';
import lengthsWorker from './lengths.worker.ts?worker&url';

/** A search for the elements that have certain sizes, beside the page: it takes from a blink to many seconds. */
export class LengthsSearch {
  #worker: Worker | undefined;
  #answer = $state.raw<LengthsAnswer>();
  #failed = $state('');
  #running = $state(false);

  /** What was found last; absent while there is nothing. */
  get answer(): LengthsAnswer | undefined {
    return this.#answer;
  }

  /** Why nothing was found; empty where that is not so. */
  get failed(): string {
    return this.#failed;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Begins a search; one under way ends without an answer. */
  start(question: LengthsQuestion): void {
    this.stop();
    this.#answer = undefined;
    this.#failed = '';
    try {
      const worker = trustedWorker(lengthsWorker);
      worker.addEventListener('message', ({ data }: MessageEvent<LengthsFound>) => {
        if ('answer' in data) this.#answer = data.answer;
        else this.#failed = words.tooMany;
        this.stop();
      });
      worker.addEventListener('error', () => this.#fail());
      this.#worker = worker;
      this.#running = true;
      worker.postMessage(question);
    } catch {
      this.#fail();
    }
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#running = false;
  }

  #fail(): void {
    this.stop();
    this.#failed = words.noWorker;
  }
}

import type { Stage } from '../../state/index.ts';

/** Ms that a step stays at plain speed: time to read its sentence. */
const STEP = 1600;

/** Plays the steps of a run, one after the other. */
export class Player {
  readonly #stage: Stage;
  #playing = $state(false);
  /** How many times as fast as plainly. */
  speed = $state(1);

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** A run is on show. */
  get isThere(): boolean {
    return this.#stage.simulation !== undefined;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** The step on show, from 0. */
  get step(): number {
    return this.#stage.simulation?.step ?? 0;
  }

  /** The last step there is. */
  get last(): number {
    return (this.#stage.simulation?.steps.length ?? 1) - 1;
  }

  go(step: number): void {
    this.#playing = false;
    this.#stage.go(step);
  }

  /** Plays on, or rests; at the end from the start again. */
  toggle(): void {
    if (!this.#playing && this.step === this.last) this.#stage.go(0);
    this.#playing = !this.#playing;
  }

  rest(): void {
    this.#playing = false;
  }

  /** Waits for the next step while it plays; to be the effect of a component. @returns what ends the waiting */
  wait(): (() => void) | undefined {
    if (!this.#playing) return undefined;
    const { step, last } = this;
    const timer = setInterval(() => {
      if (step >= last) this.#playing = false;
      else this.#stage.go(step + 1);
    }, STEP / this.speed);
    return () => clearInterval(timer);
  }
}

import { sameBytes } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import type { Setup } from '../sim/index.ts';
import type { Asked, Question } from './asking.ts';
import { SMALL, type Core } from '../worker/index.ts';
import type { Play, Simulation } from './simulation.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** A conversation to be shown, with the run it comes from. */
export interface Staged {
  conversation: Conversation;
  simulation?: Simulation | undefined;
  /** What the person should know of it. */
  says?: string | undefined;
}

/** Where a simulated phone and server stand, while a conversation on show comes from them. */
export class Stage {
  readonly #workspace: Workspace;
  readonly #play: Play;
  #simulation = $state.raw<Simulation>();
  #loading = $state(false);
  #asked = $state.raw<Asked>();

  constructor(workspace: Workspace, core: Core) {
    this.#workspace = workspace;
    workspace.keepWith((conversation) => this.#simulation?.whole(conversation) ?? conversation);
    // Always beside the page: how long a run takes nobody knows before.
    this.#play = (setup) => core.run('simulate', { setup }, SMALL + 1);
  }

  /** The run that the conversation on show comes from. */
  get simulation(): Simulation | undefined {
    return this.#simulation;
  }

  /** True while a run is being played. */
  get busy(): boolean {
    return this.#loading;
  }

  /** What a person asked the mock server last, as long as the page stands. */
  get asked(): Asked | undefined {
    return this.#asked;
  }

  /** Puts a person's request to the mock server. */
  async ask(question: Question): Promise<Asked> {
    const { ask } = await import('./asking.ts');
    this.#asked = ask(question);
    return this.#asked;
  }

  /** Plays a setup. */
  run(setup: Partial<Setup>): Promise<Simulation> {
    return this.playing(async () => (await import('./staging.ts')).Simulation.run(this.#play, setup));
  }

  /** Takes a conversation from outside: where it holds a run, that is played again. */
  async taken(conversation: Conversation): Promise<Staged> {
    if (!('simulation' in conversation)) return { conversation };
    return this.playing(async () => (await import('./staging.ts')).restage(conversation, this.#play));
  }

  /** What is on show comes from this run; from none where it is absent. */
  set(simulation: Simulation | undefined): void {
    this.#simulation = simulation;
  }

  /** Goes to a step, and shows its message. */
  go(step: number): void {
    const simulation = this.#simulation;
    if (!simulation) return;
    simulation.go(step);
    this.#workspace.show(simulation.at);
  }

  /** Another message is on show: the step is the one it belongs to. */
  follow(): void {
    this.#simulation?.follow(this.#workspace.at);
  }

  /** True where the person changed the message on show since it was played. */
  get edited(): boolean {
    const { at, message } = this.#workspace;
    if (!this.#simulation) return false;
    const played = this.#simulation.transcript.conversation.exchanges[at.exchange]?.[at.side];
    if (!played?.bytes || !message?.bytes || played.http !== message.http) return played !== message;
    return !sameBytes(played.bytes, message.bytes); // what was taken back is as it was
  }

  /** Says that something is being played while `work` is under way. */
  async playing<T>(work: () => Promise<T>): Promise<T> {
    this.#loading = true;
    try {
      return await work();
    } finally {
      this.#loading = false;
    }
  }
}

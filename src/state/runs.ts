import { words } from '#words/openings.ts';
import type { Message } from '../conversation/index.ts';
import type { Setup } from '../sim/index.ts';
import type { Question } from './asking.ts';
import type { Notices } from './notices.svelte.ts';
import type { Claim, Shown } from './shown.svelte.ts';
import type { Leave, Simulation } from './simulation.svelte.ts';
import type { Stage } from './stage.svelte.ts';

/** Opens what a simulated phone and server say to each other. */
export class Runs {
  readonly #shown: Shown;
  readonly #claim: Claim;
  readonly #notices: Notices;
  readonly #stage: Stage;

  /** @param claim of what is asked for now */
  constructor(shown: Shown, claim: Claim, notices: Notices, stage: Stage) {
    this.#shown = shown;
    this.#claim = claim;
    this.#notices = notices;
    this.#stage = stage;
  }

  /** Plays a setup, and opens the run. @returns false where it could not be played */
  async run(setup: Partial<Setup>): Promise<boolean> {
    this.#notices.say(''); // else it would be said again when the run is played
    const simulation = await this.#stage.run(setup).catch(() => undefined);
    if (!simulation) return this.#notices.refuse(words.notPlayed);
    const { conversation, at } = simulation;
    await this.#shown.showNew({ conversation, at, simulation }, this.#claim);
    return true;
  }

  /** Puts a person's request to the mock server, and opens what they said to each other. */
  async ask(question: Question): Promise<void> {
    const asked = await this.#stage.ask(question).catch(() => undefined);
    if (!asked) {
      this.#notices.refuse(words.notPlayed);
      return;
    }
    const { conversation, says } = asked;
    const exchange = conversation.exchanges.length - 1;
    const side = conversation.exchanges[exchange]?.response ? 'response' : 'request';
    const at = { exchange, side } as const;
    if (await this.#shown.showNew({ conversation, at }, this.#claim)) this.#notices.say(says);
  }

  /** Shows another branch of the run, at the same step. */
  turn(branch: number): Promise<boolean> {
    return this.#restage((simulation, leave) => simulation.turn(branch, leave));
  }

  /** The phone gets this message in that step of the run and goes on from it: a branch, which is on show then. */
  async goOn(step: number, message: Message, name: string): Promise<boolean> {
    const { simulation } = this.#stage;
    if (simulation?.isFull) return this.#notices.refuse(words.tooManyBranches(simulation.branches.length));
    return this.#restage((simulation, leave) => simulation.goOn(step, message, name, leave));
  }

  renameBranch(branch: number, name: string): void {
    this.#stage.simulation?.rename(branch, name);
    this.#shown.changed();
  }

  /** Takes a branch away, and offers it back; where it is on show the one before it is, or the one behind. */
  async deleteBranch(branch: number): Promise<void> {
    const { simulation } = this.#stage;
    if (!simulation || simulation.branches.length < 2) return;
    const isShown = branch === simulation.branch;
    if (isShown && !(await this.turn(branch > 0 ? branch - 1 : 1))) return;
    const old = simulation.takeOut(branch);
    if (!old) return;
    this.#shown.changed();
    const act = (): void => {
      this.#notices.close();
      if (this.#stage.simulation !== simulation) return; // something else was opened meanwhile
      simulation.putBack(Math.min(branch, simulation.branches.length), old);
      this.#shown.changed();
      if (isShown) void this.turn(simulation.branches.indexOf(old));
    };
    const text = words.branchDeleted(old.name);
    this.#notices.show({ tone: 'done', text, action: { label: words.putBack, act } });
  }

  async #restage(change: (simulation: Simulation, leave: Leave) => Promise<boolean>): Promise<boolean> {
    const { simulation } = this.#stage;
    if (!simulation) return false;
    const { workspace } = this.#shown;
    // What is on show is kept when the other is played: a person may change it until then.
    const leave = (): boolean => {
      if (this.#stage.simulation !== simulation) return false; // something else was opened meanwhile
      // a text without bytes cannot be kept with its branch: leaving it would lose it
      if (workspace.broken) return this.#notices.refuse(words.broken);
      simulation.keep(workspace.conversation);
      return true;
    };
    if (!leave()) return false;
    this.#notices.say(''); // else it would be said again when the run is played
    try {
      if (!(await this.#stage.playing(() => change(simulation, leave)))) return false;
    } catch {
      return this.#notices.refuse(words.notPlayed);
    }
    workspace.open(simulation.conversation, simulation.at);
    this.#shown.changed();
    return true;
  }
}

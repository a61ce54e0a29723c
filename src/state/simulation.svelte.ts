import { words } from '#words/staging.ts';
import { messageAt, replaceMessage, type Conversation, type Message } from '../conversation/index.ts';
import type { Setup, Step, Transcript } from '../sim/index.ts';
import { changesOf, withChanges, type BranchChanges } from './branch-changes.ts';
import { MOST_BRANCHES, withSimulation } from './saved-simulation.ts';
import type { At } from './talk-view.svelte.ts';

/** Plays a setup to its end. */
export type Play = (setup: Partial<Setup>) => Promise<Transcript>;

/** Keeps what is on show before another branch is. @returns false where it must not be left */
export type Leave = () => boolean;

const stays: Leave = () => true;

/** One way the run went. Its transcript is there once it was looked at. */
export interface Branch {
  readonly name: string;
  readonly setup: Setup;
  readonly transcript?: Transcript;
  /** The conversation as a person left it, where they edited it. */
  readonly edited?: Conversation;
  /** The same as it was saved, until the branch is played. */
  readonly changes?: BranchChanges | undefined;
  /** Fingerprint of the rules it was saved under, where it is on show as it was saved and would be played otherwise. */
  readonly rules?: string | undefined;
}

/**
 * A run that is on show: its branches, and the step one stands at. The view goes to and fro in a transcript; nothing
 * is played again for that. A reply that a person puts in begins a branch, and what was there before stays.
 */
export class Simulation {
  readonly #play: Play;
  #branches = $state.raw<readonly Branch[]>([]);
  #branch = $state(0);
  #transcript = $state.raw() as Transcript;
  #step = $state(0);

  /** The transcript of `branch` is at hand; the others are played when they are looked at. */
  constructor(
    play: Play,
    transcript: Transcript,
    { branches, branch, step }: { branches: readonly Branch[]; branch: number; step: number },
  ) {
    this.#play = play;
    this.#branches = branches;
    this.#take(branch, transcript);
    this.go(step);
  }

  /** A new run. */
  static async run(play: Play, setup: Partial<Setup>): Promise<Simulation> {
    const transcript = await play(setup);
    const branches = [{ name: words.firstBranch, setup: transcript.setup }];
    return new Simulation(play, transcript, { branches, branch: 0, step: 0 });
  }

  get transcript(): Transcript {
    return this.#transcript;
  }

  get steps(): readonly Step[] {
    return this.#transcript.steps;
  }

  get branches(): readonly Branch[] {
    return this.#branches;
  }

  /** True where no further branch would be read again when it is kept. */
  get isFull(): boolean {
    return this.#branches.length >= MOST_BRANCHES;
  }

  /** Index of the branch on show. */
  get branch(): number {
    return this.#branch;
  }

  /** Index of the step on show. */
  get step(): number {
    return this.#step;
  }

  get current(): Step | undefined {
    return this.steps[this.#step];
  }

  /** The message of the step, or of the last one before it that has one. */
  get at(): At {
    for (let i = this.#step; i >= 0; i--) {
      const { exchange, side } = this.steps[i] ?? {};
      if (exchange !== undefined && side !== undefined) return { exchange, side };
    }
    return { exchange: 0, side: 'request' };
  }

  /** The conversation of the branch on show, as the person left it. */
  get conversation(): Conversation {
    return this.#branches[this.#branch]?.edited ?? this.#transcript.conversation;
  }

  /** Goes to a step, or to the first or the last where there is no such. */
  go(step: number): void {
    this.#step = Math.max(0, Math.min(Math.round(step), this.steps.length - 1));
  }

  /** Another message was chosen: the step is the nearest one that it belongs to. */
  follow({ exchange, side }: At): void {
    const { at } = this;
    if (at.exchange === exchange && at.side === side) return;
    let nearest: number | undefined;
    for (const { number, ...step } of this.steps) {
      if (step.exchange !== exchange || step.side !== side) continue;
      const gap = Math.abs(number - this.#step);
      if (nearest === undefined || gap < Math.abs(nearest - this.#step)) nearest = number;
    }
    if (nearest !== undefined) this.#step = nearest;
  }

  /**
   * The step in which the request on show is answered, whether or not it was.
   * @returns `undefined` where no request is on show, or it never arrived
   */
  get replyStep(): number | undefined {
    const { at, steps } = this;
    const reply = steps.find(({ exchange, side }) => exchange === at.exchange && side === 'response');
    if (reply) return reply.number;
    const asked = steps.find(({ exchange, kind }) => exchange === at.exchange && kind === 'request');
    return asked && asked.number + 1;
  }

  /** Keeps the conversation as the person left it; asked before another is shown. */
  keep(conversation: Conversation): void {
    const { edited: _, ...branch } = this.#branches[this.#branch] ?? {
      name: words.firstBranch,
      setup: this.#transcript.setup,
    };
    const same = conversation === this.#transcript.conversation;
    this.#replace(this.#branch, same ? branch : { ...branch, edited: conversation });
  }

  /**
   * Shows another branch, at the same step.
   * @param leave is called when it is played, to keep what is on show; where it returns false that stays on show
   */
  async turn(branch: number, leave: Leave = stays): Promise<boolean> {
    const to = this.#branches[branch];
    if (!to) return false;
    const transcript = to.transcript ?? (await this.#play(to.setup));
    if (!leave()) return false;
    this.#take(branch, transcript);
    this.go(this.#step);
    return true;
  }

  /** The phone gets this message in that step, and goes on from it: a branch, which is on show then. */
  async goOn(step: number, message: Message, name: string, leave: Leave = stays): Promise<boolean> {
    const { setup } = this.#transcript;
    const before = setup.replies.filter((reply) => reply.step < step);
    const { bytes, http } = message;
    const reply = { step, message: { ...(bytes && { bytes }), ...(http && { http }) } };
    const transcript = await this.#play({ ...setup, replies: [...before, reply] });
    if (!leave()) return false;
    this.#restore(step, message);
    this.#branches = [...this.#branches, { name, setup: transcript.setup }];
    this.#take(this.#branches.length - 1, transcript);
    this.go(step);
    return true;
  }

  rename(branch: number, name: string): void {
    const old = this.#branches[branch];
    if (old) this.#replace(branch, { ...old, name });
  }

  /** Takes a branch away that is not on show. @returns the branch, to be put back; `undefined` where it is on show */
  takeOut(branch: number): Branch | undefined {
    const old = this.#branches[branch];
    if (branch === this.#branch) return undefined;
    this.#branches = this.#branches.filter((_, i) => i !== branch);
    if (branch < this.#branch) this.#branch--;
    return old;
  }

  /** Puts a branch back where it was; what is on show stays. */
  putBack(at: number, branch: Branch): void {
    this.#branches = this.#branches.toSpliced(at, 0, branch);
    if (at <= this.#branch) this.#branch++;
  }

  /** The conversation with the run it comes from, to be kept, saved or shared. */
  whole(conversation: Conversation): Conversation {
    return withSimulation(conversation, {
      branches: this.#branches.map(({ name, setup, changes, edited, transcript, rules }, i) => {
        const branch = { name, setup, ...(rules !== undefined && { rules }) };
        if (i === this.#branch) return branch;
        const made = edited && transcript ? changesOf(edited, transcript.conversation) : changes;
        return { ...branch, ...(made && { changes: made }) };
      }),
      branch: this.#branch,
      step: this.#step,
      rules: this.#transcript.rules,
    });
  }

  /** The message of that step is what it was, where its edited form has become a branch of its own. */
  #restore(step: number, { bytes, http }: Message): void {
    const branch = this.#branches[this.#branch];
    const { exchange, side } = this.steps[step] ?? {};
    if (!branch?.edited || exchange === undefined || side === undefined) return;
    if (branch.rules !== undefined) return; // what was played today is not what it was
    const at = { exchange, side };
    const left = messageAt(branch.edited, at);
    if (left?.bytes !== bytes || (http && left?.http !== http)) return; // edited further, or another reply was put in
    const { conversation } = this.#transcript;
    const edited = replaceMessage(branch.edited, at, messageAt(conversation, at));
    const same = edited.exchanges.every((each, i) => {
      const { request, response } = conversation.exchanges[i] ?? {};
      return each.request === request && each.response === response;
    });
    const { edited: _, ...rest } = branch;
    this.#replace(this.#branch, same ? rest : { ...rest, edited });
  }

  #take(branch: number, transcript: Transcript): void {
    this.#branch = branch;
    this.#transcript = transcript;
    const old = this.#branches[branch];
    if (!old) return;
    const { changes, ...rest } = old;
    const edited = changes && withChanges(transcript.conversation, changes);
    this.#replace(branch, { ...rest, transcript, ...(edited && { edited }) });
  }

  #replace(at: number, branch: Branch): void {
    this.#branches = this.#branches.map((old, i) => (i === at ? branch : old));
  }
}

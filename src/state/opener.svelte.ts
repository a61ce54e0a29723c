import { words } from '#words/page.ts';
import { frontOf, type Conversation, type Message } from '../conversation/index.ts';
import type { Setup } from '../sim/index.ts';
import type { Opening } from '../storage/index.ts';
import type { Core } from '../worker/index.ts';
import { AddressBar } from './address-bar.svelte.ts';
import type { Question } from './asking.ts';
import type { Keeper } from './keeper.svelte.ts';
import { loadOpenings } from './load-openings.ts';
import type { Named, NotNamed } from './named.ts';
import type { Notices } from './notices.svelte.ts';
import type * as Opens from './openings.ts';
import { Shown, type Claim, type NotKept } from './shown.svelte.ts';
import type { Intake, Source } from './source.ts';
import type { Stage } from './stage.svelte.ts';
import { chapterOf } from './story.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';
import { sampleHash, savedHash } from './written-address.ts';

/** What stopped a page when it was opened, and is asked for again. */
export interface Stopped {
  opening: Opening;
  hash: string;
}

/** What opens pastes, and what opens runs. */
interface Openings {
  pastes: Opens.Pastes;
  runs: Opens.Runs;
}

/** Opens what is pasted, dropped, linked or kept, and writes where one is into the address. */
export class Opener {
  readonly address = new AddressBar();
  readonly shown: Shown;
  readonly #workspace: Workspace;
  readonly #notices: Notices;
  readonly #stage: Stage;
  readonly #core: Core;
  #openings: Promise<typeof Opens | undefined> | undefined;
  #stopped = $state.raw<Stopped>();
  #arriving = $state(true);
  /** How often something was shown before the page arrived: what a person opens meanwhile is what they wait for. */
  #showsBefore = $state(0);

  constructor(workspace: Workspace, notices: Notices, stage: Stage, core: Core) {
    this.#workspace = workspace;
    this.#notices = notices;
    this.#stage = stage;
    this.#core = core;
    this.shown = new Shown(workspace, notices, stage, this.address);
  }

  get source(): Source {
    return this.shown.source;
  }

  get greets(): boolean {
    return this.shown.greets;
  }

  /** How the last paste was read, while it is on show. */
  get intake(): Intake | undefined {
    return this.shown.intake;
  }

  /** True where this page showed something before; the browser's Back leads to it. */
  get hasFormer(): boolean {
    return this.shown.count > 1;
  }

  /** What the browser does not save, on show or shown before; absent where it saves all. */
  get unsaved(): NotKept | undefined {
    return this.shown.unsaved;
  }

  /** True until what the address names, or what this tab had on show, has taken the place of the example. */
  get arriving(): boolean {
    return this.#arriving && this.shown.shows === this.#showsBefore;
  }

  /** What is not opened before a person says so: it stopped the page last time. */
  get stopped(): Stopped | undefined {
    return this.#stopped;
  }

  /** Opens what the address names; else what this tab had on show; else the example stays. */
  async start(): Promise<void> {
    addEventListener('popstate', () => void this.#arrive());
    const claim = this.shown.ask();
    this.#showsBefore = this.shown.shows;
    const keeper = await this.shown.keeping();
    try {
      const arrived = location.hash.length > 1 && (await this.#arrive(claim));
      if (keeper && !arrived && !this.#stopped) await this.#reopen(keeper, claim);
    } finally {
      this.#arriving = false;
    }
    if (keeper) this.#tidy(keeper);
  }

  /** Opens what this tab had on show before the page was loaded. */
  async #reopen(keeper: Keeper, claim: Claim): Promise<void> {
    const id = keeper.former;
    if (id === undefined) return;
    const hash = savedHash(id);
    if (await this.#asks(hash)) return;
    const opened = (await this.shown.ready()) && (await keeper.find(id));
    if (typeof opened !== 'object') return;
    const { namedKept, refusedBesideFormer } = await import('./named.ts');
    const refused = this.#notices.banner;
    if (!(await this.#openNamed(namedKept(id, opened), hash, claim))) return;
    this.address.restored(hash);
    if (refused) this.#notices.show({ ...refused, text: refusedBesideFormer(refused.text) });
  }

  /** Looks after what other pages left, when there is time. */
  #tidy(keeper: Keeper): void {
    import('./sweep.ts').then(
      ({ tidy }) => tidy(keeper, this.shown.id, this.#notices),
      () => undefined, // the next page does it
    );
  }

  /** Back to what was on show before. */
  back(): void {
    history.back();
  }

  async openSample(id: string): Promise<void> {
    await this.open(sampleHash(id), this.shown.ask());
  }

  /** Opens a conversation that is kept in this browser. */
  async openKept(id: string): Promise<void> {
    const hash = savedHash(id);
    const claim = this.shown.ask();
    if (!this.#stays(hash, claim) && !(await this.#asks(hash))) await this.open(hash, claim);
  }

  /** It is not opened now, and asked for again next time. */
  leaveStopped(): void {
    this.#stopped = undefined;
  }

  openPaste = async (input: string | Uint8Array, name?: string): Promise<boolean> =>
    (await this.#load())?.pastes.open(input, name) ?? false;
  openFiles = async (files: readonly File[]): Promise<void> => (await this.#load())?.pastes.openFiles(files);
  unpack = async (): Promise<void> => (await this.#load())?.pastes.unpack();
  reread = async (chosen: number): Promise<void> => (await this.#load())?.pastes.reread(chosen);

  run = async (setup: Partial<Setup>): Promise<boolean> => (await this.#load())?.runs.run(setup) ?? false;
  ask = async (question: Question): Promise<void> => (await this.#load())?.runs.ask(question);
  turn = async (branch: number): Promise<boolean> => (await this.#load())?.runs.turn(branch) ?? false;
  goOn = async (step: number, message: Message, name: string): Promise<boolean> =>
    (await this.#load())?.runs.goOn(step, message, name) ?? false;
  renameBranch = async (branch: number, name: string): Promise<void> =>
    (await this.#load())?.runs.renameBranch(branch, name);
  deleteBranch = async (branch: number): Promise<void> => (await this.#load())?.runs.deleteBranch(branch);

  /** Loads what opens things before there is one. Rejects where it cannot be loaded: whoever wants it is told then. */
  async prepare(): Promise<void> {
    const loaded = await loadOpenings();
    this.#openings ??= Promise.resolve(loaded);
  }

  /** What opens what is asked for now; `undefined`, with a word about it, where it cannot be loaded. */
  async #load(): Promise<Openings | undefined> {
    const claim = this.shown.ask();
    this.#openings ??= loadOpenings().catch(() => {
      this.#openings = undefined; // the next time may do better
      this.#notices.refuse(words.noOpener);
      return undefined;
    });
    const loaded = await this.#openings;
    return (
      loaded && {
        pastes: new loaded.Pastes(this.shown, claim, this.#notices, this.#stage, this.#core),
        runs: new loaded.Runs(this.shown, claim, this.#notices, this.#stage),
      }
    );
  }

  /** Opens an example of a rule, as something of the person's own. */
  openExample(conversation: Conversation): void {
    void this.shown.showNew({ conversation });
  }

  /** Another message of the conversation is on show: the address follows, when the person has come to rest. */
  stepped(): void {
    this.#stage.follow();
    this.address.follow(() => {
      const { source } = this;
      const { step, conversation, at } = this.#workspace;
      if (source.kind !== 'sample') return undefined;
      const chapter = chapterOf(conversation, at.exchange);
      const isFront = chapter === undefined && step + 1 === frontOf(conversation);
      return sampleHash(source.id, isFront ? undefined : (chapter ?? step + 1));
    });
  }

  /** Other bytes or another message are looked at. */
  looked(): void {
    this.shown.looked();
  }

  /** Opens the conversation the address asks for, where that is another. @returns false where nothing is opened */
  async #arrive(claim = this.shown.ask()): Promise<boolean> {
    const hash = this.address.read();
    if (hash === undefined) return false;
    if (this.#stays(hash, claim)) return true;
    if (await this.#asks(hash)) return false;
    const opened = await this.#openNamed(await this.named(hash), hash, claim);
    if (opened) this.address.opened(hash);
    return opened;
  }

  /** True where that is on show, and stays: nothing that was asked for before takes its place. */
  #stays(hash: string, claim: Claim): boolean {
    return this.address.stands(hash) && claim();
  }

  /** Opens what an address names, and goes there. */
  async open(hash: string, claim: Claim): Promise<void> {
    if (await this.#openNamed(await this.named(hash), hash, claim)) this.address.push(hash);
  }

  /** Asks a person first, where that address stopped a page. */
  async #asks(hash: string): Promise<boolean> {
    const opening = (await this.shown.keeping())?.crashes.stopped(hash);
    this.#stopped = opening && { opening, hash };
    return opening !== undefined;
  }

  /** What an address names. */
  async named(hash: string): Promise<Named | NotNamed> {
    const [keeper, naming] = await Promise.all([
      this.shown.keeping(),
      import('./named.ts').catch(() => undefined),
    ]);
    if (!naming) return { refused: words.noOpener };
    return naming.named(hash, async (id) =>
      keeper && (await this.shown.ready()) ? keeper.find(id) : 'unread',
    );
  }

  /** @returns false where nothing is opened, or something that was asked for later is on show */
  async #openNamed(asked: Named | NotNamed, hash: string, claim: Claim): Promise<boolean> {
    if ('refused' in asked) return claim() && this.#notices.refuse(asked.refused);
    const { source, opened, ...showing } = asked;
    const { conversation, simulation, says } = await this.#stage.taken(showing.conversation);
    const keeper = await this.shown.keeping();
    if (!claim()) return false;
    if (source.kind === 'local' || source.kind === 'link') keeper?.crashes.begin(hash, conversation);
    if (showing.step !== undefined) simulation?.go(showing.step);
    const at = simulation?.at ?? showing.at;
    this.shown.show(source, { ...showing, conversation, simulation, at }, opened);
    if (says !== undefined) this.#notices.show({ tone: 'note', text: says });
    return true;
  }
}

import {
  byteCount,
  conversationFromJson,
  conversationToJson,
  type Conversation,
  type Message,
} from '../conversation/index.ts';
import type { Candidate } from '../intake/index.ts';
import { firstConversation } from '../samples/index.ts';
import type { Setup } from '../sim/index.ts';
import { find, forgetEverything, type Kept } from '../storage/index.ts';
import type { Core } from '../worker/index.ts';
import type { Question } from './asking.ts';
import { AddressBar } from './address-bar.svelte.ts';
import { Keeper } from './keeper.ts';
import { named, namedKept, type Named, type NotNamed } from './named.ts';
import type { Notices } from './notices.svelte.ts';
import { ownLink } from './own-link.ts';
import type { Simulation } from './simulation.svelte.ts';
import { newId, type Intake, type Source } from './source.ts';
import type { Stage } from './stage.svelte.ts';
import { chapterOf } from './story.svelte.ts';
import type { At, Workspace } from './workspace.svelte.ts';

/** Bytes of the largest file that is opened: a message of 32 MB as a dump, a capture of 10,000 exchanges. */
const MAX_FILE = 128 * 1024 * 1024;
/** A text without bytes cannot be kept with its branch: leaving it would lose it. */
const BROKEN = 'The XML cannot be encoded yet. Mend or undo it first: going to another branch would lose it.';
const NOT_PLAYED = 'The run could not be played: this page was replaced or is offline. Reload it.';

/** Opens what is pasted, dropped, linked or kept, and writes where one is into the address. */
export class Opener {
  readonly #workspace: Workspace;
  readonly #notices: Notices;
  readonly #stage: Stage;
  readonly #core: Core;
  readonly #keeper: Keeper;
  readonly address = new AddressBar();
  #source = $state.raw<Source>({ kind: 'first' });
  #intake = $state.raw<Intake>();
  #opened = $state(0);
  /** What this tab had on show when it was left; it may be newer than what was kept last. */
  #last: ReturnType<Keeper['ofTab']>;

  constructor(workspace: Workspace, notices: Notices, stage: Stage, core: Core) {
    this.#workspace = workspace;
    this.#notices = notices;
    this.#stage = stage;
    this.#core = core;
    this.#keeper = new Keeper(
      () => this.#kept(),
      () => this.#notKept(),
    );
    workspace.onchange(() => this.#changed());
    this.#last = this.#keeper.ofTab(); // before anything else is held
    this.#show({ kind: 'first' }, firstConversation());
  }

  get source(): Source {
    return this.#source;
  }

  /** How the last paste was read, while it is on show. */
  get intake(): Intake | undefined {
    return this.#intake;
  }

  /** True where this page showed something before; the browser's Back leads to it. */
  get hasFormer(): boolean {
    return this.#opened > 1;
  }

  /** Opens what the address names; else what this tab had on show; else the example stays. */
  async start(): Promise<void> {
    addEventListener('popstate', () => void this.#arrive());
    if (location.hash.length > 1 && (await this.#arrive())) return;
    const last = this.#last;
    const kept = last && namedKept(last.id, await this.#find(last.id));
    if (!kept) return;
    await this.#openNamed(kept);
    this.address.restored(`#c/${last.id}`);
  }

  /** Back to what was on show before. */
  back(): void {
    history.back();
  }

  /** Forgets everything kept in this browser, and opens the page anew. @returns false where the browser refuses */
  async forgetEverything(): Promise<boolean> {
    this.#keeper.drop();
    if (!(await forgetEverything())) return false;
    history.replaceState(null, '', location.pathname + location.search);
    location.reload();
    return true;
  }

  async openSample(id: string): Promise<void> {
    const hash = `#s/${id}`;
    if (await this.#openNamed(await named(hash, (kept) => this.#find(kept)))) this.address.push(hash);
  }

  /** Opens pasted text or the bytes of a file. @returns false where there was nothing to read in it */
  async openPaste(input: string | Uint8Array, name?: string): Promise<boolean> {
    const start = typeof input === 'string' ? input : new TextDecoder().decode(input.subarray(0, 64));
    if (/^\s*\{\s*"format"\s*:/.test(start)) {
      return this.#openFile(typeof input === 'string' ? input : new TextDecoder().decode(input));
    }
    const link = ownLink(input);
    if (link !== undefined && (await this.#openLinked(link))) return true;
    if (!(await this.#ready())) return false;
    const candidates = await this.#read(input);
    if (!candidates) return false;
    const chosen = candidates.findIndex(({ conversation }) => conversation.exchanges.length > 0);
    if (chosen < 0) return this.#refuse(candidates[0]?.why ?? 'There was nothing in it to read.');
    this.#openLocal((source) =>
      this.#take(source, { candidates, chosen, ...(name !== undefined && { name }) }),
    );
    return true;
  }

  /** Opens what a pasted link carries, as something of the person's own. @returns false where it does not open */
  async #openLinked(link: string): Promise<boolean> {
    const opened = await named(link, (id) => this.#find(id));
    if ('refused' in opened) return false; // then it is read like any other text
    const { conversation, simulation, says } = await this.#stage.taken(opened.conversation);
    this.#openLocal((source) =>
      this.#show(source, conversation, simulation?.at ?? opened.at, undefined, simulation),
    );
    if (says !== undefined) this.#notices.show({ tone: 'note', text: says });
    return true;
  }

  /** Opens what the packed bytes on show hold. */
  async unpack(): Promise<void> {
    if (!(await this.#ready())) return;
    const candidates = await this.#read(this.#workspace.bytes);
    if (!candidates) return;
    const chosen = candidates.findIndex(({ kind }) => kind === 'unpacked');
    if (chosen < 0) this.#refuse('These bytes cannot be unpacked: they are damaged or cut off.');
    else this.#openLocal((source) => this.#take(source, { candidates, chosen }));
  }

  async openFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (file.size > MAX_FILE) {
      this.#refuse(
        `${file.name} has ${byteCount(file.size)}; this page opens files of up to ${byteCount(MAX_FILE)}.`,
      );
      return;
    }
    await this.openPaste(new Uint8Array(await file.arrayBuffer()), file.name);
  }

  /** Opens another reading of the last paste; the one on show is one step back. */
  reread(chosen: number): void {
    const intake = this.#intake;
    if (intake) this.#openLocal((source) => this.#take(source, { ...intake, chosen }));
  }

  /** Another message of the conversation is on show: the address follows, when the person has come to rest. */
  stepped(): void {
    this.#stage.follow();
    this.#keeper.soon();
    this.address.follow(() => {
      const { source } = this;
      const { step, conversation, at } = this.#workspace;
      if (source.kind !== 'sample') return undefined;
      const chapter = chapterOf(conversation, at.exchange);
      if (chapter !== undefined) return `#s/${source.id}/${chapter}`;
      return step > 0 ? `#s/${source.id}/${step + 1}` : `#s/${source.id}`;
    });
  }

  /** Opens an example of a rule, as something of the person's own. */
  openExample(conversation: Conversation): void {
    this.#openLocal((source) => this.#show(source, conversation));
  }

  /** Plays a setup, and opens the run. @returns false where it could not be played */
  async run(setup: Partial<Setup>): Promise<boolean> {
    const simulation = await this.#stage.run(setup).catch(() => undefined);
    if (!simulation) return this.#refuse(NOT_PLAYED);
    const { conversation, at } = simulation;
    this.#openLocal((source) => this.#show(source, conversation, at, undefined, simulation));
    return true;
  }

  /** Puts a person's request to the mock server, and opens what they said to each other. */
  async ask(question: Question): Promise<void> {
    const asked = await this.#stage.ask(question).catch(() => undefined);
    if (!asked) {
      this.#refuse(NOT_PLAYED);
      return;
    }
    const { conversation, says } = asked;
    const exchange = conversation.exchanges.length - 1;
    const side = conversation.exchanges[exchange]?.response ? 'response' : 'request';
    this.#openLocal((source) => this.#show(source, conversation, { exchange, side }));
    this.#notices.say(says);
  }

  /** Shows another branch of the run, at the same step. */
  turn(branch: number): Promise<boolean> {
    return this.#restage((simulation) => simulation.turn(branch));
  }

  /** The phone gets this message in that step of the run and goes on from it: a branch, which is on show then. */
  goOn(step: number, message: Message, name: string): Promise<boolean> {
    return this.#restage((simulation) => simulation.goOn(step, message, name));
  }

  renameBranch(branch: number, name: string): void {
    this.#stage.simulation?.rename(branch, name);
    this.#changed();
  }

  async #restage(change: (simulation: Simulation) => Promise<void>): Promise<boolean> {
    const { simulation } = this.#stage;
    if (!simulation) return false;
    if (this.#workspace.broken) return this.#refuse(BROKEN);
    simulation.keep(this.#workspace.conversation);
    try {
      await this.#stage.playing(() => change(simulation));
    } catch {
      return this.#refuse(NOT_PLAYED);
    }
    if (this.#stage.simulation !== simulation) return false; // something else was opened meanwhile
    this.#workspace.open(simulation.conversation, simulation.at);
    this.#changed();
    return true;
  }

  /** Opens the conversation the address asks for, where that is another. @returns false where nothing is opened */
  async #arrive(): Promise<boolean> {
    const hash = this.address.read();
    if (hash === undefined) return false;
    if (this.address.stands(hash)) return true;
    const opened = await this.#openNamed(await named(hash, (id) => this.#find(id)));
    if (opened) this.address.opened(hash);
    return opened;
  }

  async #openNamed(opened: Named | NotNamed): Promise<boolean> {
    if ('refused' in opened) return this.#refuse(opened.refused);
    const { source, at, draft, selection } = opened;
    const { conversation, simulation, says } = await this.#stage.taken(opened.conversation);
    this.#show(source, conversation, simulation?.at ?? at, draft, simulation);
    if (says !== undefined) this.#notices.show({ tone: 'note', text: says });
    if (selection) this.#workspace.select(selection, 'address');
    return true;
  }

  async #openFile(json: string): Promise<boolean> {
    const read = conversationFromJson(json);
    if (read.ok) {
      const { conversation, simulation, says } = await this.#stage.taken(read.value);
      this.#openLocal((source) => this.#show(source, conversation, simulation?.at, undefined, simulation));
      if (says !== undefined) this.#notices.show({ tone: 'note', text: says });
      return true;
    }
    const { path, expected, found } = read.problem;
    return this.#refuse(
      `This conversation file cannot be read: at ${path || 'its top'}, expected ${expected}, found ${found}.`,
    );
  }

  async #find(id: string): Promise<Kept | undefined> {
    const last = this.#last;
    this.#last = undefined;
    await this.#ready();
    return last?.id === id && last.kept ? last.kept : find(id);
  }

  /** Loads what reads a text. @returns false where this page was replaced, or there is no way to its files */
  #ready(): Promise<boolean> {
    return this.#workspace.ready().then(
      () => true,
      () => this.#refuse('A part of this page could not be loaded. Reload it.'),
    );
  }

  /** The readings of a paste; `undefined` where a person ended it: what is on show stays. */
  #read(input: string | Uint8Array): Promise<Candidate[] | undefined> {
    return new Promise((done, fail) => {
      const oncancel = (): void => {
        this.#notices.say('Cancelled: nothing was opened.');
        done(undefined);
      };
      this.#core.run('paste', { input }, input.length, { oncancel }).then(done, fail);
    });
  }

  /** Opens something that only this browser knows, under an address of its own. */
  #openLocal(show: (source: Source) => void): void {
    const id = newId();
    show({ kind: 'local', id });
    this.address.push(`#c/${id}`);
    this.#keeper.soon();
  }

  #take(source: Source, intake: Intake): void {
    const candidate = intake.candidates[intake.chosen];
    if (!candidate) return;
    const { kind, xml, xmlOf, conversation } = candidate;
    const { name } = intake;
    const isOwn = kind === 'fixture' || kind === 'report'; // these bring their title
    const named = name === undefined || isOwn ? conversation : { ...conversation, title: name };
    this.#show(source, named, xmlOf, xml);
    this.#intake = intake;
  }

  #show(source: Source, conversation: Conversation, at?: At, text?: string, simulation?: Simulation): void {
    this.#keeper.hold(source.kind === 'local' ? source.id : undefined);
    this.#source = source;
    this.#intake = undefined;
    this.#opened++;
    this.#notices.close();
    this.#stage.set(simulation);
    this.#workspace.open(
      conversation,
      at && { exchange: at.exchange, side: at.side },
      text?.replace(/\r\n?/g, '\n'),
    );
  }

  /** A person changed what is on show: from now on it is theirs, and what it came from stays as it was. */
  #changed(): void {
    if (this.#source.kind !== 'local') {
      const id = newId();
      this.#source = { kind: 'local', id };
      this.address.push(`#c/${id}`);
      this.#keeper.hold(id);
      this.#opened++;
    }
    this.#keeper.soon();
  }

  #kept(): Kept {
    const { whole, at, draft } = this.#workspace;
    return { json: conversationToJson(whole), ...at, ...(draft !== undefined && { draft }) };
  }

  #refuse(text: string): false {
    this.#notices.show({ tone: 'error', text });
    return false;
  }

  #notKept(): void {
    const text = 'This browser keeps nothing for this page: a reload loses what you see. Save it as a file.';
    this.#notices.show({ tone: 'note', text });
  }
}

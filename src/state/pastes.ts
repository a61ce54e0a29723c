import { words } from '#words/openings.ts';
import {
  byteCount,
  conversationFromJson,
  firstWithBytes,
  isConversationText,
  LIMITS,
  readingOf,
  type Conversation,
  type JsonProblem,
} from '../conversation/index.ts';
import { receivedDecoded } from '../doctypes/index.ts';
import type { Candidate } from '../intake/index.ts';
import { SMALL, type Core, type Pasted } from '../worker/index.ts';
import { named } from './named.ts';
import type { Notices } from './notices.svelte.ts';
import { ownLink } from './own-link.ts';
import { severalFiles, type ReadFile } from './several-files.ts';
import type { Claim, Shown } from './shown.svelte.ts';
import type { Intake, Showing } from './source.ts';
import type { Stage } from './stage.svelte.ts';
import type { At } from './talk-view.svelte.ts';

/** Bytes of the largest file that is opened: a message of 32 MB as a dump, a capture of 10,000 exchanges. */
const MAX_FILE = 128 * 1024 * 1024;

/** Bytes of the beginning of a file that tell what it may be. */
const HEAD = 64;

/** Opens what is pasted or dropped, whatever it is. */
export class Pastes {
  readonly #shown: Shown;
  readonly #claim: Claim;
  readonly #notices: Notices;
  readonly #stage: Stage;
  readonly #core: Core;

  /** @param claim of what is pasted now */
  constructor(shown: Shown, claim: Claim, notices: Notices, stage: Stage, core: Core) {
    this.#shown = shown;
    this.#claim = claim;
    this.#notices = notices;
    this.#stage = stage;
    this.#core = core;
  }

  /** Opens pasted text or the bytes of a file. @returns false where there was nothing to read in it */
  async open(input: string | Uint8Array, name?: string): Promise<boolean> {
    if (input.length <= SMALL && isConversationText(input)) {
      return this.#openFile(typeof input === 'string' ? input : new TextDecoder().decode(input));
    }
    const link = ownLink(input);
    if (link !== undefined && (await this.#openLinked(link))) return true;
    return this.#openForeign(input, name);
  }

  /** Opens what this page did not write itself. @returns false where there was nothing to read in it */
  async #openForeign(input: string | Uint8Array | Blob, name?: string): Promise<boolean> {
    if (!(await this.#shown.ready())) return false;
    const read = await this.#read(input);
    if (typeof read !== 'object') return read !== undefined && this.#notices.refuse(read);
    const { candidates, first, own } = read;
    if (own?.problem) return this.#notices.refuse(problemWords(own.problem));
    const chosen = candidates.findIndex(({ conversation }) => conversation.exchanges.length > 0);
    const best = candidates[chosen];
    if (!best && !own) return this.#notices.refuse(candidates[0]?.why ?? words.nothingToRead);
    const message = best && firstWithBytes(best.conversation)?.message;
    if (first && message?.bytes) {
      const decoded = receivedDecoded(message.bytes, first, readingOf(message));
      this.#shown.workspace.isDecoded(message, decoded);
    }
    if (own && candidates[0]) return this.#openOwn(candidates[0].conversation);
    await this.#take({ candidates, chosen, ...(name !== undefined && { name }) });
    return true;
  }

  /** Opens what the packed bytes on show hold. */
  async unpack(): Promise<void> {
    if (!(await this.#shown.ready())) return;
    const read = await this.#read(this.#shown.workspace.bytes);
    if (typeof read === 'string') this.#notices.refuse(read);
    if (typeof read !== 'object') return;
    const { candidates } = read;
    const chosen = candidates.findIndex(({ kind }) => kind === 'unpacked');
    if (chosen < 0) this.#notices.refuse(words.notUnpacked);
    else await this.#take({ candidates, chosen });
  }

  /** Opens a file, or several as one conversation. */
  async openFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) {
      await this.#openSeveral(files);
      return;
    }
    const refused = await whyNotFile(file);
    if (refused !== undefined) {
      this.#notices.refuse(refused);
      return;
    }
    const { name } = file;
    const input = await contentOf(file);
    if (!input) this.#notices.refuse(words.fileNotRead(name));
    else if (input instanceof Blob) await this.#openForeign(input, name);
    else await this.open(input, name);
  }

  async #openSeveral(files: readonly File[]): Promise<void> {
    if (!(await this.#shown.ready())) return;
    const read: ReadFile[] = [];
    for (const file of files) {
      const one = await this.#readFile(file);
      if (!one) return;
      read.push(one);
    }
    const { showing, says, isPart } = severalFiles(read);
    if (!showing) {
      this.#notices.refuse(says);
      return;
    }
    if (!(await this.#shown.showNew(showing, this.#claim))) return;
    if (isPart) this.#notices.show({ tone: 'note', text: says });
    else this.#notices.say(says);
  }

  /** What a file holds; `undefined` where a person ended it. */
  async #readFile(file: File): Promise<ReadFile | undefined> {
    const { name } = file;
    const refused = await whyNotFile(file);
    if (refused !== undefined) return { name, why: refused };
    const input = await contentOf(file);
    if (!input) return { name, why: words.fileNotRead(name) };
    if (!(input instanceof Blob) && isConversationText(input)) {
      const own = conversationFromJson(new TextDecoder().decode(input));
      return own.ok
        ? { name, conversation: own.value, sideKnown: true }
        : { name, why: words.ofFile(name, problemWords(own.problem)) };
    }
    const link = input instanceof Blob ? undefined : ownLink(input);
    const linked = link === undefined ? undefined : await named(link, () => Promise.resolve('none'));
    if (linked && !('refused' in linked)) return { name, conversation: linked.conversation, sideKnown: true };
    const found = await this.#read(input);
    if (typeof found === 'string') return { name, why: words.ofFile(name, found) };
    if (!found) return undefined;
    if (found.own?.problem) return { name, why: words.ofFile(name, problemWords(found.own.problem)) };
    const best = found.candidates.find(({ conversation }) => conversation.exchanges.length > 0);
    if (!best) return { name, why: words.ofFile(name, found.candidates[0]?.why ?? words.nothingToRead) };
    const { conversation, sideKnown, xml, xmlOf } = best;
    const texts = xml === undefined || !xmlOf ? [] : [{ ...xmlOf, text: xml, broken: true }];
    return { name, conversation, sideKnown, texts };
  }

  /** Opens another reading of the last paste; the one on show is one step back. */
  async reread(chosen: number): Promise<void> {
    const { intake } = this.#shown;
    if (intake) await this.#take({ ...intake, chosen });
  }

  /** Opens what a pasted link carries, as something of the person's own. @returns false where it does not open */
  async #openLinked(link: string): Promise<boolean> {
    const opened = await named(link, () => Promise.resolve('none')); // it names nothing that is kept
    if ('refused' in opened) return false; // then it is read like any other text
    return this.#openOwn(opened.conversation, opened.at);
  }

  #openFile(json: string): Promise<boolean> | false {
    const read = conversationFromJson(json);
    return read.ok ? this.#openOwn(read.value) : this.#notices.refuse(problemWords(read.problem));
  }

  /** Opens a conversation that this page saved or linked, with the run it comes from. @param front the message to begin with */
  async #openOwn(given: Conversation, front?: At): Promise<true> {
    const { conversation, simulation, says } = await this.#stage.taken(given);
    const at = simulation?.at ?? front;
    const isShown = await this.#shown.showNew({ conversation, at, simulation }, this.#claim);
    if (isShown && says !== undefined) this.#notices.show({ tone: 'note', text: says });
    return true;
  }

  /**
   * The readings of a paste; `undefined` where a person ended it: what is on show stays.
   * @returns a sentence where it cannot be read
   */
  #read(input: string | Uint8Array | Blob): Promise<Pasted | string | undefined> {
    const size = input instanceof Blob ? input.size : input.length;
    return new Promise((done) => {
      const oncancel = (): void => {
        this.#notices.say(words.cancelled);
        done(undefined);
      };
      this.#core.run('paste', { input }, size, { oncancel }).then(done, () => done(words.notRead));
    });
  }

  async #take(intake: Intake): Promise<void> {
    const candidate = intake.candidates[intake.chosen];
    if (candidate) await this.#shown.showNew(showingOf(candidate, intake), this.#claim);
  }
}

/**
 * What is in a file; the file itself where that is read beside the page.
 * @returns `undefined` where the browser cannot read it
 */
const contentOf = async (file: File): Promise<Uint8Array | Blob | undefined> => {
  try {
    return (await isReadBeside(file)) ? file : await bytesOf(file);
  } catch {
    return undefined; // a folder, or changed since it was chosen
  }
};

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const problemWords = ({ path, expected, found }: JsonProblem): string =>
  words.fileProblem(path, expected, found);

/** Why a file is not opened, from its size; `undefined` where it is. A conversation that was saved may be larger. */
async function whyNotFile(file: File): Promise<string | undefined> {
  const { name, size } = file;
  if (size === 0) return words.emptyFile(name);
  if (size <= MAX_FILE) return undefined;
  const isOwn = size <= LIMITS.text && isConversationText(await headOf(file).catch(() => ''));
  return isOwn ? undefined : words.tooLarge(name, byteCount(size), byteCount(MAX_FILE));
}

const headOf = (file: File): Promise<Uint8Array> => bytesOf(file.slice(0, HEAD));

/** Whether a file is read beside the page: it is large, and no report with a link. */
async function isReadBeside(file: File): Promise<boolean> {
  if (file.size <= SMALL) return false;
  return (await headOf(file))[0] !== HEADING || !isLinked(await bytesOf(file.slice(-HEAD)));
}

/** `#`: so a report of this page begins, but so do logs of many megabytes. */
const HEADING = 0x23;

/** Whether the end of a file may be that of a link in Markdown, with which a report ends. */
const isLinked = (end: Uint8Array): boolean => /[\w-]\)\s*$/.test(new TextDecoder().decode(end));

function showingOf({ kind, xml, xmlOf, conversation }: Candidate, intake: Intake): Showing {
  const { name } = intake;
  const isOwn = kind === 'fixture' || kind === 'report'; // these bring their title
  const named = name === undefined || isOwn ? conversation : { ...conversation, title: name };
  return { conversation: named, at: xmlOf, xml, intake };
}

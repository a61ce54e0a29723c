import { words } from '#words/embed.ts';
import { toLink } from '../../share/index.ts';
import { Settings, Workspace, chapterOf, named, sampleHash, type Named } from '../../state/index.ts';
import { Core } from '../../worker/index.ts';

/** What an embedded page knows: one conversation to look at. It keeps nothing and never touches the address. */
export class EmbedPage {
  readonly settings = new Settings();
  readonly workspace: Workspace;
  #source = $state.raw<Named['source']>();
  #problem = $state<string>();
  #address = $state('');
  /** What was asked for last, and when the address was written last: what comes late is let be. */
  #asked = 0;
  #written = 0;

  /** @param startWorker makes a worker from the address of its script */
  constructor(startWorker: (address: string) => Worker) {
    this.workspace = new Workspace(new Core(startWorker));
  }

  /** True when something is on show. */
  get isOpen(): boolean {
    return this.#source !== undefined;
  }

  /** Why nothing could be opened. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Where the whole page shows the same, from here. */
  get address(): string {
    return `./${this.#address}`;
  }

  /** Opens what an address names. @param hash the part of it from `#` on */
  async open(hash: string): Promise<void> {
    const asked = ++this.#asked;
    this.#written++;
    this.#address = hash;
    try {
      const opened = await named(hash, () => Promise.resolve('none')); // what a browser keeps is not for embedding
      await this.workspace.ready(); // then its text has places, and the lines of findings can be marked
      if (asked !== this.#asked) return;
      if ('refused' in opened) return this.#refuse(opened.refused);
      this.#problem = undefined;
      this.#source = opened.source;
      this.workspace.open(opened.conversation, opened.at);
      if (opened.selection) this.workspace.select(opened.selection, 'address');
    } catch {
      if (asked === this.#asked) this.#refuse(words.notLoaded);
    }
  }

  /** Another message is on show: the link to the whole page follows. */
  async follow(): Promise<void> {
    const { conversation, at, step } = this.workspace;
    const source = this.#source;
    const written = ++this.#written;
    if (source?.kind === 'sample') {
      const number = chapterOf(conversation, at.exchange) ?? step + 1;
      this.#address = sampleHash(source.id, number > 1 ? number : undefined);
    } else if (source?.kind === 'link') {
      const link = await toLink(conversation, { message: at });
      if (written === this.#written) this.#address = link;
    }
  }

  #refuse(text: string): void {
    this.#source = undefined;
    this.#problem = text;
  }
}

import { words } from '#words/panes.ts';
import type { Conversation } from '../conversation/index.ts';
import type { Notices } from '../state/index.ts';
import type { DialogState } from './dialogs/open-dialog.svelte.ts';
import { copyText, saveFile } from './shared/clipboard.ts';

/** Copies and saves, and says that it did. */
export class Copier {
  readonly #notices: Notices;
  readonly #dialogs: DialogState;

  constructor(notices: Notices, dialogs: DialogState) {
    this.#notices = notices;
    this.#dialogs = dialogs;
  }

  /** @param what is copied, as the beginning of a sentence */
  async copy(text: string, what: string): Promise<void> {
    if (await copyText(text)) this.copied(what);
    else this.#dialogs.show({ kind: 'copy', text });
  }

  /** Says that something went to the clipboard. */
  copied(what: string): void {
    this.#notices.say(words.copied(what));
  }

  /** Tells what of a conversation that left the page is about people, and leads to where that is replaced. */
  async warn(conversation: Conversation): Promise<void> {
    const { personalNotice } = await import('./personal-notice.ts');
    const banner = personalNotice(conversation, () => this.#dialogs.show({ kind: 'share' }));
    if (banner) this.#notices.show(banner);
  }

  save(name: string, content: string | Uint8Array, type: string): void {
    saveFile(name, content, type);
    this.#notices.say(words.saved(name));
  }
}

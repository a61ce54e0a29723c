import type { Message } from '../../conversation/index.ts';
import { AS_TYPED } from '../../intake/index.ts';
import type { PastedMessage } from './pasted-message.ts';

/** A message that a person writes into a field: read with every letter, a large one when it is sent. */
export class OwnMessage {
  readonly #read: (text: string) => PastedMessage;
  text = $state('');
  /** The text that was to be sent, though it is large: it is read from then on. */
  #asked = $state.raw('');
  /** What was read; absent where there is nothing, or a large text that was not sent yet. */
  readonly read: PastedMessage | undefined = $derived.by(() => {
    const { text } = this;
    const isDue = text.length <= AS_TYPED || text === this.#asked;
    return text.trim() !== '' && isDue ? this.#read(text) : undefined;
  });
  /** True where it is known to be no message. */
  readonly isFault: boolean = $derived(this.read !== undefined && !this.read.message);
  readonly canSend: boolean = $derived(this.text.trim() !== '' && !this.isFault);

  /** @param read reads a text as the message that is wanted */
  constructor(read: (text: string) => PastedMessage) {
    this.#read = read;
  }

  /** The message, to be sent; absent where there is none: then `read` says why. */
  toSend(): Message | undefined {
    this.#asked = this.text;
    return this.read?.message;
  }
}

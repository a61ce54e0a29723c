import { words as arrange } from '#words/arrange.ts';
import { words } from '#words/message-dialogs.ts';
import {
  blankMessage,
  hasRoom,
  otherSide,
  sideWord,
  type Message,
  type NewExchange,
  type Side,
} from '../../conversation/index.ts';
import { AS_TYPED } from '../../intake/index.ts';
import type { Workspace } from '../../state/index.ts';
import type { ExchangeActs } from './acts.ts';
import { exchangesIn, oneMessage, onSide } from './pasted-exchanges.ts';

export type Where = 'half' | 'after' | 'before' | 'end';

/** What would be added, and what is said about it. */
interface Made {
  exchanges: readonly NewExchange[];
  half?: Message;
  says: string;
}

/** The form that adds a message to a conversation: a pasted one, or the smallest of a command. */
export class AddMessage {
  readonly #acts: ExchangeActs;
  /** The side that the exchange on show lacks; absent where it has both. */
  readonly lacks: Side | undefined;
  how = $state<'paste' | 'blank'>('paste');
  text = $state('');
  command = $state('Sync');
  version = $state('14.1');
  /** Of a message put on its own; '' for a pasted one whose side is to be found out. */
  side = $state<Side | ''>('');
  where = $state<Where>('after');
  /** The text that was to be added, though it is large: it is read from then on. */
  #asked = $state.raw('');
  readonly isLarge: boolean = $derived(this.text.length > AS_TYPED && this.text !== this.#asked);
  readonly made: Made | undefined = $derived.by(() =>
    this.how === 'paste' && (this.isLarge || this.text.trim() === '') ? undefined : this.#make(),
  );
  readonly canAdd: boolean = $derived.by(() =>
    this.isLarge && this.how === 'paste'
      ? true
      : (this.made?.exchanges.length ?? 0) > 0 || this.made?.half !== undefined,
  );

  /** @param half true where the missing half of the exchange on show is wanted */
  constructor(acts: ExchangeActs, { at, partner, context, message }: Workspace, half: boolean) {
    this.#acts = acts;
    this.lacks = partner || !message ? undefined : otherSide(at.side);
    if (half && this.lacks) this.where = 'half';
    this.command = context.command?.value ?? 'Sync';
    this.version = context.version?.value ?? '14.1';
  }

  /** Reads what is not read yet. @returns false where there is nothing to add; `made` says why */
  read(): boolean {
    if (this.how === 'paste') this.#asked = this.text;
    return this.canAdd;
  }

  /** Adds it. */
  add(): void {
    const { exchanges = [], half } = this.made ?? {};
    const { exchange } = this.#acts.at;
    if (half) this.#acts.addHalf(half);
    else if (exchanges.length > 0) {
      const index = {
        half: exchange + 1,
        after: exchange + 1,
        before: exchange,
        end: this.#acts.conversation.exchanges.length,
      }[this.where];
      this.#acts.add(Math.min(index, this.#acts.conversation.exchanges.length), exchanges);
    }
  }

  #make(): Made {
    const missing = this.where === 'half' ? this.lacks : undefined;
    return this.how === 'blank' ? this.#blank(missing) : this.#pasted(missing);
  }

  #blank(missing: Side | undefined): Made {
    const side = missing ?? (this.side || 'request');
    const { message, why: says } = blankMessage(this.command, side, this.version);
    if (!message) return { exchanges: [], says };
    return missing ? { exchanges: [], half: message, says } : { exchanges: [{ [side]: message }], says };
  }

  #pasted(missing: Side | undefined): Made {
    const pasted = exchangesIn(this.text);
    if (missing) {
      const half = oneMessage(pasted, missing);
      if (half) return { exchanges: [], half, says: pasted.why };
      const isOther = pasted.exchanges.length > 0;
      return { exchanges: [], says: isOther ? words.noneIn(pasted.why, sideWord(missing)) : pasted.why };
    }
    const exchanges = this.side === '' ? pasted.exchanges : onSide(pasted.exchanges, this.side);
    const fits = hasRoom(this.#acts.conversation, exchanges.length);
    return fits ? { exchanges, says: pasted.why } : { exchanges: [], says: arrange.full };
  }
}

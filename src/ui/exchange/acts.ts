import { words } from '#words/arrange.ts';
import { tick } from 'svelte';
import {
  duplicateExchange,
  duplicateMessage,
  firstPartOf,
  hasRoom,
  insertExchanges,
  messageAt,
  moveExchange,
  otherSide,
  pairMessages,
  partExchange,
  readAsFound,
  readMessagesAs,
  removeExchange,
  removeMessage,
  replaceMessage,
  sideWord,
  stepWords,
  turnMessage,
  wholeBodyOf,
  withHttp,
  withWords,
  type Arranged,
  type Conversation,
  type Http,
  type Message,
  type MessagePlace,
  type NewExchange,
  type Reach,
  type ReadAs,
  type Words,
} from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import type { NestedDocument } from '../../explain/index.ts';
import type { PageState } from '../../state/index.ts';
import type { DialogState } from '../dialogs/open-dialog.svelte.ts';
import type { RailAct } from '../rail/rail-acts.ts';
import { bytesWords } from '../shared/severity.ts';

/** What a person does to the conversation and its messages. Each is one step that can be taken back. */
export class ExchangeActs {
  readonly #page: PageState;
  readonly #dialogs: DialogState;

  constructor(page: PageState, dialogs: DialogState) {
    this.#page = page;
    this.#dialogs = dialogs;
  }

  get conversation(): Conversation {
    return this.#page.workspace.conversation;
  }

  /** The message on show. */
  get at(): MessagePlace {
    return this.#page.workspace.at;
  }

  /** Does what was asked for in the timeline. */
  act(act: RailAct): void {
    switch (act.kind) {
      case 'up':
        return this.moveBy(-1);
      case 'down':
        return this.moveBy(1);
      case 'delete':
        return this.remove();
      case 'names':
        return this.#dialogs.show({ kind: 'names' });
      case 'add':
        return this.ask('add-message');
      case 'move':
        return this.#move(act.from, act.before > act.from ? act.before - 1 : act.before);
      default:
        return act satisfies never;
    }
  }

  /** Opens the dialog that adds a message, where one can be added. */
  ask(kind: 'add-message', half = false): void {
    if (this.#mayArrange()) this.#dialogs.show({ kind, half });
  }

  /** Moves the exchange on show up or down. */
  moveBy(by: number): void {
    const { exchange } = this.at;
    const to = exchange + by;
    if (to < 0 || to >= this.conversation.exchanges.length) {
      this.#page.notices.say(by < 0 ? words.isFirst : words.isLast);
    } else this.#move(exchange, to);
  }

  #move(from: number, to: number): void {
    const { exchange, side } = this.at;
    const first = this.conversation.exchanges[from]?.request ? 'request' : 'response';
    const shown = exchange === from ? side : first;
    this.#arrange(to < from ? words.movedUp : words.movedDown, () =>
      moveExchange(this.conversation, from, to, shown),
    );
  }

  /** Takes the message on show out; the last one stays, since a conversation is shown by a message. */
  remove(): void {
    const { steps } = this.#page.workspace;
    if (steps.length > 1) this.#arrange(words.deleted, () => removeMessage(this.conversation, this.at));
    else this.#page.notices.say(words.isOnly);
  }

  removeExchange(): void {
    this.#arrange(words.exchangeDeleted, () => removeExchange(this.conversation, this.at));
  }

  duplicate(): void {
    if (this.#hasRoom(1)) this.#arrange(words.duplicated, () => duplicateMessage(this.conversation, this.at));
  }

  duplicateExchange(): void {
    if (this.#hasRoom(1))
      this.#arrange(words.exchangeDuplicated, () => duplicateExchange(this.conversation, this.at));
  }

  turn(): void {
    const isPair = this.#page.workspace.partner !== undefined;
    const title = isPair ? words.swapped : words.madeA(sideWord(otherSide(this.at.side)));
    this.#arrange(title, () => turnMessage(this.conversation, this.at));
  }

  part(): void {
    if (this.#hasRoom(1)) this.#arrange(words.parted, () => partExchange(this.conversation, this.at));
  }

  /** Joins the message on show with a lone one of the other side. */
  pair(other: MessagePlace): void {
    this.#arrange(words.paired, () => pairMessages(this.conversation, this.at, other));
  }

  /** Puts exchanges in, the first of them before the exchange that has the index now. */
  add(index: number, exchanges: readonly NewExchange[]): void {
    const { length } = exchanges;
    const title = words.added(length);
    if (this.#hasRoom(length)) {
      this.#arrange(title, () => insertExchanges(this.conversation, index, exchanges));
    }
  }

  /** Puts in what the exchange on show lacks. */
  addHalf(message: Message): void {
    const at = { exchange: this.at.exchange, side: otherSide(this.at.side) };
    this.#arrange(words.sideAdded(sideWord(at.side)), () => ({
      conversation: replaceMessage(this.conversation, at, message),
      at,
    }));
  }

  /** Takes a copy of a document out of the message on show, as a message of its own behind it. */
  openInside({ start, end, type, title }: NestedDocument): void {
    const { workspace } = this.#page;
    if (!this.#hasRoom(1)) return;
    const bytes = workspace.bytes.slice(start, end);
    // What it would be taken for by itself needs no saying.
    const readAs = decode(bytes).doctype.id === type ? {} : { readAs: { doctype: type } };
    const message: Message = { bytes, ...readAs };
    const note = words.inside(title, bytesWords(start, end), workspace.step + 1);
    this.#arrange(words.openedInside(title), () =>
      insertExchanges(this.conversation, this.at.exchange + 1, [{ note, [this.at.side]: message }]),
    );
  }

  setWords(said: Words): void {
    const { exchange } = this.at;
    this.#change(words.wordsChanged, {
      conversation: withWords(this.conversation, exchange, said),
      at: this.at,
    });
  }

  setHttp(http: Http): void {
    this.#change(words.httpChanged, {
      conversation: withHttp(this.conversation, this.at, http),
      at: this.at,
    });
  }

  readAs(readAs: ReadAs, reach: Reach): void {
    this.#change(words.readAsSaid, readMessagesAs(this.conversation, this.at, readAs, reach));
  }

  readAsFound(reach: Reach): void {
    this.#change(words.readAsFound, {
      conversation: readAsFound(this.conversation, this.at, reach),
      at: this.at,
    });
  }

  /** The whole body of a multipart answer becomes the message. */
  wholeBody(): void {
    this.#replace(words.wholeBody, wholeBodyOf);
  }

  /** The WBXML part of a multipart answer becomes the message; the rest is kept around it. */
  firstPart(): void {
    this.#replace(words.firstPart, firstPartOf);
  }

  #replace(title: string, change: (message: Message) => Message): void {
    const { conversation, at } = this;
    const message = messageAt(conversation, at);
    if (message)
      this.#arrange(title, () => ({ conversation: replaceMessage(conversation, at, change(message)), at }));
  }

  /** The run on show becomes a conversation of its own, which can be arranged. */
  copyOfRun(): void {
    this.#page.opener.openExample(this.conversation);
  }

  #arrange(title: string, change: () => Arranged): void {
    if (!this.#mayArrange()) return;
    const arranged = change();
    this.#change(title, arranged);
    this.#page.notices.say(words.doneWith(title, stepWords(arranged)));
  }

  #change(title: string, { conversation, at }: Arranged): void {
    if (conversation === this.conversation) return;
    this.#page.workspace.change(lowerCase(title), conversation, at);
    this.#page.notices.say(words.done(title));
    void keepFocus();
  }

  #mayArrange(): boolean {
    const { stage, notices, workspace } = this.#page;
    if (workspace.broken) {
      notices.show({ tone: 'error', text: words.broken });
      return false;
    }
    if (!stage.simulation) return true;
    const action = { label: words.openCopy, act: () => this.copyOfRun() };
    notices.show({ tone: 'note', text: words.staged, action });
    return false;
  }

  #hasRoom(count: number): boolean {
    if (hasRoom(this.conversation, count)) return true;
    this.#page.notices.show({ tone: 'error', text: words.full });
    return false;
  }
}

const lowerCase = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * Where what had the focus is gone, or is the row of another message now, the row of the message on show has it; the
 * menu that stands for it where there is no such row.
 */
async function keepFocus(): Promise<void> {
  await tick();
  giveFocus(); // at once: the next key may be there before the next frame
  await new Promise((done) => requestAnimationFrame(done)); // a dialog gives it back first
  giveFocus();
}

function giveFocus(): void {
  const { activeElement } = document;
  const isLost = !activeElement || activeElement === document.body;
  if (!isLost && !activeElement.matches('[data-row] > :not([aria-current])')) return;
  const row = document.querySelector<HTMLElement>('[data-messages] [aria-current]');
  const shown = row?.checkVisibility()
    ? row
    : document.querySelector<HTMLElement>('[data-message-menu] button');
  shown?.focus();
}

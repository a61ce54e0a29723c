import { words } from '#words/message-dialogs.ts';
import {
  headersFromText,
  headerText,
  messageAt,
  otherSide,
  readingOf,
  type Conversation,
  type Http,
  type Message,
  type MessagePlace,
  type Side,
} from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import { contextOf } from '../../doctor/index.ts';

/** Something that the HTTP facts tell of the message, and why. */
export interface Effect {
  label: string;
  value: string;
  why: string;
}

/** The form of a message's HTTP facts. Fields that are not in it stay as they are. */
export class HttpForm {
  readonly #message: Message;
  readonly #partner: Message | undefined;
  readonly #side: Side;
  method = $state('');
  url = $state('');
  status = $state('');
  headers = $state('');
  readonly #read = $derived(headersFromText(this.headers));
  /** What cannot be kept as it is written; '' where all can. */
  readonly fault: string = $derived.by(() => {
    if (!this.#read.ok) return words.headerFault(this.#read.fault.line, this.#read.fault.text);
    return /^(?:\d{3})?$/.test(this.status.trim()) ? '' : words.statusFault;
  });
  readonly http: Http = $derived.by(() => this.#http());
  /** What the message is taken for with these facts. */
  readonly effects: readonly Effect[] = $derived.by(() => this.#effects());

  constructor(conversation: Conversation, at: MessagePlace) {
    this.#message = messageAt(conversation, at) ?? {};
    this.#side = at.side;
    this.#partner = messageAt(conversation, { ...at, side: otherSide(at.side) });
    const { method = '', url = '', status, headers } = this.#message.http ?? {};
    this.method = method;
    this.url = url;
    this.status = status === undefined ? '' : String(status);
    this.headers = headerText(headers);
  }

  #http(): Http {
    const { method: _, url: _url, status: _status, headers: _headers, ...unknown } = this.#message.http ?? {};
    const [method, url, status] = [this.method.trim(), this.url.trim(), this.status.trim()];
    return {
      ...unknown,
      ...(method && { method }),
      ...(url && { url }),
      ...(/^\d{3}$/.test(status) && { status: Number(status) }),
      ...(this.#read.ok && this.#read.headers && { headers: this.#read.headers }),
    };
  }

  #effects(): Effect[] {
    const { http: _, ...rest } = this.#message;
    const message: Message = { ...rest, http: this.http };
    const { command, side, version } = contextOf(message, this.#side, this.#partner);
    const { doctype, vocabulary } = decode(message.bytes ?? new Uint8Array(0), readingOf(message));
    return [
      { label: words.side, value: side.value === 'request' ? words.isRequest : words.isReply, why: side.why },
      { label: words.command, value: command?.value ?? words.notKnown, why: command?.why ?? '' },
      { label: words.knownVersion, value: version?.value ?? words.notKnown, why: version?.why ?? '' },
      ...(message.bytes?.length
        ? [{ label: words.type, value: vocabulary.type.title, why: doctype.why }]
        : []),
    ];
  }
}

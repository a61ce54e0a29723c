import {
  messageAt,
  replaceMessage,
  type Conversation,
  type Exchange,
  type Message,
  type MessagePlace,
} from '../conversation/index.ts';
import { redactAround } from './around.ts';
import { redactBody } from './body.ts';
import { redactHttp } from './http.ts';
import { Invention } from './invention.ts';
import { PLAIN, REDACTION_KINDS } from './kinds.ts';
import { Ledger, type Replaced, type Unjudged } from './ledger.ts';
import { mailWords } from './mail-words.ts';
import { isProtocolWord } from './protocol-words.ts';
import { Sweep } from './sweep.ts';
import { redactWbxml } from './wbxml-message.ts';

/** What a person wants replaced. */
export interface RedactionChoice {
  /** Ids of `REDACTION_KINDS`; every one where absent. */
  kinds?: ReadonlySet<string>;
  /** Leaves out bytes that no decoder reads; zeros stand for them where something follows. */
  withoutUnread?: boolean;
  /** Leaves out bodies that are neither WBXML nor text: packed, a picture, anything. */
  withoutBodies?: boolean;
}

export interface Redaction {
  conversation: Conversation;
  /** Every value that was replaced, in the order of the conversation. */
  replaced: Replaced[];
  /** What nobody can judge, as it stands in the conversation before. */
  unjudged: Unjudged[];
}

/** Longest value that is looked for elsewhere; a longer one is a body, and stands nowhere else whole. */
const LONGEST = 2_000;
const ALL: ReadonlySet<string> = new Set(REDACTION_KINDS.map(({ id }) => id));

/**
 * The conversation with invented values in the place of those that are about people: of the same kind, as many bytes,
 * the same one for the same original. Messages keep their tokens, keys still chain, ids still match. Only the fields
 * that this page knows are taken over: drafts and simulations are not.
 * The same conversation always gives the same result, and nothing of an original goes into what replaces it but its
 * shape.
 */
export function redact(conversation: Conversation, choice: RedactionChoice = {}): Redaction {
  const kinds = choice.kinds ?? ALL;
  // A first round finds every original, so that none of them is invented again, and none is left elsewhere.
  const first = new Invention();
  const seen = ledgerOf(first, kinds, new Sweep());
  walk(conversation, seen, choice);
  const invention = new Invention(first.originals);
  const sweep = new Sweep();
  const ledger = ledgerOf(invention, kinds, sweep);
  for (const { kind, before, isText } of seen.replaced) {
    if (isText && before.length <= LONGEST) sweepFor(kind, before, ledger, sweep);
  }
  const second = ledgerOf(invention, kinds, sweep);
  return {
    conversation: walk(conversation, second, choice),
    replaced: second.replaced,
    unjudged: second.unjudged,
  };
}

function ledgerOf(invention: Invention, kinds: ReadonlySet<string>, sweep: Sweep): Ledger {
  const ledger: Ledger = new Ledger(invention, (bytes) => redactWbxml(bytes, {}, ledger).bytes, kinds, sweep);
  return ledger;
}

/** Kinds whose single words give somebody away. */
const WORDS = new Set(['address', 'name', 'account']);

/** Has a value looked for everywhere, and where it is a person's, its words and addresses too. */
function sweepFor(kind: string, before: string, ledger: Ledger, sweep: Sweep): void {
  const pieces = WORDS.has(kind) ? mailWords(before) : [];
  for (const piece of [before.trim(), ...pieces]) {
    if (piece.length < 4 || isProtocolWord(piece)) continue;
    sweep.add(piece, ledger.text(piece, kind));
  }
}

/** One round over everything a conversation holds, in its order. */
function walk(conversation: Conversation, ledger: Ledger, choice: RedactionChoice): Conversation {
  const words = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : ledger.text(text, PLAIN);
  const exchanges = conversation.exchanges.map((exchange, i): Exchange => {
    const { id, request, response } = exchange;
    const made = {
      request: request && redactMessage(request, { exchange: i, side: 'request' }, ledger),
      response: response && redactMessage(response, { exchange: i, side: 'response' }, ledger),
    };
    const [name, note] = [words(exchange.name), words(exchange.note)];
    return {
      id,
      ...(name !== undefined && { name }),
      ...(note !== undefined && { note }),
      ...(made.request && { request: made.request }),
      ...(made.response && { response: made.response }),
    };
  });
  const note = words(conversation.note);
  const made: Conversation = {
    format: 1,
    title: words(conversation.title) ?? '',
    ...(note !== undefined && { note }),
    exchanges,
  };
  return withoutUnjudged(made, ledger.unjudged, choice);
}

function redactMessage(message: Message, place: MessagePlace, ledger: Ledger): Message {
  const { http, readAs, sideTold, recorded } = message;
  const bytes = redactBody(message, place, ledger);
  const around = redactAround(message, ledger);
  return {
    ...(bytes && { bytes }),
    ...(around && { around }),
    ...(http && { http: redactHttp(http, ledger) }),
    ...(readAs && { readAs }),
    ...(sideTold && { sideTold }),
    ...(recorded && { recorded }),
  };
}

/** Leaves out what nobody can judge, where that is asked for. */
function withoutUnjudged(
  conversation: Conversation,
  unjudged: readonly Unjudged[],
  { withoutUnread, withoutBodies }: RedactionChoice,
): Conversation {
  let made = conversation;
  for (const { what, start, end, exchange, side } of unjudged) {
    const message = messageAt(made, { exchange, side });
    if (!message?.bytes) continue;
    const { bytes, ...rest } = message;
    if (what === 'unread' && withoutUnread) {
      const left = end < bytes.length ? bytes.slice().fill(0, start, end) : bytes.slice(0, start);
      made = replaceMessage(made, { exchange, side }, { ...rest, bytes: left });
    }
    if (what === 'body' && withoutBodies) made = replaceMessage(made, { exchange, side }, rest);
  }
  return made;
}

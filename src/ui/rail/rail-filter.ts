import type { Conversation, Exchange } from '../../conversation/index.ts';
import type { Severity } from '../../doctor/index.ts';
import type { At } from '../../state/index.ts';

/** Messages from which on a timeline is worth being searched. */
export const MANY = 8;
/** Bytes of a message in which a text is looked for: whatever is longer is an attachment, or thousands of mails. */
const LOOKED_AT = 1 << 16;

/** Which exchanges are asked for: all, those with an error, with that or a warning, not answered with 200, of a command. */
export type Only = '' | 'error' | 'warning' | 'status' | `command ${string}`;

/** What a person asks the timeline for. */
export interface Asked {
  /** Words, all of which an exchange has to have. */
  text: string;
  only: Only;
}

/** A conversation, and what is known of its messages so far. */
export interface Searched {
  conversation: Conversation;
  /** Its messages in order. */
  steps: readonly At[];
  /** How bad each of them is. */
  worst: readonly (Severity | undefined)[];
  /** The command of a message; `undefined` where nothing tells it, or it is being examined. */
  commandOf: (at: At) => string | undefined;
}

/** The messages of one exchange: places in `steps`, half-open. */
interface Rows {
  exchange: Exchange | undefined;
  number: number;
  from: number;
  to: number;
}

/** What can be asked for, and of how many exchanges it is true. */
export interface Choices {
  exchanges: number;
  error: number;
  warning: number;
  status: number;
  /** By name. */
  commands: [name: string, count: number][];
}

/** How many exchanges each choice would show. Takes time linear in the number of messages. */
export function choicesOf(talk: Searched): Choices {
  const found: Choices = { exchanges: 0, error: 0, warning: 0, status: 0, commands: [] };
  const commands = new Map<string, number>();
  for (const rows of exchangesOf(talk)) {
    found.exchanges++;
    for (const only of ['error', 'warning', 'status'] as const) if (isOf(only, rows, talk)) found[only]++;
    const command = commandOf(rows, talk);
    if (command !== undefined) commands.set(command, (commands.get(command) ?? 0) + 1);
  }
  found.commands = [...commands].sort(([a], [b]) => (a < b ? -1 : 1));
  return found;
}

/**
 * The messages that the timeline is to show: both of an exchange, or none.
 * @returns their places in `steps`, in order; `undefined` where nothing is asked for, which is all of them
 */
export function filterSteps({ text, only }: Asked, talk: Searched): number[] | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && only === '') return undefined;
  const statuses = new Set(talk.conversation.exchanges.map(statusOf));
  const found: number[] = [];
  for (const rows of exchangesOf(talk)) {
    if (!isOf(only, rows, talk)) continue;
    if (!words.every((word) => isSaid(word, rows, talk, statuses))) continue;
    for (let i = rows.from; i < rows.to; i++) found.push(i);
  }
  return found;
}

function* exchangesOf({ conversation, steps }: Searched): Generator<Rows> {
  for (let from = 0; from < steps.length;) {
    const exchange = steps[from]?.exchange ?? 0;
    let to = from + 1;
    while (steps[to]?.exchange === exchange) to++;
    yield { exchange: conversation.exchanges[exchange], number: exchange + 1, from, to };
    from = to;
  }
}

const statusOf = (exchange: Exchange | undefined): string | undefined =>
  exchange?.response?.http?.status?.toString() ?? exchange?.request?.http?.status?.toString();

function commandOf({ exchange, from, to }: Rows, { steps, commandOf: of }: Searched): string | undefined {
  for (let i = from; i < to; i++) {
    const command = of(steps[i] as At);
    if (command !== undefined) return command;
  }
  return exchange?.request?.http?.method?.toUpperCase() === 'OPTIONS' ? 'OPTIONS' : undefined;
}

function isOf(only: Only, rows: Rows, talk: Searched): boolean {
  if (only === '') return true;
  if (only === 'status') return (statusOf(rows.exchange) ?? '200') !== '200';
  if (only !== 'error' && only !== 'warning') return only === `command ${commandOf(rows, talk) ?? ''}`;
  for (let i = rows.from; i < rows.to; i++) {
    const worst = talk.worst[i];
    if (worst === 'error' || worst === only) return true;
  }
  return false;
}

/** A number that is the status of some exchange asks for that status, and not for it among the text of mails. */
function isSaid(word: string, rows: Rows, talk: Searched, statuses: Set<string | undefined>): boolean {
  const { exchange, number } = rows;
  if (word === `#${number}`) return true;
  if (statuses.has(word)) return statusOf(exchange) === word;
  return (
    (commandOf(rows, talk) ?? '').toLowerCase().includes(word) ||
    (exchange !== undefined && textOf(exchange).includes(word))
  );
}

/** What is written in each exchange, in small letters: an exchange that is changed is another one. */
const texts = new WeakMap<Exchange, string>();
const utf8 = new TextDecoder();

function textOf(exchange: Exchange): string {
  const known = texts.get(exchange);
  if (known !== undefined) return known;
  const { name, note, request, response } = exchange;
  const of = [request, response].flatMap((message) => [
    message?.http?.method,
    message?.http?.url,
    message?.bytes && utf8.decode(message.bytes.subarray(0, LOOKED_AT)),
  ]);
  const text = [name, note, ...of].filter(Boolean).join('\n').toLowerCase();
  texts.set(exchange, text);
  return text;
}

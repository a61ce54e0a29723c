import type { Side } from '../../conversation/index.ts';
import { versionBit, versionsOf } from '../../eas/index.ts';
import type { Judgement, RuleFacts } from '../rule.ts';
import type { CollectionDigest, Digest, Mark } from './types.ts';

/** An exchange as the rules of wider scope see it: `exchange` is its index in the conversation. */
export interface Pair {
  exchange: number;
  request?: Digest;
  response?: Digest;
}

/** A span of one message of a conversation. */
export interface WidePlace extends Mark {
  exchange: number;
  side: Side;
}

/** What a rule of wider scope says of one fault: as a `Judgement`, with the message it stands in. */
export interface WideJudgement extends Omit<Judgement, 'related' | 'fix'>, WidePlace {
  related?: (WidePlace & { text: string })[];
  fix?: { title: string; edits: { place: WidePlace; bytes: Uint8Array }[] } | undefined;
}

/** A rule that needs both halves of an exchange, or what HTTP says around one of them. */
export interface ExchangeRule extends RuleFacts {
  judge(pair: Pair): readonly WideJudgement[];
}

/** The beginning of a message: where a finding stands that is about no byte of it. */
export const AT_START: Mark = { start: 0, end: 0 };

/** A span of one half of an exchange. */
export const at = ({ exchange }: Pair, side: Side, { start, end }: Mark): WidePlace => ({
  exchange,
  side,
  start,
  end,
});

/** The command of an exchange; of its reply where the request is not there. */
export const commandOf = ({ request, response }: Pair): string | undefined =>
  request?.command ?? response?.command;

/** True where the exchange is known to run at one of these versions, or is taken to. */
export function isAt({ request, response }: Pair, versions: string): boolean {
  const version = request?.version ?? response?.version;
  return version !== undefined && (versionBit(version.value) & versionsOf(versions)) !== 0;
}

/** True where HTTP tells of no failure. */
export const isHttpOk = ({ http: { status = 200 } }: Digest): boolean => status >= 200 && status < 300;

/** True where a reply was read to its end and says of itself that it went well. */
export const wentWell = (reply: Digest): boolean =>
  reply.body === 'wbxml' && isHttpOk(reply) && (reply.status === undefined || reply.status.text === '1');

/** True where a reply was sent without a body, and HTTP says that it went well. */
export const isEmptyReply = (reply: Digest | undefined): reply is Digest =>
  reply !== undefined && reply.body === 'empty' && isHttpOk(reply);

/** A collection of a Sync request with its answer. */
export interface Turn {
  asked: CollectionDigest;
  /** Absent where the reply leaves it out, or has no body. */
  answered?: CollectionDigest;
}

const turns = new WeakMap<Pair, Turn[]>();

/** The collections of a Sync request that have an id, each with its answer. Many rules ask: worked out once. */
export function turnsOf(pair: Pair): readonly Turn[] {
  const known = turns.get(pair);
  if (known) return known;
  const found = pair.request?.sync ? matched(pair) : [];
  turns.set(pair, found);
  return found;
}

function matched({ request, response }: Pair): Turn[] {
  const answers = new Map(
    (response?.sync?.collections ?? []).flatMap((one) => (one.id ? [[one.id.text, one] as const] : [])),
  );
  return (request?.sync?.collections ?? []).flatMap((asked) => {
    if (!asked.id) return [];
    const answered = answers.get(asked.id.text);
    return [answered ? { asked, answered } : { asked }];
  });
}

/** Operations of one of these kinds; every kind where none is named. */
export const operationsOf = (
  collection: CollectionDigest,
  where: 'commands' | 'responses',
): NonNullable<CollectionDigest['commands']>['list'] => collection[where]?.list ?? [];

/** The text of a value between quotes, cut where it is long. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 200)];
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text}”`;
}

/** The bytes of a leaf with another text: tag, inline string, END. Ids and keys are short and hold no NUL. */
export function rewritten(tag: number, text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text.replaceAll('\0', ''));
  return Uint8Array.of(tag, 0x03, ...encoded, 0x00, 0x01);
}

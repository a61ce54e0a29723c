import { messagesOf, type Conversation, type MessagePlace } from '../conversation/index.ts';
import { conversationRules } from './conversation-rules/index.ts';
import { Talk, type Digest, type Pair, type WideJudgement } from './digest/index.ts';
import type { Examination } from './examination.ts';
import { exchangeRules } from './exchange-rules/index.ts';
import { makeFinding } from './finding.ts';
import { withoutGrounds } from './grounds.ts';
import type { RuleFacts } from './rule.ts';
import type { Finding } from './types.ts';
import { worstFirst } from './worst-first.ts';

/** What is needed of a message for the rules of wider scope. */
export type Seen = Pick<Examination, 'digest' | 'findings'>;

/**
 * What is found about the exchanges of a conversation and about all of it, from what is known of each message.
 * Linear in the number of messages.
 * @param examinations one for each message, in the order of `messagesOf`; `undefined` for one not examined yet
 */
export function examineTalk(
  conversation: Conversation,
  examinations: readonly (Seen | undefined)[],
): Finding[] {
  return judgeTalk(messagesOf(conversation), examinations);
}

/** The same, for whoever has the places but not the bytes. */
export function judgeTalk(
  places: readonly MessagePlace[],
  examinations: readonly (Seen | undefined)[],
): Finding[] {
  const pairs = pairsOf(places, examinations);
  const found = pairs.flatMap(exchangeFindings);
  const talk = new Talk(pairs, [...examinations.flatMap((one) => one?.findings ?? []), ...found]);
  const byExchange = new Map(pairs.map((pair) => [pair.exchange, pair]));
  for (const rule of conversationRules) {
    for (const one of rule.judge(talk)) found.push(findingOf(rule, one, byExchange.get(one.exchange)));
  }
  return withoutGrounds(found).sort(worstFirst);
}

interface Judged {
  pair: Pair;
  findings: Finding[];
}

/** By its first digest: after an edit of one message the other exchanges are as they were. */
const judged = new WeakMap<Digest, Judged>();

function exchangeFindings(pair: Pair): Finding[] {
  const digest = pair.request ?? pair.response;
  const known = digest && judged.get(digest);
  if (known && known.pair.exchange === pair.exchange && known.pair.response === pair.response) {
    return known.findings;
  }
  const findings = exchangeRules.flatMap((rule) => rule.judge(pair).map((one) => findingOf(rule, one, pair)));
  if (digest) judged.set(digest, { pair, findings });
  return findings;
}

function pairsOf(places: readonly MessagePlace[], examinations: readonly (Seen | undefined)[]): Pair[] {
  const pairs = new Map<number, Pair>();
  places.forEach(({ exchange, side }, i) => {
    const digest = examinations[i]?.digest;
    if (!digest) return;
    const pair = pairs.get(exchange) ?? { exchange };
    pairs.set(exchange, { ...pair, [side]: digest });
  });
  return [...pairs.values()];
}

function findingOf(rule: RuleFacts, judgement: WideJudgement, pair: Pair | undefined): Finding {
  const { exchange, side, related = [], fix, ...rest } = judgement;
  const digest = pair?.[side] ?? pair?.request ?? pair?.response;
  const version = digest?.version;
  const context = { side: { value: side, how: 'known' as const, why: '' }, ...(version && { version }) };
  const finding = makeFinding(rule, rest, { exchange, side }, context, judgement.times);
  if (related.length > 0) finding.related = related;
  if (fix) finding.fix = fix;
  return finding;
}

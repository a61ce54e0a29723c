import type { Place } from '../conversation/index.ts';
import { versionBit } from '../eas/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import type { Settled } from './context.ts';
import type { Digest, Mark } from './digest/index.ts';
import type { Spot } from './finding.ts';
import { QUESTIONS, topicOf, type Topic } from './questions.ts';
import { firstSentence } from './sentence.ts';
import type { Check, Finding } from './types.ts';

/** Places named for one answer. */
const MOST = 100;
/** Tokens in which SWITCH_PAGEs are looked for, to be named. */
const LOOKED_AT = 2000;

/** What was asked of a message alone, question by question: each is answered from what the rules saw. */
export function checksOf(
  decoded: Decoded,
  settled: Settled,
  findings: readonly Finding[],
  spot: Spot,
  digest: Digest,
): Check[] {
  const { rootName, rootToken, walked, context } = settled;
  const { tokens, bytes, document } = decoded;
  const against = byTopic(findings, document.header !== undefined);
  const ask = (topic: Topic, looked: Place[], yes: string, cannot?: string): Check =>
    answer(QUESTIONS[topic], against?.get(topic) ?? NOTHING, looked, yes, cannot);

  const whole = placed([{ start: 0, end: bytes.length }], spot);
  const root: Mark[] = rootToken < 0 ? [] : [{ start: tokens.start(rootToken), end: tokens.end(rootToken) }];
  const noName = rootName === undefined ? 'The root has no name here.' : undefined;
  const asked = [
    ask('header', placed([headerOf(decoded)], spot), 'Version, type and charset are known.'),
    ask('structure', whole, 'The tags and their ENDs match.'),
    ask('names', placed(switchesOf(decoded), spot), 'Pages and codes are all in the tables.'),
    ask('strings', whole, `All are ${document.header?.encoding.name ?? 'text'}.`),
    ask('root', placed(root, spot), `The root is ${rootName ?? ''}.`, noName),
  ];
  if (!walked) {
    const unknown = 'Without a root that is known nothing can be said of what stands in it.';
    asked.push(ask('rules', [], '', unknown));
    return asked;
  }
  const cutOff = walked.whole ? undefined : 'The message ends before its root does.';
  asked.push(
    ask('place', whole, 'None is out of place.'),
    ask('required', whole, 'Nothing required is missing.', cutOff),
    ask('order', whole, 'Each stands behind what comes before it.'),
    ask('values', whole, 'Numbers, dates, lists and lengths fit.'),
  );
  const keys = keysOf(digest);
  if (keys.length > 0) {
    const yes = 'It is of 1 to 64 characters, and 0 only where 0 may stand.';
    asked.push(ask('key', placed(keys, spot), yes));
  }
  const command = context.command?.value ?? 'its command';
  asked.push(
    ask('rules', whole, `Nothing in it is against what ${command} asks for.`),
    ask('version', whole, versionReason(settled), versionDoubt(settled)),
  );
  return asked;
}

const NOTHING: readonly Finding[] = [];

/** The findings by the question they answer; where the header cannot be read, they are all about that. */
function byTopic(findings: readonly Finding[], hasHeader: boolean): Map<Topic, Finding[]> | undefined {
  if (findings.length === 0) return undefined;
  const against = new Map<Topic, Finding[]>();
  for (const finding of findings) {
    const topic = hasHeader ? topicOf(finding.rule) : 'header';
    const known = against.get(topic);
    if (known) known.push(finding);
    else against.set(topic, [finding]);
  }
  return against;
}

/**
 * Yes with the places looked at, no with the places at fault, or the reason why it cannot be told. What is only worth
 * a note is no “no”: it is remarked.
 */
export function answer(
  question: string,
  against: readonly Finding[],
  looked: Place[],
  yes: string,
  cannot?: string,
): Check {
  const [worst] = against;
  if (worst?.severity === 'note' && cannot === undefined) {
    const remark = `${yes} A remark: ${firstSentence(worst.text)}`;
    return { question, answer: 'yes', why: remark, places: looked.slice(0, MOST) };
  }
  if (worst && worst.severity !== 'note') {
    const places = against
      .slice(0, MOST)
      .map(({ exchange, side, start, end }) => ({ exchange, side, start, end }));
    return { question, answer: 'no', why: firstSentence(worst.text), places };
  }
  return cannot === undefined
    ? { question, answer: 'yes', why: yes, places: looked.length > MOST ? looked.slice(0, MOST) : looked }
    : { question, answer: 'cannot tell', why: cannot, places: [] };
}

export const placed = (marks: readonly Mark[], { exchange, side }: Spot): Place[] =>
  marks.map(({ start, end }) => ({ exchange, side, start, end }));

function headerOf({ tokens, bytes }: Decoded): Mark {
  let end = 0;
  for (let i = 0; i < tokens.length && tokens.space(i) === 'header'; i++) end = tokens.end(i);
  return { start: 0, end: Math.min(end, bytes.length) };
}

/** The SWITCH_PAGEs: what decides which page names a code. */
function switchesOf({ tokens, bytes }: Decoded): Mark[] {
  const marks: Mark[] = [];
  const end = Math.min(tokens.length, LOOKED_AT);
  for (let i = 0; i < end && marks.length < MOST; i++) {
    if (tokens.kind(i) === KIND.switchPage) marks.push({ start: tokens.start(i), end: tokens.end(i) });
  }
  return marks.length > 0 ? marks : [{ start: 0, end: bytes.length }];
}

function keysOf({ sync, hierarchy }: Digest): Mark[] {
  const keys: Mark[] = [];
  for (const { key } of sync?.collections ?? []) if (key) keys.push(key);
  if (hierarchy?.key) keys.push(hierarchy.key);
  return keys;
}

const versionReason = ({ walked, context }: Settled): string =>
  walked && walked.bound.length === 0
    ? 'Every version has all of it.'
    : `All of it belongs to ${context.version?.value ?? 'one version'}.`;

function versionDoubt({ walked, context: { version } }: Settled): string | undefined {
  if (!walked || walked.bound.length === 0) return undefined;
  if (version && version.how !== 'guessed' && versionBit(version.value) !== 0) return undefined;
  return 'The bytes do not say which version was agreed on.';
}

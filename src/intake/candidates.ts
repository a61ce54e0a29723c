import { LIMITS, type Conversation, type Exchange, type Message, type Side } from '../conversation/index.ts';
import { labelledSide } from './labels.ts';
import { countUpTo, isFair, isGood, type Ranked } from './rank.ts';
import { count, type Reading, type Slip } from './reading.ts';
import { losesBytes, recordedOf, withRecorded } from './recorded.ts';
import { latin1Text } from './text-bytes.ts';
import type { Candidate, PasteProblem } from './types.ts';

/** Where offsets lead: text offsets to lines and columns, and to bytes where bytes were given. */
export interface Places {
  text: string;
  toByte?: (at: number) => number;
}

/** The line and column, both from 1, of a text offset. */
export function lineColumn(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
    line++;
    start = i + 1;
  }
  return { line, column: at - start + 1 };
}

function toProblem(one: Slip, { text, toByte }: Places): PasteProblem {
  const place = lineColumn(text, one.start);
  return toByte ? { ...one, ...place, start: toByte(one.start), end: toByte(one.end) } : { ...one, ...place };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A conversation of one message. Without a word about its side it is taken for a response. */
export function oneMessage(title: string, side: Side, message: Message): Conversation {
  const exchange: Exchange = { id: '1', [side]: message };
  return { format: 1, title, exchanges: [exchange] };
}

const messageOf = ({ bytes, around, slips }: Reading): Message => ({
  bytes,
  ...(around && { around }),
  ...recordedOf(slips),
});

function sideOf(text: string, reading: Reading): { side: Side; told: boolean } {
  const side = labelledSide(text, reading.start);
  return side ? { side, told: true } : { side: 'response', told: false };
}

/** Source code around a list or a string that is no longer than this goes without saying. */
const DECLARATION = 48;

/** What of the paste was passed over, so that nobody takes a part for the whole. */
function passedOver({ text }: Places, reading: Reading): string {
  const before = text.slice(0, reading.start).trim();
  const behind = text.slice(reading.end).trim();
  if (before.length < 3 && behind.length < 3) return '';
  // a declaration around a list or a string is part of the form
  const inCode = reading.kind === 'array' || reading.kind === 'escaped';
  if (inCode && before.length <= DECLARATION && behind.length <= DECLARATION) return '';
  const where = before.length < 3 ? 'behind' : behind.length < 3 ? 'in front of' : 'around';
  return ` Text ${where} it was passed over.`;
}

/** One reading as a candidate. */
export function toCandidate({ reading, score: judged }: Ranked, places: Places): Candidate {
  const problems = reading.slips.map((one) => toProblem(one, places));
  const lost = problems.find((problem) => problem.severity === 'error');
  const oneLine = !places.text.trimEnd().includes('\n');
  const where = lost && (oneLine ? `Column ${lost.column}` : `Line ${lost.line}, column ${lost.column}`);
  const fault = lost ? ` ${where}: ${lost.found}. ${capital(lost.assumed)}.` : '';
  const passed = passedOver(places, reading);
  const { xml } = reading;
  if (reading.messages) {
    const sizes = `${count(reading.bytes.length, 'byte')}${saysOf(reading, judged.says)}`;
    const what = reading.bytes.length > 0 ? `${firstBody(reading)}: ${sizes}` : '';
    const why = `${capital(reading.form)}${what}.${passed}${fault}`;
    const named = withRecorded({ ...reading.messages, title: titleOf(judged.root, reading) }, reading.slips);
    const common = { kind: reading.kind, why, conversation: named, sideKnown: true, problems };
    return xml ? { ...common, xml: xml.text, xmlOf: { exchange: xml.exchange, side: xml.side } } : common;
  }
  const { side, told } = sideOf(places.text, reading);
  if (xml) {
    const conversation = oneMessage('Pasted XML', side, recordedOf(reading.slips));
    const why = `${capital(reading.form)}.${passed}`;
    return {
      kind: 'xml',
      why,
      conversation,
      sideKnown: told,
      problems,
      xml: xml.text,
      xmlOf: { exchange: 0, side },
    };
  }
  const whose = told ? ` The words in front of it call it a ${side}.` : '';
  const why = `${capital(reading.form)}: ${count(reading.bytes.length, 'byte')}${judged.says}.${whose}${passed}${fault}`;
  const conversation = oneMessage(titleOf(judged.root, reading), side, messageOf(reading));
  return { kind: reading.kind, why, conversation, sideKnown: told, problems };
}

/** What stands in front of the size of the first body. */
function firstBody({ kind, messages }: Reading): string {
  if (kind !== 'carried') return '; its first body';
  return messages && messages.exchanges.length > 1 ? '; the first' : '';
}

/** What was carried may be called by its name already, and not WBXML. */
const saysOf = ({ form, kind }: Reading, says: string): string =>
  kind === 'carried' && form.endsWith('not WBXML') && says.startsWith(', not WBXML') ? '' : says;

function titleOf(root: string | undefined, reading: Reading): string {
  const exchanges = reading.messages?.exchanges ?? [];
  const messages = exchanges.reduce(
    (sum, { request, response }) => sum + (request ? 1 : 0) + (response ? 1 : 0),
    0,
  );
  const http = reading.kind === 'http' ? 'Pasted HTTP' : 'Pasted';
  if (messages > 1) return `${http}, ${count(messages, 'message')}`;
  if (messages === 1 && reading.bytes.length === 0) return http;
  const size = count(reading.bytes.length, 'byte');
  return root === undefined ? `Pasted, ${size}` : `Pasted ${root}, ${size}`;
}

type Told = Ranked & { side: Side | undefined };

/** The stretches that overlap none before them, in the order of the text. */
function apartOf(readings: readonly Told[]): Told[] {
  const apart: Told[] = [];
  for (const one of readings) {
    const { start, end } = one.reading;
    const at = countUpTo(apart, start);
    const [before, behind] = [apart[at - 1], apart[at]];
    if ((before?.reading.end ?? 0) <= start && end <= (behind?.reading.start ?? Infinity))
      apart.splice(at, 0, one);
  }
  return apart;
}

/** Leaves out a message that stands there once more in another form: a log prints one in several. The same form again is the same message again. */
function withoutRetold(ranked: readonly Ranked[]): Ranked[] {
  const forms = new Map<string, string>();
  return ranked.filter(({ reading }) => {
    const key = latin1Text(reading.bytes);
    const form = forms.get(key) ?? reading.form;
    forms.set(key, form);
    return form === reading.form;
  });
}

/** Whether it reads as one; a part of one, where the words in front of it say whose it is. */
const isMessage = ({ reading, score }: Ranked, { text }: Places): boolean =>
  isGood(score) ||
  (isFair(score) && reading.slips.some(losesBytes) && labelledSide(text, reading.start) !== undefined);

/** Problems of several messages that are told one by one. */
const MOST_TOLD = 40;

/**
 * Several stretches of one paste that each read as WBXML, as one conversation; `undefined` where there are not
 * two. The words in front of them say whose messages they are; without such words each is taken for a response.
 */
export function severalMessages(ranked: readonly Ranked[], places: Places): Candidate | undefined {
  const messages = ranked.filter(
    (one) => isMessage(one, places) && !one.reading.messages && !one.reading.xml,
  );
  if (messages.length < 2) return undefined; // one of 25 MB is not worth a look
  const good = withoutRetold(messages).map((one): Told => ({
    ...one,
    side: labelledSide(places.text, one.reading.start),
  }));
  const told = good.filter(({ side }) => side !== undefined);
  const apart = apartOf(told.length > 1 ? told : good);
  const [first] = apart;
  // the same message printed in two forms is not two messages
  if (!first || apart.length < 2 || apart.some(({ reading }) => reading.kind !== first.reading.kind))
    return undefined;
  const exchanges: Exchange[] = [];
  const kept: Reading[] = [];
  for (const { reading, side: sideTold } of apart) {
    const last = exchanges.at(-1);
    const side = sideTold ?? 'response';
    const message: Message = { ...messageOf(reading), ...(sideTold && { sideTold }) };
    if (side === 'response' && last?.request && !last.response) last.response = message;
    else if (exchanges.length === LIMITS.exchanges) break;
    else exchanges.push({ id: String(exchanges.length + 1), [side]: message });
    kept.push(reading);
  }
  const slips = kept.flatMap((reading) => reading.slips);
  const left = [
    ...(kept.length < apart.length ? ['further messages left out'] : []),
    ...(slips.length > MOST_TOLD ? [`${count(slips.length - MOST_TOLD, 'further problem')} not listed`] : []),
  ];
  const whose =
    told.length > 1 ? 'told apart by the words in front of them' : 'the text does not say whose they are';
  return {
    kind: first.reading.kind,
    why: `${[`${count(kept.length, 'message')}, each ${first.reading.form}`, whose, ...left].join('; ')}.`,
    conversation: { format: 1, title: `Pasted, ${count(kept.length, 'message')}`, exchanges },
    sideKnown: told.length > 1,
    problems: slips.slice(0, MOST_TOLD).map((one) => toProblem(one, places)),
  };
}

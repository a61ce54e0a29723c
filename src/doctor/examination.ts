import { readingOf, type Message, type Side } from '../conversation/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import { commandNamed, versionBit, VERSIONS } from '../eas/index.ts';
import { bodyFindings } from './body-findings.ts';
import { bodyKind, type BodyKind } from './body-kind.ts';
import { checksOf } from './checks.ts';
import { codecFindings } from './codec/codec-findings.ts';
import { Halves, settle, type Settled } from './context.ts';
import { digestOf, type Digest } from './digest/index.ts';
import { makeFinding, type Spot } from './finding.ts';
import { HERE_TOO } from './further-places.ts';
import { withoutGrounds } from './grounds.ts';
import { messageRulesFor } from './message-rules/index.ts';
import { MessageIndex, type MessageScene } from './message-rules/message-index.ts';
import { faultRulesFor } from './rules/index.ts';
import { wrongOrder } from './rules/wrong-order.ts';
import { statusFindings } from './refused-by-http.ts';
import { elementSpan } from './scene.ts';
import type { Check, Context, Finding, Known } from './types.ts';
import type { Fault } from './walk/fault.ts';
import { worstFirst } from './worst-first.ts';

/** All that was found out about one message. */
export interface Examination {
  body: BodyKind;
  context: Context;
  /** Worst first, then by place. */
  findings: Finding[];
  /** What was asked of the message alone; empty where it is no WBXML. */
  checks: Check[];
  /** What rules about its exchange and its conversation need to know of it. */
  digest: Digest;
}

export interface MessagePlace {
  /** Index into the conversation's exchanges; 0 where it stands alone. */
  exchange?: number;
  /** The side of the exchange it is kept on. */
  side?: Side;
  /** The other half of its exchange. */
  partner?: Message | undefined;
  /** The protocol version that other exchanges of the same phone name. */
  neighbours?: Known<string> | undefined;
}

/**
 * Examines one message. Any bytes give findings or none, never an exception.
 * @param decoded its bytes, read as `readAs.doctype` asks, where the caller has them already
 */
export function examineMessage(message: Message, place: MessagePlace = {}, decoded?: Decoded): Examination {
  const { halves, body, settled, findings, spot, read, scene } = inspect(message, place, decoded);
  const digest = digestOf(halves, body, settled, scene);
  const told = statusFindings(halves, spot, settled.context);
  const checks = read ? checksOf(read, settled, findings, spot, digest) : [];
  const all = told.length > 0 ? [...findings, ...told].sort(worstFirst) : findings;
  return { body, context: settled.context, findings: all, checks, digest };
}

/** What `examineMessage` makes its answer of. */
interface Inspection {
  halves: Halves;
  body: BodyKind;
  settled: Settled;
  findings: Finding[];
  spot: Spot;
  /** The bytes, read; absent where they are no WBXML. */
  read?: Decoded;
  /** The same for rules; absent where it is not of ActiveSync. */
  scene?: MessageScene;
}

function inspect(message: Message, place: MessagePlace, decoded?: Decoded): Inspection {
  const { exchange = 0, side, partner, neighbours } = place;
  const halves = new Halves(message, partner, neighbours);
  const body = bodyKind(message, halves.facts);
  if (body.kind !== 'wbxml' || !message.bytes) {
    const settled = settle(halves, side);
    const spot = { exchange, side: side ?? settled.context.side.value };
    return { halves, body, settled, spot, findings: bodyFindings(halves, body, spot, settled.context) };
  }
  const read = decoded ?? decodeMessage(message, message.bytes);
  const settled = settle(halves, side, read);
  const spot = { exchange, side: side ?? settled.context.side.value };
  if (read.doctype.id !== 'activesync') {
    return { halves, body, settled, spot, findings: judge(message, read, settled, spot), read };
  }
  const scene = sceneOf(read, settled.context, new MessageIndex(read.tokens));
  return { halves, body, settled, spot, findings: judge(message, read, settled, spot, scene), read, scene };
}

/** What the rules about one message say of it, under the context it was found to have. */
function judge(
  message: Message,
  read: Decoded,
  settled: Settled,
  spot: Spot,
  scene?: MessageScene,
): Finding[] {
  const found = codecFindings(read, spot, settled.context, message.recorded === 'in part');
  if (scene) {
    found.push(...withoutDoubles(contentFindings(scene, settled, spot)));
    addMessageFindings(found, scene, spot);
  }
  if (found.length === 0) return found;
  const told = withoutGrounds(found).map((finding) => behindStatus(finding, message));
  return told.length > 1 ? told.sort(worstFirst) : told;
}

/**
 * What would be found in a message under each protocol version, oldest first. The message is read and walked once.
 * Empty where it is no WBXML.
 */
export function versionsOfMessage(
  message: Message,
  place: MessagePlace = {},
  decoded?: Decoded,
): { version: string; findings: Finding[] }[] {
  const { settled, spot, read, scene } = inspect(message, place, decoded);
  if (!read) return [];
  return VERSIONS.map((version) => {
    const known: Known<string> = { value: version, how: 'said', why: 'You said so.' };
    const context = { ...settled.context, version: known };
    const seen = scene && sceneOf(read, context, scene.index);
    return { version, findings: judge(message, read, { ...settled, context }, spot, seen) };
  });
}

/** An element that should not be there at all is not told besides that it stands in the wrong order. */
function withoutDoubles(findings: Finding[]): Finding[] {
  if (!findings.some(({ rule }) => rule === wrongOrder.id)) return findings;
  return findings.filter(
    (one) =>
      one.rule !== wrongOrder.id ||
      !findings.some(
        (other) => other.rule !== one.rule && other.start === one.start && other.end === one.end,
      ),
  );
}

/** Behind an HTTP status that says “failed” nobody reads the body: what is wrong with it is a warning at most. */
function behindStatus(finding: Finding, { http }: Message): Finding {
  const status = http?.status ?? 200;
  if (status < 400 || finding.severity !== 'error') return finding;
  const text = `${finding.text} With the HTTP status ${status} a phone does not read it.`;
  return { ...finding, severity: 'warning', text };
}

/** Reads a message as a person asked, or as its header or Content-Type says. */
const decodeMessage = (message: Message, bytes: Uint8Array): Decoded => decode(bytes, readingOf(message));

/**
 * What a message is, and how that is known: a person's word, HTTP facts, its bytes, or a guess.
 * @param side the side of the exchange it is kept on; @param partner the other half of its exchange
 */
export function contextOf(message: Message, side?: Side, partner?: Message, decoded?: Decoded): Context {
  const halves = new Halves(message, partner);
  const isWbxml = bodyKind(message, halves.facts).kind === 'wbxml';
  const read = isWbxml && message.bytes ? (decoded ?? decodeMessage(message, message.bytes)) : undefined;
  return settle(halves, side, read).context;
}

const sceneOf = (decoded: Decoded, context: Context, index: MessageIndex): MessageScene => ({
  decoded,
  context,
  command: context.command?.value ?? '',
  side: context.side.value,
  index,
});

/** Adds what the rules about a message as a whole say of it; a rule about tags that it does not have is not asked. */
function addMessageFindings(findings: Finding[], scene: MessageScene, spot: Spot): void {
  const { index, context } = scene;
  for (const { rule, about } of messageRulesFor(scene)) {
    if (!index.hasAll(about)) continue;
    for (const judgement of rule.judge(scene))
      findings.push(makeFinding(rule, judgement, spot, context, judgement.times));
  }
}

function contentFindings(scene: MessageScene, settled: Settled, spot: Spot): Finding[] {
  const findings: Finding[] = [];
  for (const fault of faultsOf(settled)) {
    for (const rule of faultRulesFor(fault.kind)) {
      const judgement = rule.judge(fault, scene);
      if (!judgement) continue;
      const more = fault.more.map((i) => ({ ...elementSpan(scene, i), text: HERE_TOO }));
      const related = [...(judgement.related ?? []), ...more];
      findings.push(makeFinding(rule, { ...judgement, related }, spot, scene.context, fault.times));
      break;
    }
  }
  return findings;
}

function faultsOf({ context, rootToken, rootName, walked }: Settled): readonly Fault[] {
  if (walked) {
    const version = versionBit(context.version?.value ?? '');
    const bound = walked.bound.filter(({ wrongIn }) => (wrongIn & version) !== 0);
    return bound.length === 0 ? walked.faults : [...walked.faults, ...bound];
  }
  if (rootName === undefined) return []; // a root without a name is the codec's to report
  const once = { found: rootName, token: rootToken, times: 1, more: [] };
  if (!context.command) return [{ kind: 'root', ...once }];
  const expected = commandNamed(context.command.value)?.root;
  return expected === undefined || expected === rootName ? [] : [{ kind: 'root', expected, ...once }];
}

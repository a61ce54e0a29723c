import type { Message } from '../conversation/index.ts';
import { commandNamed, versionBit, versionsOf, type Command } from '../eas/index.ts';
import { bodyWords } from './body-words.ts';
import { saysWbxml, type BodyKind } from './body-kind.ts';
import type { Halves } from './context.ts';
import { makeFinding, type Spot } from './finding.ts';
import { FAILED } from './refused-by-http.ts';
import type { Judgement, RuleFacts, RulePage } from './rule.ts';
import type { Context, Finding } from './types.ts';

const SAYINGS: Readonly<Record<Exclude<BodyKind['kind'], 'wbxml' | 'absent' | 'empty'>, string>> = {
  gzip: 'This is not WBXML: 1f 8b is gzip.',
  html: 'This is not WBXML but HTML.',
  xml: 'This is not WBXML but XML as text.',
  json: 'This is not WBXML but JSON.',
  mime: 'This is not WBXML but MIME, a mail as it is sent.',
  multipart: 'This is a multipart answer: WBXML is its first part only.',
  text: 'This is not WBXML but plain text.',
  other: 'This is not WBXML.',
};

/** A body that is no WBXML where WBXML is due. */
export const notWbxml: RuleFacts = {
  id: 'not-wbxml',
  breach: 'MUST',
  consequence: { what: 'unreadable', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASHTTP R219',
};

export const notWbxmlPage: RulePage = {
  title: 'A body that is not WBXML',
  scope: 'message',
  why: 'What says it is WBXML must be WBXML. An error page, a text or a compressed body says so in its own headers.',
  covers: ['D22'],
  bad: { hex: '3c68746d6c3e3c2f68746d6c3e', side: 'response' },
  good: { hex: '03016a00 45 4e03310001 01', side: 'response' },
};

/** A message without bytes: not captured, or sent so. */
export const noBody: RuleFacts = {
  id: 'no-body',
  breach: 'habit',
  consequence: { what: 'tolerated', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.1.21.2; MS-ASHTTP 2.2.2',
};

export const noBodyPage: RulePage = {
  title: 'A message without a body',
  scope: 'message',
  why: 'An empty answer to Sync says that nothing changed, an empty answer to SendMail that it was sent.',
  covers: ['D22'],
  bad: { hex: '', side: 'response' },
  good: { hex: '03016a00 45 4e03310001 01', side: 'response' },
};

/** Says in one finding what a body is that no codec can read. */
export function bodyFindings(halves: Halves, body: BodyKind, spot: Spot, context: Context): Finding[] {
  if (body.kind === 'wbxml') return [];
  const { message } = halves;
  const length = message.bytes?.length ?? 0;
  if (body.kind === 'absent' || body.kind === 'empty') {
    if (isOptions(halves)) return []; // it has a body on neither side
    if ((message.http?.status ?? 0) >= FAILED) return []; // what HTTP says is told, and that it says all
    const text = body.kind === 'absent' ? 'This message was not captured.' : emptyText(message, context);
    return [makeFinding(noBody, { text, start: 0, end: 0 }, spot, context)];
  }
  const text = `${SAYINGS[body.kind]} ${bodyWords(body, message.bytes ?? new Uint8Array(0))}`;
  const judgement: Judgement = { text, start: 0, end: length, ...strength(halves, body, context) };
  if (isMailTooNew(body, context)) {
    judgement.text += ` At version ${context.version?.value ?? ''} it is sent inside ${context.command?.value ?? ''}, in Mime; as it is a mail is sent up to 12.1. Z-Push takes it all the same.`;
    Object.assign(judgement, MAIL_TOO_NEW);
  } else if (isWrongAnswer(halves, body, context)) {
    judgement.text += ` With the HTTP status ${message.http?.status ?? 200} a phone takes it for the answer to ${context.command?.value ?? ''}, and cannot read it.`;
    Object.assign(judgement, { breach: notWbxml.breach, consequence: notWbxml.consequence });
  }
  return [makeFinding(notWbxml, judgement, spot, context)];
}

const isOptions = ({ message, partner }: Halves): boolean =>
  [message, partner].some((one) => one?.http?.method?.toUpperCase() === 'OPTIONS');

/** It is a fault where WBXML was promised and the answer is no error page, and nothing where it is what it says. */
function strength(
  halves: Halves,
  body: BodyKind,
  context: Context,
): Pick<Judgement, 'breach' | 'consequence'> {
  const { message, facts } = halves;
  const { http } = message;
  const failed = http?.status !== undefined && http.status >= FAILED;
  if (saysWbxml(facts) && !failed && body.kind !== 'multipart') return {};
  const says = facts.contentType !== undefined || failed || isMail(context);
  return says
    ? { breach: 'habit', consequence: { what: 'tolerated', basis: 'spec' } }
    : { breach: 'SHOULD', consequence: { what: 'hurts', basis: 'inferred' } };
}

const MAIL_TOO_NEW = {
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'server', basis: 'reported' },
  source: 'MS-ASCMD 2.2.1.17; code of Z-Push',
} as const satisfies Partial<Judgement>;

/** A mail as it is, at a version in which WBXML carries it. */
function isMailTooNew({ kind }: BodyKind, { command, version, side }: Context): boolean {
  if (kind !== 'mime' || side.value !== 'request' || !version || version.how === 'guessed') return false;
  const isCompose = command !== undefined && commandNamed(command.value)?.requestBefore14 === 'mime';
  return isCompose && (versionBit(version.value) & versionsOf('14.0-16.1')) !== 0;
}

/** Bodies that a program means as something else than WBXML. */
const OTHERS: readonly BodyKind['kind'][] = ['html', 'xml', 'json', 'text'];

/**
 * A page or another text in the place of an answer that is WBXML, with an HTTP status that says that all went well. A
 * browser that asks with GET gets a page of many servers.
 */
function isWrongAnswer(
  { message: { http }, partner }: Halves,
  { kind }: BodyKind,
  { command, side }: Context,
): boolean {
  const { status = 0, method } = http ?? {};
  if (side.value !== 'response' || !OTHERS.includes(kind) || method !== undefined) return false;
  if (status < 200 || status >= 300 || (partner?.http?.method ?? 'POST') !== 'POST') return false;
  return command !== undefined && commandNamed(command.value)?.response === 'wbxml';
}

/** True where the command's body is no WBXML in this version. */
function isMail({ command, version, side }: Context): boolean {
  const known = command && commandNamed(command.value);
  if (!known || side.value !== 'request') return known?.response === 'bytes' || known?.response === 'xml';
  const before14 = version !== undefined && (versionBit(version.value) & versionsOf('2.5-12.1')) !== 0;
  return known.request === 'xml' || (known.requestBefore14 === 'mime' && before14);
}

function emptyText({ http }: Message, { command, side, version }: Context): string {
  const status = http?.status;
  if (status !== undefined && status >= 300) return `Sent without a body, with the HTTP status ${status}.`;
  const known: Command | undefined = command && commandNamed(command.value);
  const empty = side.value === 'request' ? known?.emptyRequest : known?.emptyResponse;
  const bit = version === undefined ? 0 : versionBit(version.value);
  if (!known || !empty || (bit !== 0 && (versionsOf(empty.versions) & bit) === 0))
    return 'Sent without a body.';
  return `Sent without a body: with ${known.name} that means ${empty.meaning}.`;
}

import {
  aroundWords,
  messageAt,
  messagesOf,
  messageTitle,
  methodTitle,
  otherSide,
  readingOf,
  type Conversation,
  type Message,
  type MessagePlace,
} from '../conversation/index.ts';
import { decode } from '../doctypes/index.ts';
import {
  examineAll,
  judgeTalk,
  neighbourVersions,
  verdict,
  versionsOfMessage,
  Whole,
  type Context,
  type Examination,
  type Finding,
} from '../doctor/index.ts';
import { listingRows, listingText } from '../explain/index.ts';
import { toXml } from '../xml/index.ts';

/** What is said of one message in a report or a fixture; derived from its bytes and its place alone. */
export interface MessageReport extends MessagePlace {
  /** Its number in the timeline, from 1. */
  step: number;
  message: Message;
  /** 'Sync reply · 200 · 37 bytes'. */
  title: string;
  verdict: string;
  /** What it was read as and why, a sentence each. */
  facts: string[];
  /** Worst first. */
  findings: Finding[];
  /** What each protocol version would find, in a few words; empty where it is no WBXML, or was not asked for. */
  versions: { version: string; words: string }[];
  context: Context;
  doctype: string;
  /** Absent where it is no WBXML. */
  listing?: string;
  xml?: string;
}

/** Rows of a listing; behind them it says how many are missing. */
const MOST_ROWS = 10_000;

/** What was found out about a message, with what its exchange and its conversation add. */
export type Judged = Pick<Examination, 'body' | 'context' | 'findings' | 'checks'>;

/**
 * What there is to say of every message of a conversation, in its order.
 * @param withVersions asks each message under every protocol version, too, which takes several times as long
 * @param known what was found out about each message, for whoever has it of all of them; else they are examined
 */
export function messageReports(
  conversation: Conversation,
  withVersions = false,
  known: readonly (Judged | undefined)[] = [],
): MessageReport[] {
  const messages = messagesOf(conversation);
  const isKnown = messages.every((_, i) => known[i] !== undefined);
  const judged = isKnown ? known : judgedOf(conversation);
  const neighbours = withVersions ? neighbourVersions(conversation) : [];
  return messages.flatMap(({ exchange, side, message }, i): MessageReport[] => {
    const found = judged[i];
    if (!found) return [];
    const { body, context, checks, findings } = found;
    const partner = messageAt(conversation, { exchange, side: otherSide(side) });
    const decoded = decode(message.bytes ?? new Uint8Array(), readingOf(message));
    const isWbxml = body.kind === 'wbxml';
    const { command, version } = context;
    const report: MessageReport = {
      exchange,
      side,
      step: i + 1,
      message,
      title: messageTitle(message, side, command?.value ?? methodTitle(message, partner)),
      verdict: verdict(findings, checks),
      facts: [
        isWbxml ? decoded.doctype.why : body.why,
        ...[command, version].flatMap((known) => (known ? [`${known.value}: ${known.why}`] : [])),
        ...(message.around ? aroundWords(message.around) : []),
      ].filter((fact) => fact !== ''),
      findings,
      versions: [],
      context,
      doctype: decoded.doctype.id,
    };
    if (!isWbxml) return [report];
    report.listing = listingText(listingRows(decoded), { allBytes: true, rows: MOST_ROWS });
    report.xml = toXml(decoded);
    if (!withVersions) return [report];
    const place = { exchange, side, partner, neighbours: neighbours[exchange] };
    report.versions = versionsOfMessage(message, place, decoded).map((each) => ({
      version: each.version,
      words: worstWords(each.findings),
    }));
    return [report];
  });
}

/** Every message examined once, in the order of `messagesOf`. */
function judgedOf(conversation: Conversation): (Judged | undefined)[] {
  const alone = examineAll(conversation);
  const places = messagesOf(conversation);
  const whole = new Whole(places, alone, judgeTalk(places, alone));
  return places.map((place) => whole.of(place));
}

function worstWords(findings: readonly Finding[]): string {
  for (const severity of ['error', 'warning', 'note'] as const) {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count > 0) return `${count} ${severity}${count === 1 ? '' : 's'}`;
  }
  return 'nothing wrong';
}

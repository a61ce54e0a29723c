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
  examine,
  examineMessage,
  neighbourVersions,
  verdict,
  versionsOfMessage,
  type Context,
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

/**
 * What there is to say of every message of a conversation, in its order.
 * @param withVersions asks each message under every protocol version, too, which takes several times as long
 */
export function messageReports(conversation: Conversation, withVersions = false): MessageReport[] {
  const all = examine(conversation);
  const neighbours = neighbourVersions(conversation);
  return messagesOf(conversation).map(({ exchange, side, message }, i) => {
    const partner = messageAt(conversation, { exchange, side: otherSide(side) });
    const place = { exchange, side, partner, neighbours: neighbours[exchange] };
    const decoded = decode(message.bytes ?? new Uint8Array(), readingOf(message));
    const { body, context, checks } = examineMessage(message, place, decoded);
    const findings = all.filter((finding) => finding.exchange === exchange && finding.side === side);
    const isWbxml = body.kind === 'wbxml';
    const { command, version } = context;
    return {
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
      versions:
        isWbxml && withVersions
          ? versionsOfMessage(message, place, decoded).map((each) => ({
              version: each.version,
              words: worstWords(each.findings),
            }))
          : [],
      context,
      doctype: decoded.doctype.id,
      ...(isWbxml && {
        listing: listingText(listingRows(decoded), { allBytes: true, rows: MOST_ROWS }),
        xml: toXml(decoded),
      }),
    };
  });
}

function worstWords(findings: readonly Finding[]): string {
  for (const severity of ['error', 'warning', 'note'] as const) {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count > 0) return `${count} ${severity}${count === 1 ? '' : 's'}`;
  }
  return 'nothing wrong';
}

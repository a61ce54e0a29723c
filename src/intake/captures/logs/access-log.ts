import type { Http, Message, Side } from '../../../conversation/index.ts';
import { unescapedBytes } from '../../escaped-text.ts';
import { labelledSide } from '../../labels.ts';
import { isFair, score } from '../../rank.ts';
import { Catch, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { logLines } from './log-lines.ts';

/** `"POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1" 200`. */
const ASKED =
  /"([A-Z]{3,10}) (\S{0,2000}Microsoft-Server-ActiveSync\S{0,2000}) HTTP\/[\d.]{1,3}"(?:\s{1,3}(\d{3})\b)?/;
const NAMED_STATUS = /\bstatus"?\s{0,3}[:=]\s{0,3}"?(\d{3})\b/;
/** Escapes that stand for bytes, as every message of WBXML has them. */
const ESCAPED = /\\(?:x[0-9a-f]{2}|u00[0-9a-f]{2})/i;

interface Body {
  bytes: Uint8Array;
  /** Whose the words in front of it say it is. */
  side: Side | undefined;
}

/** The strings of a text, in which a backslash escapes a quote: where what is inside them stands. Linear. */
function* stringsIn(text: string): Generator<Stretch> {
  for (let open = text.indexOf('"'); open >= 0;) {
    let end = open + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    if (end >= text.length) return; // none behind it can end
    yield { start: open + 1, end };
    open = text.indexOf('"', end + 1);
  }
}

/** The strings behind the request line that are messages. */
function bodiesIn(line: string, from: number): Body[] {
  const rest = line.slice(from);
  const bodies: Body[] = [];
  for (const { start, end } of stringsIn(rest)) {
    const inside = rest.slice(start, end);
    if (!ESCAPED.test(inside)) continue;
    const { bytes } = unescapedBytes(inside);
    if (isFair(score(bytes))) bodies.push({ bytes, side: labelledSide(rest, start - 1) });
  }
  return bodies;
}

/** Requests come before replies where nothing says whose a body is. */
function sidesOf(bodies: readonly Body[]): Partial<Record<Side, Uint8Array>> {
  const messages: Partial<Record<Side, Uint8Array>> = {};
  for (const { bytes, side } of bodies) {
    if (side) messages[side] ??= bytes;
  }
  for (const { bytes, side } of bodies) {
    if (!side) messages[messages.request ? 'response' : 'request'] ??= bytes;
  }
  return messages;
}

const messageOf = (bytes: Uint8Array | undefined, http: Http): Message => ({ ...(bytes && { bytes }), http });

/**
 * Reads an access log of nginx or Apache whose lines hold bodies, escaped: `"$request" $status … "$request_body"`.
 * `undefined` where the text is none, or holds no message.
 */
export function readAccessLog(text: string): Capture | undefined {
  if (!text.includes('Microsoft-Server-ActiveSync') || !ESCAPED.test(text)) return undefined;
  const caught = new Catch();
  let found = 0;
  for (const { start, end, head } of logLines(text)) {
    const asked = ASKED.exec(head);
    if (!asked) continue;
    const [all, method = '', url = '', behind] = asked;
    const status = behind ?? NAMED_STATUS.exec(head)?.[1];
    const bodies = bodiesIn(text.slice(start, end), asked.index + all.length);
    found += bodies.length;
    const { request, response } = sidesOf(bodies);
    const answer = withinLimits(status === undefined ? {} : { status: Number(status) });
    caught.add({
      request: messageOf(request, withinLimits({ method, url })),
      ...((response ?? status) !== undefined && { response: messageOf(response, answer) }),
    });
  }
  return found > 0 ? { kind: 'server-log', form: 'an access log with bodies', caught } : undefined;
}

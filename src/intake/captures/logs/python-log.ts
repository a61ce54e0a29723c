import { LIMITS, type Side } from '../../../conversation/index.ts';
import { unescapedBytes } from '../../escaped-text.ts';
import { readHead } from '../../http-head.ts';
import { ByteSink } from '../../reading.ts';
import { latin1Text } from '../../text-bytes.ts';
import { Catch, faultAt, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { messageOf } from '../messages.ts';
import { readSingle } from '../wire.ts';
import { logLines } from './log-lines.ts';

const SENT = /(?:^|\s)send: b?(['"])(?=.)/;
const REPLY = /(?:^|\s)reply: ['"](HTTP\/\d(?:\.\d)? \d{3}[^'"\\]{0,200})/;
const HEADER = /(?:^|\s)header: ([\w-]{1,100}):? (.*)$/;

/** What one request of the log said, in its order. */
interface Turn {
  sent: Uint8Array[];
  reply: string[];
  place: Stretch;
}

function turnsIn(text: string): Turn[] {
  const turns: Turn[] = [];
  for (const { start, end, head } of logLines(text)) {
    const sent = SENT.exec(head);
    const last = turns.at(-1);
    if (sent) {
      const from = start + sent.index + sent[0].length;
      const stop = text.lastIndexOf(sent[1] ?? "'", end - 1);
      const { bytes } = unescapedBytes(text.slice(from, stop > from ? stop : end));
      const goesOn = last && last.reply.length === 0;
      if (goesOn) last.sent.push(bytes);
      else turns.push({ sent: [bytes], reply: [], place: { start, end } });
      continue;
    }
    if (!last) continue;
    const reply = REPLY.exec(head)?.[1];
    const header = last.reply.length > 0 ? HEADER.exec(head) : null;
    if (reply !== undefined) last.reply = [reply];
    else if (header && last.reply.length <= LIMITS.headers) last.reply.push(`${header[1]}: ${header[2]}`);
    last.place.end = end;
  }
  return turns;
}

/**
 * Reads what Python's http.client prints at its debug level: requests as they were sent, of replies the head alone.
 * `undefined` where the text is none, or holds no HTTP.
 */
export function readPythonLog(text: string): Capture | undefined {
  if (!text.includes('send: b') && !text.includes("send: '")) return undefined;
  const caught = new Catch();
  for (const { sent, reply, place } of turnsIn(text)) {
    const sink = new ByteSink(256);
    for (const part of sent) sink.append(part);
    const bytes = sink.done();
    const wire = /^[A-Z]{3,16} /.test(latin1Text(bytes.subarray(0, 20))) ? readSingle(bytes) : undefined;
    if (!wire) continue;
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    target.request = messageOf(caught, wire, exchange, place);
    const head = reply.length > 0 ? readHead(reply.join('\n'), 0) : undefined;
    if (!head) continue;
    target.response = { http: withinLimits(head.http) };
    const at: { exchange: number; side: Side } = { exchange, side: 'response' };
    const found = 'only the head of the reply is printed';
    const assumed = 'the message is shown without bytes';
    caught.fault(faultAt(at, 'not-captured', 'warning', place, 'the body', found, assumed), found);
  }
  if (caught.exchanges.length === 0) return undefined;
  return { kind: 'server-log', form: 'what Python’s http.client prints', caught };
}

import type { Message, Side } from '../../../conversation/index.ts';
import { readForms } from '../../forms.ts';
import { rank } from '../../rank.ts';
import { bodyOf } from '../body.ts';
import { Catch, faultAt, headerRecord, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { logLines } from './log-lines.ts';
import { messageOfXml } from './printed-xml.ts';

/** `127.0.0.1:50000: POST https://a.test/path HTTP/2.0`, the time in front where it is told. */
const REQUEST =
  /^(?:\[[\d:.]{8,15}\] ?)?(?:[\w.:[\]-]{3,60}: )([A-Z]{3,16}) (https?:\/\/\S{1,500})(?: HTTP\/[\d.]{1,3})?[ \t]*$/;
const URL = /https?:\/\/\S+/;
const RESPONSE = /^ {0,4}<< (?:HTTP\/[\d.]{1,3} )?(\d{3})\b/;
const HEADER = /^ {4}([\w!#$%&'*+.^`|~-]{1,200}): ?(.*)$/;
/** How the end of a long body is left out. */
const CUT = /^[ \t]*\(cut off\)\s*$/m;
const INDENT = /^ {1,4}/gm;

/** A message while its lines are read. */
interface Part {
  side: Side;
  first: string;
  headers: [string, string][];
  body: Stretch;
  inHead: boolean;
}

function* partsOf(text: string): Generator<Part> {
  let part: Part | undefined;
  for (const { start, end, head } of logLines(text)) {
    const side: Side | undefined = REQUEST.test(head)
      ? 'request'
      : RESPONSE.test(head)
        ? 'response'
        : undefined;
    if (side) {
      if (part) yield part;
      part = { side, first: text.slice(start, end), headers: [], body: { start: end, end }, inHead: true };
    } else if (part?.inHead) {
      const header = HEADER.exec(text.slice(start, end));
      if (header) part.headers.push([header[1] ?? '', (header[2] ?? '').trim()]);
      else part.inHead = false;
      part.body = { start: Math.min(end + 1, text.length), end };
    } else if (part) part.body.end = end;
  }
  if (part) yield part;
}

function messageOf(caught: Catch, text: string, part: Part, exchange: number): Message {
  const { side, first, headers, body } = part;
  const [method, status] = [REQUEST.exec(first)?.[1], Number(RESPONSE.exec(first)?.[1])];
  const at = { exchange, side };
  const http = withinLimits({
    ...(side === 'request' ? { ...(method && { method }), url: URL.exec(first)?.[0] ?? '' } : { status }),
    ...(headers.length > 0 && { headers: headerRecord(headers) }),
  });
  const shown = text.slice(body.start, Math.max(body.start, body.end)).replace(INDENT, '');
  const whole = shown.replace(CUT, '').trim();
  if (whole === '') return { http };
  if (whole.length < shown.trim().length)
    caught.fault(
      faultAt(at, 'not-printed', 'error', body, 'the whole body', '(cut off)', 'what is there was read'),
      'mitmdump left out the end of the body: it prints all with --flow-detail 4',
    );
  if (whole.startsWith('<')) return { ...messageOfXml(caught, at, whole, body), http };
  const reading = rank(readForms(shown))[0]?.reading;
  if (!reading) return { http };
  for (const slip of reading.slips) caught.fault({ ...slip, ...body, at }, slip.found);
  return { bytes: bodyOf(caught, http, reading.bytes, at, body), http };
}

/** Reads what mitmdump prints of flows with their bodies, as dumps or as XML. `undefined` where the text is none. */
export function readMitmdumpLog(text: string): Capture | undefined {
  if (!/^ {0,4}<< (?:HTTP\/[\d.]{1,3} )?\d{3}\b/m.test(text)) return undefined;
  const caught = new Catch();
  for (const part of partsOf(text)) {
    const exchange = caught.turnOf(part.side);
    const target = caught.exchanges[exchange];
    if (!target) break;
    target[part.side] = messageOf(caught, text, part, exchange);
  }
  const some = caught.exchanges.some(({ request, response }) => request?.bytes ?? response?.bytes);
  return some && caught.exchanges.some(({ request }) => request?.http?.url)
    ? { kind: 'mitmproxy', form: 'flows as mitmdump prints them', caught }
    : undefined;
}

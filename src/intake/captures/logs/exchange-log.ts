import type { Http, Message, Side } from '../../../conversation/index.ts';
import { readHead } from '../../http-head.ts';
import { Catch, faultAt, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { logLines } from './log-lines.ts';
import { messageOfXml } from './printed-xml.ts';

const IS_LOG = /^[ \t]*(?:Request|Response)Body ?:[ \t]*\r?$/m;
const ENTRY = /^[ \t]*Log ?Entry ?: ?\d/;
/** What stands in the place of a body that there is none of. */
const NO_BODY = /^\[No Xml\w*\]$/;
const RULE = /^[ \t]*-{5,}[ \t]*$/;
/** A name alone on its line: what follows is its value, up to the next. */
const NAME = /^[ \t]*([A-Z][A-Za-z_]{2,60}) ?:[ \t]*$/;

/** What an entry says of one exchange, by name. */
type Entry = Map<string, Stretch>;

function* entriesOf(text: string): Generator<Entry> {
  let entry: Entry = new Map();
  let open: Stretch | undefined;
  for (const { end, start, head } of logLines(text)) {
    const name = NAME.exec(head)?.[1];
    if (ENTRY.test(head) || (name !== undefined && entry.has(name))) {
      if (entry.size > 0) yield entry;
      entry = new Map();
      open = undefined;
    }
    if (name !== undefined) {
      open = { start: Math.min(end + 1, text.length), end };
      entry.set(name, open);
    } else if (RULE.test(head)) {
      open = undefined;
    } else if (open) {
      open.start = Math.min(open.start, start);
      open.end = end;
    }
  }
  if (entry.size > 0) yield entry;
}

function headOf(text: string, entry: Entry, side: Side): Http | undefined {
  const place = entry.get(side === 'request' ? 'RequestHeader' : 'ResponseHeader');
  const begin = place ? /\S/.exec(text.slice(place.start, place.end))?.index : undefined;
  const head =
    place && begin !== undefined ? readHead(text.slice(0, place.end), place.start + begin) : undefined;
  return head?.side === side ? withinLimits(head.http) : undefined;
}

function bodyOf(caught: Catch, exchange: number, text: string, entry: Entry, side: Side): Message {
  const place = entry.get(side === 'request' ? 'RequestBody' : 'ResponseBody');
  if (!place) return {};
  const body = text.slice(place.start, place.end).trim().replace(NO_BODY, '');
  const at = { exchange, side };
  if (body === '' || body.startsWith('<')) return messageOfXml(caught, at, body, place);
  const shown = body.length > 80 ? `${body.slice(0, 79)}…` : body;
  const assumed = 'the message is left without bytes';
  caught.fault(
    faultAt(at, 'not-captured', 'warning', place, 'XML', `“${shown}”`, assumed),
    `the log holds no XML of it: “${shown}”`,
  );
  return {};
}

/**
 * Reads a mailbox log of Exchange (`Get-MobileDeviceStatistics -GetMailboxLog`): heads of requests and replies, and
 * their bodies as XML with most contents left out. `undefined` where the text is none.
 */
export function readExchangeLog(text: string): Capture | undefined {
  if (!IS_LOG.test(text)) return undefined;
  const caught = new Catch();
  for (const entry of entriesOf(text)) {
    if (!['RequestHeader', 'RequestBody', 'ResponseHeader', 'ResponseBody'].some((name) => entry.has(name)))
      continue;
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    for (const side of ['request', 'response'] as const) {
      const http = headOf(text, entry, side);
      const message = bodyOf(caught, exchange, text, entry, side);
      if (http || message.bytes) target[side] = http ? { ...message, http } : message;
    }
  }
  if (caught.exchanges.length === 0) return undefined;
  caught.remarks.push(
    'Exchange logs XML, so the bytes are made from it and may differ from those that were sent',
  );
  return { kind: 'server-log', form: 'a mailbox log of Exchange', caught };
}

import type { Http, Side } from '../../../conversation/index.ts';
import { unprefixed } from '../../line-prefix.ts';
import { Catch, faultAt, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { logLines } from './log-lines.ts';
import { messageOfXml } from './printed-xml.ts';

const IS_LOG = /\d\d,\d{3} [A-Z]{4,5} {1,2}\[[^\]\n]{0,600}\] \[[^\]\n]{0,600}\] sync -(?: |\r?$)/m;
const STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]{4,5} /;
/** The thread and the address it works on, what is known of the client, and what is said. */
const ENTRY = /^.{23} [A-Z]{4,5} +\[([^\]:]{1,100}):?([^\]]{0,500})\] \[([^\]]{0,500})\] sync -(?: |$)/;
const STATUS = /^HTTP\/1\.[01] (\d{3}) /;
const CLIENT = /^User=.*?; ?UA=([^;]{1,200});.*?; ?PolicyKey=(\d{1,10})/;
/** Only replies have one, but for what a phone says of a policy. */
const REPLY = /<(?:\w{1,40}:)?Status>/;

interface Entry {
  thread: string;
  http: Http;
  content: Stretch;
}

function* entriesOf(text: string): Generator<Entry> {
  let entry: Entry | undefined;
  for (const { start, end, head } of logLines(text)) {
    if (!STAMP.test(head)) {
      if (entry) entry.content.end = end;
      continue;
    }
    if (entry) yield entry;
    entry = undefined;
    const [all = '', thread = '', url = '', known = ''] = ENTRY.exec(head) ?? [];
    const version = /\bVersion=([\d.]{1,8})/.exec(known)?.[1];
    const headers = version === undefined ? {} : { 'MS-ASProtocolVersion': version };
    const content = { start: start + all.length, end };
    if (all !== '') entry = { thread, http: { method: 'POST', url, headers }, content };
  }
  if (entry) yield entry;
}

/** Puts what the threads say together, exchange by exchange. */
class Talk {
  readonly caught = new Catch();
  /** The exchange that a thread works on. */
  private readonly open = new Map<string, number>();
  private readonly clients = new Map<string, Record<string, string>>();

  client(thread: string, userAgent: string, policyKey: string): void {
    this.clients.set(thread, { 'User-Agent': userAgent, 'X-MS-PolicyKey': policyKey });
  }

  message(entry: Entry, xml: string): void {
    const isReply = REPLY.test(xml) && !/[?&]Cmd=Provision\b/.test(entry.http.url ?? '');
    const side: Side = isReply || this.open.has(entry.thread) ? 'response' : 'request';
    const exchange = this.exchangeOf(entry);
    const target = this.caught.exchanges[exchange];
    if (!target) return;
    const message = messageOfXml(this.caught, { exchange, side }, xml, entry.content);
    target[side] = { ...message, ...target[side] };
    if (side === 'response') this.open.delete(entry.thread);
  }

  /** A request that is printed as something else than XML: a mail before version 14. */
  other(entry: Entry): void {
    if (this.open.has(entry.thread)) return;
    const at = { exchange: this.exchangeOf(entry), side: 'request' } as const;
    const assumed = 'the message is left without bytes';
    const found = 'something else';
    this.caught.fault(
      faultAt(at, 'not-captured', 'warning', entry.content, 'XML', found, assumed),
      'the log prints something else than XML',
    );
  }

  status(entry: Entry, status: number): void {
    const target = this.caught.exchanges[this.open.get(entry.thread) ?? -1];
    if (target) target.response = { http: { status } };
    this.open.delete(entry.thread);
  }

  private exchangeOf({ thread, http }: Entry): number {
    const known = this.open.get(thread);
    if (known !== undefined) return known;
    const headers = { ...http.headers, ...this.clients.get(thread) };
    const exchange = this.caught.add({ request: { http: withinLimits({ ...http, headers }) } });
    this.clients.delete(thread);
    this.open.set(thread, exchange);
    return exchange;
  }
}

/**
 * Reads a `sync.log` of Zimbra: requests and replies as XML, a thread each. `undefined` where the text is none.
 */
export function readZimbraLog(log: string): Capture | undefined {
  if (!IS_LOG.test(log)) return undefined;
  const { text, from } = unprefixed(log) ?? { text: log, from: (at: number) => at };
  const talk = new Talk();
  for (const entry of entriesOf(text)) {
    const { start, end } = entry.content;
    const told = text.slice(start, end).trim();
    const status = STATUS.exec(told)?.[1];
    const client = CLIENT.exec(told.slice(0, 600));
    entry.content = { start: from(start), end: from(end) };
    if (told.startsWith('<')) talk.message(entry, told.slice(0, told.lastIndexOf('>') + 1));
    else if (status !== undefined) talk.status(entry, Number(status));
    else if (client) talk.client(entry.thread, client[1] ?? '', client[2] ?? '');
    else if (told.includes('\n')) talk.other(entry);
  }
  const { caught } = talk;
  if (caught.exchanges.length === 0) return undefined;
  caught.remarks.push(
    'Zimbra logs XML, so the bytes are made from it and may differ from those that were sent',
  );
  return { kind: 'server-log', form: 'a sync.log of Zimbra', caught };
}

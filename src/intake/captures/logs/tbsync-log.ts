import type { Http, Message, Side } from '../../../conversation/index.ts';
import { Catch, withinLimits, type Capture, type Stretch } from '../catch.ts';
import { logLines } from './log-lines.ts';
import { messageOfXml } from './printed-xml.ts';

const IS_LOG =
  /^\[(?:WB)?XML: (?:Sending|Receiving) data |\[eas:net\] (?:send|receive) \w|^\[(?:send|receiv)ing[^\n]{0,200}\] : /im;
/** The line between entries up to version 4, and the first line of an entry. */
const RULE = /^\*\* .{4,150} \*\*$/;
const TITLE = /^\[([^\n]{1,300}?)\] : ?/;
const MESSAGE = /^(WBXML|XML): (Sending|Receiving) data (.*)$/;
/** The same before version 1: `[Sending data <…> for Ann (WBXML)]`, `[receiving (xml)]`, `[sending]`. */
const OLD_MESSAGE = /^(Sending|Receiving)\b(?: data)? ?(.*?)(?: ?\((WBXML|XML|bytes)\))?$/i;
const ADDRESS = /^Sending \(EAS v([\d.]{1,8})\)$/;
/** The first line of an entry since version 5. */
const STAMPED = /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z? \[\w{1,10}\] /;
const NETWORK = /\[eas:net\] (send|receive) (\w{1,40})\s*$/;
const EMPTY = /\[eas:sync\] empty-body \w{1,40} response/;
/** Texts are percent-encoded in the XML, though not in the bytes. */
const TEXT = />([^<>]*)</g;

const decoded = (xml: string): string =>
  xml.replace(TEXT, (whole, text: string) => {
    if (!text.includes('%')) return whole;
    try {
      const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
      return `>${decodeURIComponent(text).replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)}<`;
    } catch {
      return whole;
    }
  });

/** `3 1 6a 0`: a token a byte; `undefined` where something else stands there. */
function bytesOf(tokens: string): Uint8Array | undefined {
  const words = tokens.trim().split(/\s+/);
  return words.every((word) => /^[0-9a-f]{1,2}$/i.test(word))
    ? Uint8Array.from(words, (word) => Number.parseInt(word, 16))
    : undefined;
}

/** Puts messages together, exchange by exchange, as the client sends and receives them. */
class Talk {
  readonly caught = new Catch();
  /** The title of the message that was read from its bytes: its XML follows, and says the same. */
  private fromBytes = '';

  bytes(side: Side, title: string, bytes: Uint8Array): void {
    this.put(side, () => ({ bytes }));
    this.fromBytes = `${side} ${title}`;
  }

  xml(side: Side, title: string, xml: string, place: Stretch): void {
    const known = this.fromBytes === `${side} ${title}`;
    this.fromBytes = '';
    if (!known && xml.trim().startsWith('<'))
      this.put(side, (exchange) => messageOfXml(this.caught, { exchange, side }, decoded(xml), place));
  }

  /** What an entry holds: XML, or bytes as tokens. */
  told(side: Side, title: string, isXml: boolean, content: string, place: Stretch): void {
    const bytes = isXml ? undefined : bytesOf(content);
    if (bytes) this.bytes(side, title, bytes);
    else if (isXml) this.xml(side, title, content, place);
  }

  /** Where the last request went. */
  address(http: Http): void {
    const request = this.caught.exchanges.at(-1)?.request;
    if (request) request.http = withinLimits(http);
  }

  private put(side: Side, make: (exchange: number) => Message): void {
    const exchange = this.caught.turnOf(side);
    const target = this.caught.exchanges[exchange];
    if (target) target[side] = make(exchange);
  }
}

/** An entry: its first line and what follows it. */
interface Entry {
  title: string;
  content: Stretch;
}

function* entriesOf(text: string): Generator<Entry> {
  let entry: Entry | undefined;
  for (const { start, end, head } of logLines(text)) {
    const title = TITLE.exec(head);
    const stamped = STAMPED.test(head);
    if (RULE.test(head) || title || stamped) {
      if (entry) yield entry;
      entry = undefined;
    }
    if (title) entry = { title: title[1] ?? '', content: { start: start + title[0].length, end } };
    else if (stamped) entry = { title: head, content: { start: end, end } };
    else if (entry) entry.content.end = end;
  }
  if (entry) yield entry;
}

/**
 * Reads a debug log of TbSync, the ActiveSync client of Thunderbird: up to version 4 the bytes as hex tokens, since then
 * XML. `undefined` where the text is none.
 */
export function readTbsyncLog(text: string): Capture | undefined {
  if (!IS_LOG.test(text)) return undefined;
  const talk = new Talk();
  for (const { title, content } of entriesOf(text)) {
    const told = text.slice(content.start, content.end);
    const message = MESSAGE.exec(title);
    const network = NETWORK.exec(title);
    const address = ADDRESS.exec(title);
    const old = message || network || address ? null : OLD_MESSAGE.exec(title);
    if (message) {
      const [, form, direction, whose = ''] = message;
      talk.told(direction === 'Sending' ? 'request' : 'response', whose, form === 'XML', told, content);
    } else if (old) {
      const [, direction = '', whose = '', form] = old;
      const isXml = form === undefined ? told.trim().startsWith('<') : /^xml$/i.test(form);
      talk.told(/^s/i.test(direction) ? 'request' : 'response', whose, isXml, told, content);
    } else if (network) {
      talk.xml(network[1] === 'send' ? 'request' : 'response', '', told, content);
    } else if (EMPTY.test(title)) {
      talk.bytes('response', '', new Uint8Array(0));
    } else if (address) {
      const [, method, url] = /^([A-Z]{3,16}) (\S{1,2000})/.exec(told) ?? [];
      if (method && url) talk.address({ method, url, headers: { 'MS-ASProtocolVersion': address[1] ?? '' } });
    }
  }
  const { caught } = talk;
  if (caught.exchanges.length === 0) return undefined;
  return { kind: 'server-log', form: 'a debug log of TbSync', caught };
}

import { fromBase64 } from '../../../bytes/index.ts';
import type { Message, Side } from '../../../conversation/index.ts';
import { latin1Bytes, textBytes } from '../../text-bytes.ts';
import { Catch, faultAt, type Capture, type Stretch } from '../catch.ts';
import { messageOf } from '../messages.ts';
import { readSingle } from '../wire.ts';
import { byTime } from './by-time.ts';

/** As much of a file as its root element and the declarations before it take. */
const HEAD = 8192;
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

/** What an element of an item holds. Text offsets, half-open. */
interface Held extends Stretch {
  /** Its start tag. */
  tag: string;
}

/** The content of the next element `name` from `from` on that begins before `to`; `undefined` where there is none. */
function elementIn(text: string, name: string, from: number, to: number): Held | undefined {
  const part = text.slice(from, to);
  let at = part.indexOf(`<${name}`);
  while (at >= 0 && !/[\s/>]/.test(part.charAt(at + name.length + 1))) at = part.indexOf(`<${name}`, at + 1);
  const close = at < 0 ? -1 : part.indexOf('>', at);
  if (close < 0) return undefined;
  const inside = from + close + 1;
  const tag = part.slice(at, close + 1);
  if (tag.endsWith('/>')) return { tag, start: inside, end: inside };
  const isCdata = text.startsWith(CDATA, inside);
  const start = isCdata ? inside + CDATA.length : inside;
  const end = text.indexOf(isCdata ? CDATA_END : `</${name}>`, start);
  return { tag, start, end: end < 0 ? text.length : end };
}

interface Item {
  /** Seconds; only their order counts. */
  time: number | undefined;
  request: Held | undefined;
  response: Held | undefined;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** `Tue Jan 10 17:55:22 EST 2023`: a zone has many names, and one file has one zone. */
const TIME = /^\s*\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) \S+ (\d{4})/;

function timeIn(text: string): number | undefined {
  const [, month = '', day, hour, minute, second, year] = TIME.exec(text) ?? [];
  const number = MONTHS.indexOf(month) / 3;
  if (month === '' || number < 0) return undefined;
  return Date.UTC(Number(year), number, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
}

const ITEM = '<item>';

/** All items; the last may be cut off. A body that is not in base64 may hold anything, tags of items too. */
function itemsIn(text: string): Item[] {
  const items: Item[] = [];
  const nextItem = (from: number): number => {
    const next = text.indexOf(ITEM, from);
    return next < 0 ? text.length : next;
  };
  for (let at = nextItem(0); at < text.length;) {
    const from = at + ITEM.length;
    const limit = nextItem(from);
    const time = elementIn(text.slice(0, limit), 'time', from, limit); // one that is not closed ends with its item
    const request = elementIn(text, 'request', from, limit);
    const behind = request?.end ?? from;
    const response = elementIn(text, 'response', behind, nextItem(behind));
    items.push({ time: time && timeIn(text.slice(time.start, time.end)), request, response });
    at = nextItem(Math.max(behind, response?.end ?? 0));
  }
  return items;
}

/** Newest first is as usual as oldest first: what happened within one second is then in reverse too. */
function inOrder(items: readonly Item[]): Item[] {
  const times = items.flatMap(({ time }) => time ?? []);
  const isReversed = (times[0] ?? 0) > (times.at(-1) ?? 0);
  return byTime(isReversed ? [...items].reverse() : items, ({ time }) => time);
}

/** What a message was on the wire; `undefined` where it is not the base64 it is said to be. */
function wireBytes(text: string, { tag, start, end }: Held): Uint8Array | undefined {
  const content = text.slice(start, end);
  if (/\bbase64\s*=\s*["']true["']/i.test(tag)) return fromBase64(content);
  return latin1Bytes(content) ?? textBytes(content);
}

function readMessage(
  caught: Catch,
  text: string,
  held: Held | undefined,
  exchange: number,
  side: Side,
): Message | undefined {
  if (!held || held.end <= held.start) return undefined;
  const at = { exchange, side };
  const bytes = wireBytes(text, held);
  if (!bytes) {
    const assumed = 'the message is left out';
    caught.fault(
      faultAt(at, 'bad-base64', 'error', held, 'base64', 'other characters', assumed),
      'it is not the base64 it is said to be',
    );
    return undefined;
  }
  // within the message: a search of the whole file goes to its end for each of them
  const inside = text.slice(held.start, held.end).indexOf('\ufffd');
  if (inside >= 0) {
    const lost = held.start + inside;
    const found = 'U+FFFD, put in place of bytes that are no text';
    const assumed = 'what stands before it is as it was';
    caught.fault(
      faultAt(at, 'lost-characters', 'error', { start: lost, end: lost + 1 }, 'base64', found, assumed),
      'lossy: U+FFFD stands in place of bytes that are no text; save the items again with base64',
    );
  }
  const wire = readSingle(bytes);
  return wire?.side === side ? messageOf(caught, wire, exchange, held) : undefined;
}

/**
 * Reads the items that Burp Suite saves as XML, each a request and its answer as they went over the wire, in base64
 * or not. `undefined` where the text is none.
 */
export function readBurp(text: string): Capture | undefined {
  if (!/<items\b[^>]{0,200}\bburpVersion\s*=/.test(text.slice(0, HEAD))) return undefined;
  const caught = new Catch();
  for (const item of inOrder(itemsIn(text))) {
    const exchange = caught.add({});
    const target = caught.exchanges[exchange];
    if (!target) continue;
    const request = readMessage(caught, text, item.request, exchange, 'request');
    const response = readMessage(caught, text, item.response, exchange, 'response');
    if (request) target.request = request;
    if (response) target.response = response;
  }
  if (!text.includes('</items>')) {
    const place = { start: text.length, end: text.length };
    const assumed = `${caught.exchanges.length} items were read`;
    caught.fault(
      faultAt(undefined, 'bad-capture', 'error', place, '</items>', 'the end of the file', assumed),
    );
    caught.remarks.push('The file is cut off: the items that are there were read');
  }
  return { kind: 'burp', form: 'items saved by Burp Suite', caught };
}

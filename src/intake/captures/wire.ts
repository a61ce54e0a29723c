import type { Http, Side } from '../../conversation/index.ts';
import { headerOf } from '../../eas/index.ts';
import { joinChunks } from '../http-body.ts';
import { nextStart, readHead, type HttpHead } from '../http-head.ts';
import { latin1Text } from '../text-bytes.ts';

/** Why a body is not all there. */
export interface Cut {
  /** Bytes of it that are there. */
  have: number;
  /** Bytes it should have, where its header says so. */
  wanted?: number;
  why: string;
}

/** An HTTP message as it went over the wire, chunks joined, nothing else undone. */
export interface WireMessage {
  side: Side;
  http: Http;
  body: Uint8Array;
  /** Where it starts, in bytes of its run. */
  start: number;
  cut?: Cut;
}

/** What a reader of one direction asks and tells. */
export interface WireListener {
  /** The method of the request that the response at `start` answers, where it is known. */
  methodFor(start: number): string | undefined;
  message(message: WireMessage): void;
}

interface Read {
  body: Uint8Array;
  next: number;
  cut?: Cut;
  /** Bytes of the body that are still to come behind a gap. */
  owed?: number;
}

const NOTHING = new Uint8Array(0);

/** Offset behind the trailers: the line behind the first empty one. */
function afterTrailers(text: string, at: number): number {
  for (let from = at; from < text.length;) {
    const stop = text.indexOf('\n', from);
    if (stop < 0) return text.length;
    if (stop - from <= 1) return stop + 1;
    // a start line where a trailer should stand: whoever sent this left the empty line out
    if (nextStart(text.slice(from, Math.min(stop + 1, from + 4096)), 0) === 0) return from;
    from = stop + 1;
  }
  return text.length;
}

function hasNoBody({ side, http }: HttpHead, method: string | undefined): boolean {
  if (side === 'request') return false;
  const status = http.status ?? 0;
  return status < 200 || status === 204 || status === 304 || method === 'HEAD';
}

function chunkedBody(text: string, bytes: Uint8Array, bodyStart: number): Read {
  const joined = joinChunks(bytes, bodyStart);
  const have = joined.bytes.length;
  if (joined.brokenAt === undefined) return { body: joined.bytes, next: afterTrailers(text, joined.next) };
  const atEnd = joined.brokenAt >= bytes.length;
  const why = atEnd ? 'the chunks are not all there' : 'something that is no chunk stands between the chunks';
  return { body: joined.bytes, next: joined.next, cut: { have, why } };
}

/** A message that is all of a file: what stands behind its head is its body, whatever was undone before it was saved. */
export function readSingle(bytes: Uint8Array): WireMessage | undefined {
  const text = latin1Text(bytes);
  const start = nextStart(text, /^\s*/.exec(text.slice(0, 64))?.[0].length ?? 0);
  const head = start < 0 ? undefined : readHead(text, start);
  if (!head) return undefined;
  const { side, http, bodyStart } = head;
  const rest = bytes.slice(bodyStart);
  const chunked = /\bchunked\b/i.test(headerOf(http, 'transfer-encoding') ?? '');
  const read: Read = chunked ? chunkedBody(text, bytes, bodyStart) : { body: rest, next: bytes.length };
  // nothing that begins with a chunk: they were joined before
  const body = read.body.length === 0 && rest.length > 5 ? rest : read.body;
  const length = Number(/^\s*(\d{1,12})\s*$/.exec(headerOf(http, 'content-length') ?? '')?.[1] ?? Number.NaN);
  if (length > body.length)
    return {
      side,
      http,
      body,
      start,
      cut: { have: body.length, wanted: length, why: 'the rest is not in the file' },
    };
  return { side, http, body, start, ...(body !== rest && read.cut && { cut: read.cut }) };
}

/** Reads the body behind a head. `last`: no bytes were lost behind this run. */
function readBody(
  text: string,
  bytes: Uint8Array,
  head: HttpHead,
  method: string | undefined,
  last: boolean,
): Read {
  const { http, bodyStart, side } = head;
  if (hasNoBody(head, method)) return { body: NOTHING, next: bodyStart };
  if (/\bchunked\b/i.test(headerOf(http, 'transfer-encoding') ?? ''))
    return chunkedBody(text, bytes, bodyStart);
  const given = headerOf(http, 'content-length');
  const length = given === undefined ? Number.NaN : Number(/^\s*(\d{1,12})/.exec(given)?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) {
    if (side === 'request') return { body: NOTHING, next: bodyStart };
    const body = bytes.slice(bodyStart);
    const cut = last ? {} : { cut: { have: body.length, why: 'the bytes behind were not captured' } };
    return { body, next: bytes.length, ...cut };
  }
  const end = bodyStart + length;
  if (end <= bytes.length) return { body: bytes.slice(bodyStart, end), next: end };
  const body = bytes.slice(bodyStart);
  const cut = { have: body.length, wanted: length, why: 'the rest was not captured' };
  return { body, next: bytes.length, cut, owed: end - bytes.length };
}

/**
 * Reads the HTTP/1.x messages of one gapless run of bytes of one direction, many of them one behind the other.
 * Interim responses (1xx) are passed over. Linear; never fails: what is no message is skipped.
 * @param from where to begin, in bytes
 * @param last whether nothing was lost behind the run
 * @returns bytes of the last body that lie behind the run
 */
export function readWire(bytes: Uint8Array, from: number, last: boolean, listener: WireListener): number {
  const text = latin1Text(bytes);
  for (let at = nextStart(text, from); at >= 0 && at < text.length;) {
    const head = readHead(text, at);
    if (!head) break;
    const start = head.start;
    const interim = head.side === 'response' && (head.http.status ?? 0) < 200;
    if (interim && head.http.status !== 101) {
      at = nextStart(text, head.bodyStart);
      continue;
    }
    const method = head.side === 'response' ? listener.methodFor(start) : undefined;
    const read = readBody(text, bytes, head, method, last);
    const unfinished = !head.closed && { have: 0, why: 'its headers are not all there' };
    const cut = read.cut ?? (unfinished || undefined);
    listener.message({ side: head.side, http: head.http, body: read.body, start, ...(cut && { cut }) });
    if (head.http.status === 101) break; // from here on it is another protocol
    if (read.owed !== undefined) return read.owed;
    at = nextStart(text, read.next);
  }
  return 0;
}

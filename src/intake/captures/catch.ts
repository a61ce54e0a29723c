import {
  HeaderCollector,
  LIMITS,
  type Exchange,
  type Http,
  type MessagePlace,
  type Side,
} from '../../conversation/index.ts';
import { losesBytes, recordedInPart } from '../recorded.ts';
import { slip, type Slip } from '../reading.ts';
import type { PasteKind, PasteProblemCode } from '../types.ts';

/** Bytes that may be unpacked from one capture: many small packings must not grow into what no tab can hold. */
const MOST_UNPACKED = 128 * 1024 * 1024;
/** The same of one message. */
const MOST_OF_ONE = 32 * 1024 * 1024;
/** Problems of one capture that are told one by one; of the rest the number is told. */
const MOST_FAULTS = 40;

/** What is wrong with a capture in one place. */
export type Fault = Slip & { at?: MessagePlace };

/** Where in the input something was found: text offsets, or bytes where bytes were given; half-open. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * What comes out of a capture: exchanges in order, what is wrong, and remarks about what was left out. It keeps to
 * the limits of a conversation.
 */
export class Catch {
  readonly exchanges: Exchange[] = [];
  readonly faults: Fault[] = [];
  /** Sentences about the whole, for a person. */
  readonly remarks: string[] = [];
  /** Faults that were not kept. */
  hushed = 0;
  /** Exchanges past the limit. */
  leftOut = 0;
  private unpacked = 0;
  /** Messages that lost bytes: more of them than faults are kept. */
  private parts: MessagePlace[] = [];

  /** Adds an exchange; its place in the conversation, or −1 where there is no more room. */
  add(exchange: Omit<Exchange, 'id'>): number {
    if (this.exchanges.length >= LIMITS.exchanges) {
      this.leftOut++;
      return -1;
    }
    return this.exchanges.push({ id: String(this.exchanges.length + 1), ...exchange }) - 1;
  }

  /** The exchange that a message goes into where they come in order: a reply joins the last one that waits for it. */
  turnOf(side: Side): number {
    const last = this.exchanges.at(-1);
    return side === 'response' && last && !last.response ? this.exchanges.length - 1 : this.add({});
  }

  /** Takes back the last exchange and what was said about it. */
  dropLast(): void {
    this.exchanges.pop();
    while (this.faults.at(-1)?.at?.exchange === this.exchanges.length) this.faults.pop();
    while (this.parts.at(-1)?.exchange === this.exchanges.length) this.parts.pop();
  }

  /** Keeps a fault; one about a message also becomes a note of its exchange. */
  fault(fault: Fault, note?: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
    else this.hushed++;
    if (fault.at && losesBytes(fault)) this.parts.push(fault.at);
    if (note !== undefined && fault.at) this.note(fault.at, note);
  }

  /** Adds a sentence to the note of an exchange. */
  note({ exchange, side }: MessagePlace, words: string): void {
    const target = this.exchanges[exchange];
    if (!target) return;
    const whose = side === 'request' ? 'Request' : 'Reply';
    const note = `${target.note === undefined ? '' : `${target.note} `}${whose}: ${words}.`;
    if (note.length <= LIMITS.note) target.note = note;
  }

  /** The exchanges, with what is said of messages that lost bytes. */
  get told(): Exchange[] {
    const told = [...this.exchanges];
    for (const { exchange, side } of this.parts) {
      const old = told[exchange];
      if (old) told[exchange] = recordedInPart(old, side);
    }
    return told;
  }

  /** How many bytes the next body may become when it is unpacked. */
  get room(): number {
    return Math.max(0, Math.min(MOST_OF_ONE, MOST_UNPACKED - this.unpacked));
  }

  /** Says that `bytes` bytes were unpacked. */
  spend(bytes: number): void {
    this.unpacked += bytes;
  }
}

/** A capture as a form reads it. */
export interface Capture {
  kind: PasteKind;
  /** What it was taken for: 'a HAR file'. */
  form: string;
  caught: Catch;
  /** False where nothing says whose the messages are. */
  sideKnown?: boolean;
}

/** A fault of a message. */
export function faultAt(
  at: MessagePlace | undefined,
  code: PasteProblemCode,
  severity: Slip['severity'],
  { start, end }: Stretch,
  expected: string,
  found: string,
  assumed: string,
): Fault {
  const one = slip(code, severity, start, end, expected, found, assumed);
  return at && at.exchange >= 0 ? { ...one, at } : one;
}

/** HTTP facts within the limits: what is too long to be real is left out, never cut. */
export function withinLimits(http: Http): Http {
  const { method, url, status, headers } = http;
  const kept: Http = {};
  if (method !== undefined && method !== '' && method.length <= LIMITS.method) kept.method = method;
  if (url !== undefined && url !== '' && url.length <= LIMITS.url) kept.url = url;
  if (status !== undefined && Number.isInteger(status) && status > 0 && status <= 999) kept.status = status;
  const fitting = Object.entries(headers ?? {})
    .filter(([name]) => name !== '__proto__') // no file of a conversation may hold it
    .filter(([name, value]) => name.length <= LIMITS.headerName && value.length <= LIMITS.headerValue)
    .slice(0, LIMITS.headers);
  if (fitting.length > 0) kept.headers = Object.fromEntries(fitting);
  return kept;
}

/** Headers as a record; repeated ones are joined by a comma (RFC 9110 §5.3), the first spelling stays. */
export function headerRecord(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const headers = new HeaderCollector();
  for (const [name, value] of pairs) if (!name.startsWith(':')) headers.add(name, value);
  return headers.record();
}

/** A place of a side, for faults. */
export const placeOf = (exchange: number, side: Side): MessagePlace => ({ exchange, side });

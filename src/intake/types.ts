import type { Conversation, MessagePlace, Side } from '../conversation/index.ts';

/**
 * What a paste was taken for. `hex`: pairs of digits, however separated. `hex-tokens`: a token a byte, one or two
 * digits each. `bits`: binary digits. `array`: a list in source code. `escaped`: a string with escapes. `hex-dump`: rows with offsets.
 * `word-dump`: rows of little-endian words. `binary`: the bytes themselves. `unpacked`: what another reading
 * holds, unpacked. `carried`: what short messages, a WAP push or OBEX packets carried. `har` to `frames`: records of
 * network traffic, and what servers and tools log of it. `inside`: a message found in the middle of other bytes.
 * `fixture`, `report`: what this page wrote. `text`: nothing that stands for bytes.
 */
export type PasteKind =
  | 'hex'
  | 'hex-tokens'
  | 'bits'
  | 'decimal'
  | 'octal'
  | 'array'
  | 'escaped'
  | 'hex-dump'
  | 'word-dump'
  | 'base64'
  | 'data-url'
  | 'percent'
  | 'http'
  | 'binary'
  | 'unpacked'
  | 'carried'
  | 'xml'
  | 'har'
  | 'saz'
  | 'charles'
  | 'burp'
  | 'pcap'
  | 'pcapng'
  | 'mitmproxy'
  | 'server-log'
  | 'curl'
  | 'frames'
  | 'inside'
  | 'fixture'
  | 'report'
  | 'text';

/** One reading of a paste, with all it would become. */
export interface Candidate {
  kind: PasteKind;
  /** One or two sentences for a person: what it was taken for, and how the bytes read. */
  why: string;
  /** The messages, with exactly the bytes that were read. Without exchanges for `text`. */
  conversation: Conversation;
  /** Whether HTTP or words in the text say whose the messages are; else each was put down as a response. */
  sideKnown: boolean;
  problems: PasteProblem[];
  /** XML text, where that is what was pasted: the caller encodes it and puts the bytes at `xmlOf`. */
  xml?: string;
  /** The message that `xml` is the text of; it has no bytes yet. */
  xmlOf?: { exchange: number; side: Side };
  /** Set where the message is a part of other bytes: it may be made to start elsewhere, with `startFrom`. */
  startAt?: StartAt;
}

/** Where a message begins inside other bytes. */
export interface StartAt {
  /** All the bytes. */
  whole: Uint8Array;
  /** Where the message was taken to begin, in bytes. */
  offset: number;
  /** Other offsets at which WBXML may begin, best first. */
  others: number[];
}

/** Every way a form can be broken; documentation and tests use the names. */
export type PasteProblemCode =
  | 'odd-digit'
  | 'bad-digit'
  | 'out-of-range'
  | 'not-printed'
  | 'length-differs'
  | 'missing-bytes'
  | 'overlapping-rows'
  | 'too-large'
  | 'bad-base64'
  | 'left-over-bits'
  | 'bad-escape'
  | 'unfinished'
  | 'lost-characters'
  | 'bad-chunk'
  | 'bad-packing'
  | 'cut-off'
  | 'lost-segments'
  | 'encrypted'
  | 'bad-capture'
  | 'not-captured';

/** A place where the paste is not what its form asks for. */
export interface PasteProblem {
  code: PasteProblemCode;
  /** `error`: bytes are missing or uncertain. `warning`: all bytes were read, yet something disagrees. */
  severity: 'error' | 'warning';
  /** Half-open, in UTF-16 units of the pasted text; in bytes where bytes were given. */
  start: number;
  end: number;
  /** Where `start` is, both from 1; columns in the same unit as `start`. */
  line: number;
  column: number;
  expected: string;
  found: string;
  assumed: string;
  /** The message it is about, where one reading holds many. */
  at?: MessagePlace;
}

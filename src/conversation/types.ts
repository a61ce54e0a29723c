/**
 * The one shape that carries everything: a conversation is an ordered list of exchanges, an exchange a
 * request and its response, a message bytes and what HTTP said about them.
 */

/** Who wrote a message: a request comes from the phone, a response from the server. */
export type Side = 'request' | 'response';

/** How a verdict is known: a document says so, it was seen on a device, or it was concluded. */
export type Basis = 'spec' | 'reported' | 'inferred';

/** A pasted blob is a conversation of one message; a capture, a log or a simulation is one of many. */
export interface Conversation {
  format: 1;
  title: string;
  note?: string;
  exchanges: Exchange[];
}

/** A request and its response; either may be missing. `id` is unique within its conversation. */
export interface Exchange {
  id: string;
  /** What a person calls it; shown in the timeline. */
  name?: string;
  note?: string;
  request?: Message;
  response?: Message;
}

/** Bytes plus HTTP facts where known. */
export interface Message {
  /** Absent: not captured. Length 0: sent empty. */
  bytes?: Uint8Array;
  http?: Http;
  readAs?: ReadAs;
  /** Whose the text that it was pasted in calls it, by its words: a heading, what a log says. */
  sideTold?: Side;
  /** Set where a part of its bytes was not recorded, or could not be read: what it lacks nobody left out. */
  recorded?: 'in part';
  /** Set where the bytes are the WBXML part of a multipart answer, or were carried by a push. */
  around?: Around;
}

/** What of a body stands before and behind its WBXML part, in base64 with padding. */
export interface Around {
  /** The table of a multipart body, mostly; the head of a push. */
  before: string;
  /** The other parts. */
  after: string;
  /** What `before` is, where it is no table: the head of a message of the Wireless Session Protocol. */
  form?: 'wsp';
  /** What carried all that: short messages, or packets; in the order of their pieces. */
  envelopes?: Envelope[];
}

/** A short message or a packet without the piece that it carries: what stands before and behind that, in base64. */
export interface Envelope {
  kind: 'sms' | 'obex';
  before: string;
  /** Bytes of the piece as they came. */
  size: number;
  after: string;
}

export interface Http {
  method?: string;
  url?: string;
  status?: number;
  /** Looked up without case: use `headerOf`. */
  headers?: Record<string, string>;
}

/** What a person overruled; an absent field is found out from the message. */
export interface ReadAs {
  doctype?: string;
  command?: string;
  side?: Side;
  version?: string;
}

/** A span of one message: bytes, half-open. `exchange` is an index into `Conversation.exchanges`. */
export interface Place {
  exchange: number;
  side: Side;
  start: number;
  end: number;
}

import { sameBytes } from '../bytes/index.ts';
import type { Conversation, Message, MessagePlace, Side } from '../conversation/index.ts';
import { decode, type DecodeOptions } from '../doctypes/index.ts';
import {
  examineMessage,
  judgeTalk,
  type Difference,
  type Examination,
  type Finding,
  type Known,
  type MessagePlace as Spot,
  type Proposal,
  type Seen,
} from '../doctor/index.ts';
import type { ReportOrder } from '../export/index.ts';
import type { Redaction, RedactionChoice } from '../redact/index.ts';
import type { Setup, Transcript } from '../sim/index.ts';
import { readXml, sentRead, toXml, type SentRead } from '../xml/index.ts';
import { pasted, type Pasted } from './pasted.ts';
import { REHEARSALS, rehearsalMessage } from './rehearsal.ts';

/** A message to be examined, with its place and the other half of its exchange. */
export interface Asked {
  message: Message;
  exchange: number;
  side: Side;
  partner: Message | undefined;
  /** The protocol version that other exchanges of the same phone name. */
  neighbours: Known<string> | undefined;
}

/** Work that takes long on a large message. */
export interface Jobs {
  /** A file is read where the job is done: its bytes do not pass through the page first. */
  paste: { input: string | Uint8Array | Blob };
  examine: { messages: readonly Asked[] };
  /** The rules about exchanges and the conversation; what is known of the message at each place. */
  talk: { places: readonly MessagePlace[]; seen: readonly (Seen | undefined)[] };
  /** The XML; nothing where it is longer than `most` UTF-16 units. */
  print: { bytes: Uint8Array; options: DecodeOptions; most: number };
  simulate: { setup: Partial<Setup> };
  /** The search for the table a message was really written with. */
  detect: { message: Message; place: Spot };
  compare: { reference: Message; message: Message; sides: { a: Side; b: Side } };
  /** What each protocol version would find. */
  versions: { message: Message; place: Spot };
  redact: { conversation: Conversation; choice: RedactionChoice };
  /** A report or a fixture, as text. */
  report: ReportOrder;
  /** All that opening a message takes, done once for nothing: the next one finds it loaded and compiled. */
  warm: { bytes: Uint8Array };
}

/** A text, and what it reads as, where that is the bytes it was printed from. */
export interface Printed {
  text: string;
  read?: SentRead;
}

/** What each kind of work gives; all of it can be sent between threads. */
export interface Results {
  paste: Pasted;
  examine: Examination[];
  talk: Finding[];
  print: Printed | undefined;
  simulate: Transcript;
  detect: Proposal[];
  compare: Difference[];
  versions: { version: string; findings: Finding[] }[];
  redact: Redaction;
  report: string;
  warm: undefined;
}

/** How far a job has come: of so many parts so many are done. */
export interface Progress {
  done: number;
  of: number;
}

export type Report = (progress: Progress) => void;

/** Work by kind, on whichever thread. */
export const jobs: {
  [K in keyof Jobs]: (job: Jobs[K], report: Report) => Results[K] | Promise<Results[K]>;
} = {
  paste: async ({ input }) =>
    pasted(input instanceof Blob ? new Uint8Array(await input.arrayBuffer()) : input),
  examine: ({ messages }) => messages.map(({ message, ...place }) => examineMessage(message, place)),
  talk: ({ places, seen }) => judgeTalk(places, seen),
  print: ({ bytes, options, most }) => {
    const decoded = decode(bytes, options);
    const text = toXml(decoded);
    if (text.length > most) return undefined;
    const read = readXml(text, { doctype: decoded.doctype.id });
    return read.bytes && sameBytes(read.bytes, bytes) ? { text, read: sentRead(read) } : { text };
  },
  warm: ({ bytes }) => {
    const large = rehearsalMessage();
    for (let i = 0; i < REHEARSALS; i++) pasted(large);
    for (const one of [bytes, large]) {
      examineMessage({ bytes: one }, { exchange: 0, side: 'response' });
      toXml(decode(one));
    }
    return undefined;
  },
  // Loaded when they are asked for: a large paste does not wait for them.
  redact: async ({ conversation, choice }) =>
    (await import('../redact/index.ts')).redact(conversation, choice),
  simulate: async ({ setup }) => (await import('../sim/index.ts')).simulate(setup),
  detect: async (job, report) => (await import('./looks.ts')).detect(job, report),
  compare: async (job) => (await import('./looks.ts')).compareThem(job),
  versions: async (job) => (await import('./looks.ts')).underEach(job),
  report: async (job) => (await import('./looks.ts')).written(job),
};

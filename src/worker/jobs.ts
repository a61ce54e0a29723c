import type { Conversation, Message, MessagePlace, Side } from '../conversation/index.ts';
import { decode, type DecodeOptions } from '../doctypes/index.ts';
import {
  examineMessage,
  judgeTalk,
  type Examination,
  type Finding,
  type Known,
  type Seen,
} from '../doctor/index.ts';
import { readPaste, type Candidate } from '../intake/index.ts';
import type { Redaction, RedactionChoice } from '../redact/index.ts';
import type { Setup, Transcript } from '../sim/index.ts';
import { toXml } from '../xml/index.ts';

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
  paste: { input: string | Uint8Array };
  examine: { messages: readonly Asked[] };
  /** The rules about exchanges and the conversation; what is known of the message at each place. */
  talk: { places: readonly MessagePlace[]; seen: readonly (Seen | undefined)[] };
  print: { bytes: Uint8Array; options: DecodeOptions };
  simulate: { setup: Partial<Setup> };
  redact: { conversation: Conversation; choice: RedactionChoice };
}

/** What each kind of work gives; all of it can be sent between threads. */
export interface Results {
  paste: Candidate[];
  examine: Examination[];
  talk: Finding[];
  print: string;
  simulate: Transcript;
  redact: Redaction;
}

/** The work itself, on whichever thread. */
export const jobs: { [K in keyof Jobs]: (job: Jobs[K]) => Results[K] | Promise<Results[K]> } = {
  paste: ({ input }) => readPaste(input),
  examine: ({ messages }) => messages.map(({ message, ...place }) => examineMessage(message, place)),
  talk: ({ places, seen }) => judgeTalk(places, seen),
  print: ({ bytes, options }) => toXml(decode(bytes, options)),
  // Loaded when it is asked for: a large paste does not wait for it.
  redact: async ({ conversation, choice }) =>
    (await import('../redact/index.ts')).redact(conversation, choice),
  simulate: async ({ setup }) => (await import('../sim/index.ts')).simulate(setup),
};

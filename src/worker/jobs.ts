import type { Message, Side } from '../conversation/index.ts';
import { decode, type DecodeOptions } from '../doctypes/index.ts';
import { examineMessage, type Examination } from '../doctor/index.ts';
import { readPaste, type Candidate } from '../intake/index.ts';
import { toXml } from '../xml/index.ts';

/** A message to be examined, with its place and the other half of its exchange. */
export interface Asked {
  message: Message;
  exchange: number;
  side: Side;
  partner: Message | undefined;
}

/** Work that takes long on a large message. */
export interface Jobs {
  paste: { input: string | Uint8Array };
  examine: { messages: readonly Asked[] };
  print: { bytes: Uint8Array; options: DecodeOptions };
}

/** What each kind of work gives; all of it can be sent between threads. */
export interface Results {
  paste: Candidate[];
  examine: Examination[];
  print: string;
}

/** The work itself, on whichever thread. */
export const jobs: { [K in keyof Jobs]: (job: Jobs[K]) => Results[K] } = {
  paste: ({ input }) => readPaste(input),
  examine: ({ messages }) => messages.map(({ message, ...place }) => examineMessage(message, place)),
  print: ({ bytes, options }) => toXml(decode(bytes, options)),
};

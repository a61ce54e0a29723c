import type { Conversation } from '../conversation/index.ts';
import { decode, type DecodeOptions } from '../doctypes/index.ts';
import { examine, type Finding } from '../doctor/index.ts';
import { readPaste, type Candidate } from '../intake/index.ts';
import { toXml } from '../xml/index.ts';

/** Work that takes long on a large message. */
export interface Jobs {
  paste: { input: string | Uint8Array };
  examine: { conversation: Conversation };
  print: { bytes: Uint8Array; options: DecodeOptions };
}

/** What each kind of work gives; all of it can be sent between threads. */
export interface Results {
  paste: Candidate[];
  examine: Finding[];
  print: string;
}

/** The work itself, on whichever thread. */
export const jobs: { [K in keyof Jobs]: (job: Jobs[K]) => Results[K] } = {
  paste: ({ input }) => readPaste(input),
  examine: ({ conversation }) => examine(conversation),
  print: ({ bytes, options }) => toXml(decode(bytes, options)),
};

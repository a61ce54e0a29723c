import { firstWithBytes, readingOf } from '../conversation/index.ts';
import { sentDecoded, type SentDecoded } from '../doctypes/index.ts';
import { readPaste, type Candidate } from '../intake/index.ts';

/** What a paste may be, best first, and how the message is read that is shown first of the best that holds any. */
export interface Pasted {
  candidates: Candidate[];
  /** Only of a message that takes a while to be read. */
  first?: SentDecoded;
}

/** Bytes of a message that is decoded in less time than a frame, wherever it is wanted. */
const SOON = 16 * 1024;

/** Reads a paste, and decodes what is shown first of it: whoever shows it need not. */
export function pasted(input: string | Uint8Array): Pasted {
  const candidates = readPaste(input);
  const best = candidates.find(({ conversation }) => conversation.exchanges.length > 0);
  const message = best && !best.xmlOf ? firstWithBytes(best.conversation)?.message : undefined;
  if (!message?.bytes || message.bytes.length < SOON) return { candidates };
  return { candidates, first: sentDecoded(message.bytes, readingOf(message)) };
}

import {
  conversationFromJson,
  firstWithBytes,
  isConversationText,
  otherSide,
  readingOf,
  type JsonProblem,
} from '../conversation/index.ts';
import { sentDecoded, type SentDecoded } from '../doctypes/index.ts';
import { onOwnSides, sideAlone } from '../doctor/index.ts';
import { readPaste, type Candidate } from '../intake/index.ts';
import { readXml } from '../xml/index.ts';

/** What a paste may be, best first, and how the message is read that is shown first of the best that holds any. */
export interface Pasted {
  candidates: Candidate[];
  /** Only of a message that takes a while to be read. */
  first?: SentDecoded;
  /** Set where it is a conversation as this page saves it: then that is the one candidate, unless it is broken. */
  own?: { problem?: JsonProblem };
}

/** Bytes of a message that is decoded in less time than a frame, wherever it is wanted. */
const SOON = 16 * 1024;

/** UTF-16 units of XML that are read once more for whose it is; longer ones are replies. */
const LONG = 1024 * 1024;

/** A reading that says nothing of whose its messages are, with each where what it holds belongs. */
function onOwnSidesOf(candidate: Candidate): Candidate {
  const { conversation, xml, xmlOf, sideKnown } = candidate;
  if (sideKnown) return candidate;
  if (xml === undefined || !xmlOf) return { ...candidate, conversation: onOwnSides(conversation) };
  const { bytes } = xml.length > LONG ? { bytes: undefined } : readXml(xml);
  if (!bytes || conversation.exchanges.length > 1 || sideAlone({ bytes }) === xmlOf.side) return candidate;
  const exchanges = conversation.exchanges.map(({ request, response, ...rest }) => ({
    ...rest,
    ...(response && { request: response }),
    ...(request && { response: request }),
  }));
  return {
    ...candidate,
    conversation: { ...conversation, exchanges },
    xmlOf: { ...xmlOf, side: otherSide(xmlOf.side) },
  };
}

/** Reads a paste, and decodes what is shown first of it: whoever shows it need not. */
export function pasted(input: string | Uint8Array): Pasted {
  if (isConversationText(input))
    return own(typeof input === 'string' ? input : new TextDecoder().decode(input));
  return withFirst(readPaste(input).map(onOwnSidesOf));
}

function own(json: string): Pasted {
  const read = conversationFromJson(json);
  if (!read.ok) return { candidates: [], own: { problem: read.problem } };
  const { value: conversation } = read;
  const candidate: Candidate = { kind: 'fixture', why: '', conversation, sideKnown: true, problems: [] };
  return { ...withFirst([candidate]), own: {} };
}

function withFirst(candidates: Candidate[]): Pasted {
  const best = candidates.find(({ conversation }) => conversation.exchanges.length > 0);
  const message = best && !best.xmlOf ? firstWithBytes(best.conversation)?.message : undefined;
  if (!message?.bytes || message.bytes.length < SOON) return { candidates };
  return { candidates, first: sentDecoded(message.bytes, readingOf(message)) };
}

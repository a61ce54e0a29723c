import { words } from '#words/compare.ts';
import { replaceBytes, type Conversation, type Side } from '../../conversation/index.ts';
import type { Candidate } from '../../intake/index.ts';
import { readXml } from '../../xml/index.ts';

/** What a paste was taken for, as something to compare with. */
export interface Pasted {
  /** Absent where it holds no message. */
  conversation?: Conversation;
  /** For a person. */
  why: string;
}

/**
 * The messages of a paste.
 * @param candidates as the intake reads it, best first
 * @param side whose it is where nothing in the paste says so
 */
export function readPasted(candidates: readonly Candidate[], side: Side): Pasted {
  const best = candidates.find(({ conversation }) => conversation.exchanges.length > 0);
  if (!best) return { why: candidates[0]?.why ?? words.nothingToRead };
  const { why, xml, xmlOf, sideKnown } = best;
  let { conversation } = best;
  if (xml !== undefined && xmlOf) {
    const { bytes } = readXml(xml);
    if (!bytes) return { why: words.notEncoded(why) };
    conversation = replaceBytes(conversation, xmlOf, bytes);
  }
  return { why, conversation: sideKnown ? conversation : onSide(conversation, side) };
}

/** A conversation whose lone messages stand on one side. */
function onSide(conversation: Conversation, side: Side): Conversation {
  const exchanges = conversation.exchanges.map((exchange) => {
    const { request, response, ...rest } = exchange;
    const lone = request ?? response;
    return lone && !(request && response) ? { ...rest, [side]: lone } : exchange;
  });
  return { ...conversation, exchanges };
}

import type { Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { planPrint } from './print-plan.ts';

/**
 * Whether what surrounds an element is printed alike in two messages that differ within it alone: no reference to a string
 * takes from what is left for others, no page of attributes stays in force, and all of it is printed by one plan.
 */
export function isPlannedAlike(a: Decoded, b: Decoded): boolean {
  if (!isLocal(a) || !isLocal(b) || a.vocabulary !== b.vocabulary) return false;
  const [one, other] = [planPrint(a.document, a.vocabulary), planPrint(b.document, b.vocabulary)];
  return (
    one.declarations === other.declarations &&
    one.defaultPage === other.defaultPage &&
    one.whiteIsText === other.whiteIsText
  );
}

function isLocal({ tokens, document: { header } }: Decoded): boolean {
  if (!header || header.tableEnd > header.tableStart) return false;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind(i) === KIND.switchPage && tokens.inAttributes(i)) return false;
  }
  return true;
}

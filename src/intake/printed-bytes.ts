import { readXml } from '../xml/index.ts';
import { untilCut, type CutXml } from './cut-xml.ts';
import { isMessage } from './message-root.ts';

/** Bytes of XML: fragments have no namespace that would name the type; what is none of ActiveSync's is read by its root. */
export const printedBytes = (xml: string): Uint8Array | undefined =>
  readXml(xml, { doctype: 'activesync' }).bytes ?? readXml(xml).bytes;

/** What is assumed of XML that was cut off, for a problem. */
export const CUT_ASSUMED = 'it was read up to there; nothing was closed';

/**
 * A message in XML that whoever printed it cut off.
 * @returns `undefined` where it is no message as far as it goes, and where the XML is whole or wrong otherwise
 */
export function cutMessage(printed: string): { cut: CutXml; bytes: Uint8Array } | undefined {
  const cut = untilCut(printed);
  const bytes = cut && printedBytes(cut.xml);
  return cut && bytes && isMessage(bytes) ? { cut, bytes } : undefined;
}

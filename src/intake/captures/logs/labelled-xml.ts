import type { Side } from '../../../conversation/index.ts';
import { nextStart } from '../../http-head.ts';
import { labelledSide } from '../../labels.ts';
import { Catch, type Capture, type Stretch } from '../catch.ts';
import { messageOfXml } from './printed-xml.ts';

/** Documents that are looked at; a log of more is read from its beginning. */
const MOST = 20_000;
const DECLARATION = /<\?xml\b[^>]{0,200}\?>\s{0,200}(?:<!DOCTYPE\b[^>]{0,300}>\s{0,200})?/g;
const ROOT = /<([A-Za-z_][\w.-]{0,80})(?=[\s/>])[^<>]{0,2000}(\/?)>/y;

interface Document extends Stretch {
  side: Side;
}

/** The XML documents of a text, in order; `undefined` where the words in front of one do not say whose it is. */
function documentsOf(text: string): Document[] | undefined {
  const documents: Document[] = [];
  for (const declaration of text.matchAll(DECLARATION)) {
    const start = declaration.index;
    if (start < (documents.at(-1)?.end ?? 0)) continue; // inside the one before
    ROOT.lastIndex = start + declaration[0].length;
    const root = ROOT.exec(text);
    const close = root?.[1] === undefined || root[2] ? '' : `</${root[1]}>`;
    const stop = close === '' ? ROOT.lastIndex : text.indexOf(close, ROOT.lastIndex);
    const side = labelledSide(text, start);
    if (!root || stop < 0 || side === undefined) return undefined;
    documents.push({ side, start, end: stop + close.length });
    if (documents.length === MOST) break;
  }
  return documents;
}

/**
 * Reads a text with several XML documents in it, each with words in front that say whether it is a request or a reply,
 * as many servers log them. `undefined` where the text is none, or holds HTTP messages.
 */
export function readLabelledXml(text: string): Capture | undefined {
  const documents = documentsOf(text);
  if (!documents || documents.length < 2 || nextStart(text, 0) >= 0) return undefined;
  const caught = new Catch();
  for (const { side, start, end } of documents) {
    const exchange = caught.turnOf(side);
    const target = caught.exchanges[exchange];
    if (!target) break;
    target[side] = messageOfXml(caught, { exchange, side }, text.slice(start, end), { start, end });
  }
  const whole = caught.exchanges.some(({ request, response }) => request?.bytes ?? response?.bytes);
  if (!whole) return undefined;
  return { kind: 'server-log', form: 'a log with XML in it', caught };
}

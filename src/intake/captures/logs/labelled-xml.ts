import type { Side } from '../../../conversation/index.ts';
import { nextStart } from '../../http-head.ts';
import { labelledSide } from '../../labels.ts';
import { Catch, type Capture, type Stretch } from '../catch.ts';
import { messageOfXml } from './printed-xml.ts';

/** Documents that are looked at; a log of more is read from its beginning. */
const MOST = 20_000;
/** Words in angle brackets that nothing closes. */
const MOST_MISSES = 50;
const ROOT =
  /(<\?xml\b[^>]{0,200}\?>\s{0,200}(?:<!DOCTYPE\b[^>]{0,300}>\s{0,200})?)?<([A-Za-z_][\w.:-]{0,80})(?=[\s/>])[^<>]{0,2000}?(\/?)>/g;

interface Document extends Stretch {
  side: Side;
}

/** The XML documents of a text, in order; `undefined` where nothing says whose one with a declaration is. */
function documentsOf(text: string): Document[] | undefined {
  const documents: Document[] = [];
  ROOT.lastIndex = 0;
  let misses = 0;
  for (let root = ROOT.exec(text); root && documents.length < MOST; root = ROOT.exec(text)) {
    const { index: start, 1: declaration, 2: name = '', 3: empty } = root;
    const close = empty ? '' : `</${name}>`;
    const stop = close === '' ? ROOT.lastIndex : text.indexOf(close, ROOT.lastIndex);
    const side = labelledSide(text, start);
    if (declaration !== undefined && (stop < 0 || side === undefined)) return undefined;
    if (stop < 0 && ++misses > MOST_MISSES) return undefined; // each is looked for to the end of the text
    if (stop < 0) continue; // a word in angle brackets
    const end = stop + close.length;
    if (side !== undefined) documents.push({ side, start, end });
    ROOT.lastIndex = end;
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

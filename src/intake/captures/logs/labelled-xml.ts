import type { Side } from '../../../conversation/index.ts';
import { readXml } from '../../../xml/index.ts';
import { nextStart } from '../../http-head.ts';
import { labelledSide } from '../../labels.ts';
import { untilCut, type CutXml } from '../../cut-xml.ts';
import { unprefixed } from '../../line-prefix.ts';
import { AROUND } from '../../xml-text.ts';
import { Catch, type Capture, type Stretch } from '../catch.ts';
import { isMessage } from '../../message-root.ts';
import { messageOfXml } from './printed-xml.ts';

/** Documents that are looked at; a log of more is read from its beginning. */
const MOST = 20_000;
/** Words in angle brackets that nothing closes; and documents that are not whole, and not cut off either. */
const MOST_MISSES = 50;
/** In a string the ends of lines are escaped. */
const ROOT =
  /(<\?xml\b[^>]{0,200}\?>(?:\s|\\[rn]){0,200}(?:<!DOCTYPE\b[^>]{0,300}>(?:\s|\\[rn]){0,200})?)?<([A-Za-z_][\w.:-]{0,80})(?=[\s/>])[^<>]{0,2000}?(\/?)>/g;

/** The beginning of a message in hex or base64, beside the XML: then the XML may only explain it. */
const DIGITS = /\b0[0-3][ :,-]?(?:[0-9a-f]{2}[ :,-]?){7}|\bAwFq/i;

interface Document extends Stretch {
  side: Side | undefined;
  isDeclared: boolean;
  /** Its XML up to the place where it is cut off; absent where it is whole. */
  cut?: string;
}

/** Behind XML that is cut off stands what tells that it is: UTF-16 units. */
const BEHIND = 200;

/** Whether another document begins in front of the end of one: then that is not its own end. */
function beginsAnew(text: string, name: string, from: number, to: number): boolean {
  const inside = text.slice(from, to);
  return [`<${name} `, `<${name}>`, '<?xml '].some((beginning) => inside.includes(beginning));
}

/**
 * The XML documents of a text, in order; `undefined` where one with a declaration does not end.
 * @param sideAt whose a document at a place is, by the words in front of it
 */
function documentsOf(text: string, sideAt: (start: number) => Side | undefined): Document[] | undefined {
  const documents: Document[] = [];
  ROOT.lastIndex = 0;
  let misses = 0;
  let broken = 0;
  /** What is there of one that is cut off. Those that are not may each be read to the end of the text to know it. */
  const untilItsCut = (start: number): CutXml | undefined => {
    const cut = broken > MOST_MISSES ? undefined : untilCut(text.slice(start));
    if (!cut) broken++;
    return cut;
  };
  /** Where the end tag of a name stands next: each is looked for once. */
  const ends = new Map<string, number>();
  const endOf = (name: string, from: number): number => {
    const known = ends.get(name);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = text.indexOf(`</${name}>`, from);
    ends.set(name, found);
    return found;
  };
  for (let root = ROOT.exec(text); root && documents.length < MOST; root = ROOT.exec(text)) {
    const { index: start, 1: declaration, 2: name = '', 3: empty } = root;
    if (AROUND.test(name)) continue;
    const close = empty ? '' : `</${name}>`;
    const stop = close === '' ? ROOT.lastIndex : endOf(name, ROOT.lastIndex);
    const isWhole = stop >= 0 && !beginsAnew(text, name, ROOT.lastIndex, stop);
    const cut = isWhole ? undefined : untilItsCut(start);
    if (stop < 0 && !cut && (declaration !== undefined || ++misses > MOST_MISSES)) return undefined; // each is looked for to the end of the text
    if (stop < 0 && !cut) continue; // a word in angle brackets
    const end = cut ? start + cut.end : stop + close.length;
    const isDeclared = declaration !== undefined;
    documents.push({ side: sideAt(start), start, end, isDeclared, ...(cut && { cut: cut.xml }) });
    ROOT.lastIndex = end;
  }
  return documents;
}

/** Those whose side is told, where that is so for each that is a message; else all, if they are all there is. */
function chosen(text: string, documents: readonly Document[]): Document[] {
  const told = documents.filter(({ side }) => side !== undefined);
  const wanted =
    told.length > 1
      ? documents.filter((one) => isWanted(one, one.cut ?? text.slice(one.start, one.end)))
      : documents;
  if (told.length > 1 && wanted.length === told.length) return told;
  let from = 0;
  for (const { start, end } of wanted) {
    if (DIGITS.test(text.slice(from, start))) return [];
    from = end;
  }
  return DIGITS.test(text.slice(from)) ? [] : [...wanted];
}

/** Whether something between tags is no mere word in angle brackets beside the messages. */
const isWanted = ({ side, isDeclared }: Document, xml: string): boolean =>
  side !== undefined || isDeclared || isMessage(readXml(xml, { doctype: 'activesync' }).bytes);

/**
 * Reads a text with several XML documents in it, as many servers log them and people paste them: words in front say
 * whether one is a request or a reply; without such words each is taken for a reply, and all of them have to be
 * messages. `undefined` where the text is none, or holds HTTP messages.
 */
export function readLabelledXml(log: string): Capture | undefined {
  const { text, from } = unprefixed(log) ?? { text: log, from: (at: number) => at };
  // what a log puts in front of its lines may say it as well
  const sideAt = (start: number): Side | undefined =>
    labelledSide(text, start) ?? labelledSide(log, from(start));
  const documents = chosen(text, documentsOf(text, sideAt) ?? []);
  if (documents.length < 2 || nextStart(text, 0) >= 0) return undefined;
  const isTold = documents.every(({ side }) => side !== undefined);
  const caught = new Catch();
  for (const { side: told, start, end, cut } of documents) {
    const side = told ?? 'response';
    const exchange = caught.turnOf(side);
    const target = caught.exchanges[exchange];
    if (!target) break;
    const place = { start: from(start), end: from(end) };
    const printed = text.slice(start, cut === undefined ? end : end + BEHIND);
    const message = messageOfXml(caught, { exchange, side }, printed, place);
    if (!isTold && !isMessage(message.bytes)) return undefined;
    target[side] = message;
  }
  const whole = caught.exchanges.some(({ request, response }) => request?.bytes ?? response?.bytes);
  if (!whole) return undefined;
  if (isTold) return { kind: 'server-log', form: 'a log with XML in it', caught };
  caught.remarks.push('the text does not say whose they are');
  return { kind: 'xml', form: 'XML documents, one behind the other', caught, sideKnown: false };
}

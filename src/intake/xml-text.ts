import { asSent, isInString } from './as-sent.ts';
import { isMessage } from './message-root.ts';
import { CUT_ASSUMED, cutMessage, printedBytes } from './printed-bytes.ts';
import { count, slip, type Reading, type Slip } from './reading.ts';

const OPENING = /<(?:\?xml\b|\?wbxml\b|!DOCTYPE\b|!--|([A-Za-z_][\w.:-]*)(?=[\s/>]))/g;
/** What people put around XML in a page or in Markdown. */
export const AROUND = /^(?:details|summary|pre|code|blockquote|p|div|span|kbd|br|b|i|li|ul|ol|td|tr|table)$/;
/** Tags around it that are passed over. */
const MOST_AROUND = 50;
/** A message begins there, and nothing else may stand in front of it. */
const DECLARATION = /<\?xml\s{1,20}version\b/g;
/** Pages for a browser are not messages. */
const HTML = /^\s*(?:<!--[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/** Where a document begins that is wanted: not at a tag of the page around it. */
function openingOf(text: string): number {
  OPENING.lastIndex = 0;
  const first = OPENING.exec(text);
  let found = first;
  for (let i = 0; i < MOST_AROUND && found?.[1] !== undefined && AROUND.test(found[1]); i++)
    found = OPENING.exec(text);
  return (found ?? first)?.index ?? -1;
}

/** Where the first document inside other text ends. */
function rootEnd(text: string, start: number, last: number): number {
  const root = /<([A-Za-z_][\w.:-]*)/.exec(text.slice(start, start + 4096))?.[1];
  // in a string its bar may be escaped
  const ends = [`</${root ?? ''}>`, `<\\/${root ?? ''}>`].flatMap((close) => {
    const stop = text.indexOf(close, start);
    return stop < 0 ? [] : [stop + close.length];
  });
  return Math.min(last, ...ends);
}

/** Where a declaration stands behind the beginning of a document and in front of its end: what is in front is none. */
function declaredIn(text: string, start: number, end: number): number {
  DECLARATION.lastIndex = start + 1;
  const declared = text.startsWith('<?xml', start) ? -1 : (DECLARATION.exec(text)?.index ?? -1);
  return declared >= 0 && declared < end ? declared : start;
}

/** Tags of a text that are tried as the root of a document that is cut off, and those that may be one. */
const MOST_TAGS = 200;
const MOST_ROOTS = 4;

/** Where documents may begin: where one is declared, and at the roots of messages. */
function rootsOf(text: string, from: number): number[] {
  const roots: number[] = [];
  OPENING.lastIndex = from;
  let found = OPENING.exec(text);
  for (let i = 0; i < MOST_TAGS && found && roots.length < MOST_ROOTS; i++) {
    const name = found[1];
    const isRoot = name === undefined ? found[0] === '<?xml' : isMessage(printedBytes(`<${name}/>`));
    if (isRoot && !(name !== undefined && AROUND.test(name))) roots.push(found.index);
    found = OPENING.exec(text);
  }
  return roots;
}

/** A document that whoever printed it cut off, up to that place: it holds a message as far as it goes. */
function readCut(text: string, start: number): Reading | undefined {
  const printed = text.slice(start);
  const { xml, leftOut, placed } = asSent(printed, false);
  const cut = cutMessage(xml)?.cut;
  if (!cut) return undefined;
  const isSame = xml === printed; // else places are not those of the text
  const end = isSame ? start + cut.end : text.length;
  const told = slip(
    'cut-off',
    'error',
    isSame ? end : start,
    text.length,
    'the whole message',
    cut.found,
    CUT_ASSUMED,
  );
  return {
    kind: 'xml',
    form: `XML text that is cut off (${cut.found})`,
    start,
    end,
    bytes: new Uint8Array(0),
    marks: 6,
    slips: [told, ...notPrinted(start, end, leftOut, placed)],
    xml: { text: cut.xml, exchange: 0, side: 'response' },
  };
}

/** The XML of a text, from its first document on, to the end of that. */
function readWhole(text: string, opening: number): Reading | undefined {
  const last = text.lastIndexOf('>') + 1;
  if (last <= opening) return undefined;
  const before = text.slice(0, opening).trim();
  const alone = before === '' && text.slice(last).trim() === '';
  const firstEnd = alone ? last : rootEnd(text, opening, last);
  const start = alone ? opening : declaredIn(text, opening, firstEnd);
  const end = start === opening ? firstEnd : rootEnd(text, start, last);
  const xml = text.slice(start, end);
  if (HTML.test(xml.slice(0, 200))) return undefined;
  // one tag alone is how some print a buffer: <Buffer 03 01 6a>
  if (xml.indexOf('<', 1) < 0 && !xml.endsWith('/>') && !xml.startsWith('<?wbxml')) return undefined;
  // inside other text only what ends in a closing tag is taken for XML
  if (!alone && !/<\\?\/[\w.:-]{1,200}\s*>$/.test(xml.slice(-250))) return undefined;
  const isString = isInString(xml);
  const where = isString ? 'XML text in a string' : 'XML text inside other text';
  const { xml: read, leftOut, placed } = asSent(xml, !alone);
  return {
    kind: 'xml',
    form: alone && !isString ? 'XML text' : where,
    start,
    end,
    bytes: new Uint8Array(0),
    marks: alone ? ALONE : 6,
    slips: notPrinted(start, end, leftOut, placed),
    xml: { text: read, exchange: 0, side: 'response' },
  };
}

/** Whether the end of a text is not the end of its root. */
function isOpen(text: string): boolean {
  const root = /<([A-Za-z_][\w.:-]*)/.exec(text.slice(0, 4096))?.[1] ?? '';
  return !text.trimEnd().endsWith('/>') && !text.trimEnd().endsWith(`</${root}>`);
}

/** Marks of XML that is all there is. */
const ALONE = 9;

/**
 * Reads XML text: all of it, or the first document inside other text. It is handed on as it stands, well-formed or not:
 * whoever encodes it says what is wrong with it. Escapes of a string around it are undone. Where other text is around it,
 * and it is no XML because it is cut off, it is read up to there.
 */
export function readXmlText(text: string): Reading[] {
  const opening = openingOf(text);
  if (opening < 0) return [];
  const whole = readWhole(text, opening);
  // it may be unfinished as well: whoever wrote it goes on with it as it stands
  if (whole?.marks === ALONE)
    return [whole, ...(isOpen(text) ? [readCut(text, opening)].flatMap((cut) => cut ?? []) : [])];
  if (whole && printedBytes(whole.xml?.text ?? '')) return [whole];
  for (const root of rootsOf(text, opening)) {
    const cut = readCut(text, root);
    if (cut) return [cut];
  }
  return whole ? [whole] : [];
}

/** What is not as it was sent: contents that a log left out, and words that somebody put in place of values. */
function notPrinted(start: number, end: number, leftOut: number, placed: number): Slip[] {
  const slips: Slip[] = [];
  if (leftOut > 0) {
    const found = `${count(leftOut, 'element')} without what was in them`;
    const assumed = 'those are empty here, or not there';
    slips.push(slip('not-printed', 'error', start, end, 'all contents', found, assumed));
  }
  if (placed > 0) {
    const found = `${placed === 1 ? 'a word' : `${placed} words`} in angle brackets in place of a value`;
    slips.push(slip('not-printed', 'warning', start, end, 'all values', found, 'taken for texts'));
  }
  return slips;
}

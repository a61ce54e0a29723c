import { asSent, isInString } from './as-sent.ts';
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

/**
 * Reads XML text: all of it, or the first document inside other text. It is handed on as it stands, well-formed or not:
 * whoever encodes it says what is wrong with it. Escapes of a string around it are undone.
 */
export function readXmlText(text: string): Reading[] {
  const opening = openingOf(text);
  const last = text.lastIndexOf('>') + 1;
  if (opening < 0 || last <= opening) return [];
  const before = text.slice(0, opening).trim();
  const alone = before === '' && text.slice(last).trim() === '';
  const firstEnd = alone ? last : rootEnd(text, opening, last);
  const start = alone ? opening : declaredIn(text, opening, firstEnd);
  const end = start === opening ? firstEnd : rootEnd(text, start, last);
  const xml = text.slice(start, end);
  if (HTML.test(xml.slice(0, 200))) return [];
  // one tag alone is how some print a buffer: <Buffer 03 01 6a>
  if (xml.indexOf('<', 1) < 0 && !xml.endsWith('/>') && !xml.startsWith('<?wbxml')) return [];
  // inside other text only what ends in a closing tag is taken for XML
  if (!alone && !/<\\?\/[\w.:-]{1,200}\s*>$/.test(xml.slice(-250))) return [];
  const isString = isInString(xml);
  const where = isString ? 'XML text in a string' : 'XML text inside other text';
  const form = alone && !isString ? 'XML text' : where;
  const bytes = new Uint8Array(0);
  const { xml: read, leftOut, placed } = asSent(xml, !alone);
  return [
    {
      kind: 'xml',
      form,
      start,
      end,
      bytes,
      marks: alone ? 9 : 6,
      slips: notPrinted(start, end, leftOut, placed),
      xml: { text: read, exchange: 0, side: 'response' },
    },
  ];
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

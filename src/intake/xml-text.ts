import { fromBase64, lookUp, toHex } from '../bytes/index.ts';
import { slip, type Reading, type Slip } from './reading.ts';
import { latin1Text } from './text-bytes.ts';

const OPENING = /<(?:\?xml\b|\?wbxml\b|!DOCTYPE\b|!--|([A-Za-z_][\w.:-]*)(?=[\s/>]))/g;
/** What people put around XML in a page or in Markdown. */
export const AROUND = /^(?:details|summary|pre|code|blockquote|p|div|span|kbd|br|b|i|li|ul|ol|td|tr|table)$/;
/** Tags around it that are passed over. */
const MOST_AROUND = 50;
/** A message begins there, and nothing else may stand in front of it. */
const DECLARATION = /<\?xml\s{1,20}version\b/g;
/** Pages for a browser are not messages. */
const HTML = /^\s*(?:<!--[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/** XML in a string of JSON or of a program: its quotes or the ends of its lines are escaped. */
const IN_STRING = /<[^>]{0,500}=\\"|>(?:\\r)?\\n\s{0,80}</;
/** XML in a field of CSV: its quotes are doubled. */
const IN_FIELD = /<[^>]{0,500}=""[^"\s>/?][^">]{0,500}""/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|(["'\\/nrt]))/gi, (_, digits: string | undefined, sign = '') =>
    digits === undefined
      ? (ESCAPES[sign as string] ?? String(sign))
      : String.fromCharCode(Number.parseInt(digits, 16)),
  );

/** `xml-ns="activesync:Mail"`: how sync•gw writes namespaces, some by names of its own. */
const OWN_NAMESPACE = /(<[\w.:-]{1,80}) xml-ns="activesync:(\w{1,40})"/g;
const OWN_NAMES: Readonly<Record<string, string>> = { Mail: 'Email', Mail2: 'Email2' };

/** The XML with namespaces as everybody else writes them. */
export const withNamespaces = (xml: string): string =>
  xml.replace(
    OWN_NAMESPACE,
    (_, tag: string, name: string) => `${tag} xmlns="${lookUp(OWN_NAMES, name) ?? name}"`,
  );

/** `<Subject bytes="19"/>` and `<Body=19 bytes/>`: how Exchange prints what it does not want to log. */
const LEFT_OUT =
  /(<[\w.:-]{1,80}(?: xmlns="[^"]{0,80}")?) bytes="\d{1,9}"|<Body=\d{1,9} bytes\s?\/>|(<[A-Za-z_][\w.:-]{0,80})=\d{1,9} bytes(?=\s?\/>)/g;

/**
 * The XML with empty elements where a log left out what was in them, and how many those are. A Body is not there at all
 * then: the log does not say on which page it was, and an empty one is none.
 */
export function withEmptied(xml: string): { xml: string; leftOut: number } {
  let leftOut = 0;
  const emptied = xml.replace(LEFT_OUT, (_, tag: string | undefined, bare: string | undefined) => {
    leftOut++;
    return tag ?? bare ?? '';
  });
  return { xml: emptied, leftOut };
}

/** Where a string of a program ends behind a tag, and the next one begins in front of a tag. */
const JOINT =
  />((?:\\[nrt]){0,9})(["'`])(?:\s{0,200}(?:[+.&,\\]|(?:;\s{0,200})?[\w.$]{1,80}\s{0,9}[+.&]=)\s{0,200}|[ \t]{0,99}\r?\n\s{0,200})\2((?:\\[nrt]| ){0,99})</g;
/** The same with something that is put between the two. */
const VARIABLE = />(["'`])\s{0,200}[+.&]\s{0,200}([\w.$()]{1,80})\s{0,200}[+.&]\s{0,200}\1</g;

/** XML that a program puts together of several strings; what it puts in between is its name in braces. */
const joined = (xml: string): string => xml.replace(JOINT, '>$1$3<').replace(VARIABLE, '>{$2}<');

/** A mail in a request, in which servers print the bytes of an OPAQUE as text, or in base64. */
const MIME = /(<(?:[\w.-]{1,40}:)?(?:Mime|MIME)(?: [^<>]{0,200})?>)([^<]+)(?=<\/)/g;
/** A mail begins with a header. */
const MAIL = /^[\w-]{1,60}:/;

/** The XML with the mail of a request as the bytes that were sent: nobody sends it as a string. */
export const withMail = (xml: string): string =>
  xml.replace(MIME, (whole, tag: string, printed: string) => {
    const bytes = fromBase64(printed);
    if (bytes && MAIL.test(latin1Text(bytes))) return `${tag}<?wbxml opaque="${toHex(bytes)}"?>`;
    return MAIL.test(printed) ? `${tag}<?wbxml opaque?>${printed}` : whole;
  });

/**
 * `<SyncKey><deleted></SyncKey>`: a word in angle brackets that somebody put in place of a value. Names of elements begin
 * with a capital and go on in small letters; such a one lacks its end, and that is an error.
 */
const PLACEHOLDER =
  /(<([A-Z][\w.:-]{0,79})(?: [^<>]{0,200})?>)<([a-z][\w -]{0,39}|[A-Z\d][A-Z\d_ -]{2,39}|[\w-]{1,40} [\w -]{1,40})>(?=<\/\2>)/g;

/** The XML with such words as texts, and how many those are. */
export function withPlaceholders(xml: string): { xml: string; placed: number } {
  let placed = 0;
  const texts = xml.replace(PLACEHOLDER, (_, tag: string, _name: string, word: string) => {
    placed++;
    return `${tag}&lt;${word}&gt;`;
  });
  return { xml: texts, placed };
}

/** XML out of strings or a field of CSV; as it stands where it is in none. */
export function plainXml(written: string): string {
  const xml = joined(written);
  if (IN_STRING.test(xml)) return unescaped(xml);
  return IN_FIELD.test(xml) ? xml.replaceAll('""', '"') : xml;
}

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
  const isString = IN_STRING.test(xml) || IN_FIELD.test(xml) || joined(xml) !== xml;
  const where = isString ? 'XML text in a string' : 'XML text inside other text';
  const form = alone && !isString ? 'XML text' : where;
  const bytes = new Uint8Array(0);
  const { xml: whole, placed } = withPlaceholders(plainXml(xml));
  const { xml: read, leftOut } = withEmptied(withNamespaces(whole));
  return [
    {
      kind: 'xml',
      form,
      start,
      end,
      bytes,
      marks: alone ? 9 : 6,
      slips: notPrinted(start, end, leftOut, placed),
      xml: { text: alone ? read : withMail(read), exchange: 0, side: 'response' },
    },
  ];
}

/** What is not as it was sent: contents that a log left out, and words that somebody put in place of values. */
function notPrinted(start: number, end: number, leftOut: number, placed: number): Slip[] {
  const slips: Slip[] = [];
  if (leftOut > 0) {
    const found = `${leftOut === 1 ? '1 element' : `${leftOut} elements`} without what was in them`;
    const assumed = 'those are empty here, or not there';
    slips.push(slip('not-printed', 'error', start, end, 'all contents', found, assumed));
  }
  if (placed > 0) {
    const found = `${placed === 1 ? 'a word' : `${placed} words`} in angle brackets in place of a value`;
    slips.push(slip('not-printed', 'warning', start, end, 'all values', found, 'taken for texts'));
  }
  return slips;
}

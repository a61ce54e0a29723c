import { fromBase64, lookUp, toHex } from '../bytes/index.ts';
import { latin1Text } from './text-bytes.ts';

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
const withNamespaces = (xml: string): string =>
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
function withEmptied(xml: string): { xml: string; leftOut: number } {
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
function withPlaceholders(xml: string): { xml: string; placed: number } {
  let placed = 0;
  const texts = xml.replace(PLACEHOLDER, (_, tag: string, _name: string, word: string) => {
    placed++;
    return `${tag}&lt;${word}&gt;`;
  });
  return { xml: texts, placed };
}

/** XML out of strings or a field of CSV; as it stands where it is in none. */
function plainXml(written: string): string {
  const xml = joined(written);
  if (IN_STRING.test(xml)) return unescaped(xml);
  return IN_FIELD.test(xml) ? xml.replaceAll('""', '"') : xml;
}

/** Whether XML stands in a string, in several, or in a field of CSV. */
export const isInString = (xml: string): boolean =>
  IN_STRING.test(xml) || IN_FIELD.test(xml) || joined(xml) !== xml;

/** XML as it was sent, as far as what printed it lets one know. */
export interface AsSent {
  xml: string;
  /** How many elements have no contents since they were not printed, and how many values are words put in their place. */
  leftOut: number;
  placed: number;
}

/**
 * Undoes what programs and logs do to XML: strings, escapes, namespaces of their own, contents left out.
 * @param withMails takes the mail of a request for the bytes that were sent, which a log prints as a string
 */
export function asSent(printed: string, withMails: boolean): AsSent {
  const { xml: whole, placed } = withPlaceholders(plainXml(printed));
  const named = withNamespaces(whole);
  return { ...withEmptied(withMails ? withMail(named) : named), placed };
}

import { readMbUint32 } from '../bytes/index.ts';
import { stringSpan, type Decoded } from '../doctypes/index.ts';
import { attributeName, tableHead, textHead } from '../explain/index.ts';
import { KIND } from '../wbxml/index.ts';

/** Names of what only its owner should know: AUTHSECRET, PXAUTH-PW, PIN, Password. */
const SECRET = /(?:secret|passw(?:or)?d|pass(?:phrase|code)?|pwd?|pin)$/i;
/** Names of who somebody is to a service: AUTHNAME, PXAUTH-ID. */
const ACCOUNT = /(?:auth-?(?:name|id)|user-?(?:name|id)|login)$/i;

/** Of what kind a thing of this name is, whatever document it stands in; `undefined` for most. */
export const kindOfName = (name: string): string | undefined =>
  SECRET.test(name) ? 'secret' : ACCOUNT.test(name) ? 'account' : undefined;

/** Attributes that say what another attribute of their element holds. */
const NAMING: readonly string[] = ['name', 'type'];
/** Characters of such a name that are looked at, and tokens that it may be in. */
const LONGEST = 60;
const PIECES = 4;

/**
 * The kind of every token in an attribute whose element says that it holds a secret or an account, by its index:
 * `<parm name="AUTHSECRET" value="1234"/>`, `<input type="password" value="1234"/>`.
 */
export function namedValues(decoded: Decoded): ReadonlyMap<number, string> {
  const { tokens } = decoded;
  const kinds = new Map<number, string>();
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens.inAttributes(i)) continue;
    const element = tokens.parent(i);
    let end = i;
    while (end < tokens.length && tokens.inAttributes(end) && tokens.parent(end) === element) end++;
    addValues(decoded, i, end, kinds);
    i = end - 1;
  }
  return kinds;
}

/** @param start the attributes of an element, by their tokens, half-open */
function addValues(decoded: Decoded, start: number, end: number, kinds: Map<number, string>): void {
  const { tokens } = decoded;
  const values: number[] = [];
  let kind: string | undefined;
  let isNaming = false;
  for (let i = start; i < end; i++) {
    const isStart = tokens.kind(i) === KIND.attributeStart || tokens.kind(i) === KIND.attributeLiteral;
    if (isStart) isNaming = NAMING.includes(attributeName(decoded, i).toLowerCase());
    if (isStart && isNaming) kind = strongest(kind, kindOfName(valueHead(decoded, i, end)));
    else if (!isNaming) values.push(i);
  }
  if (kind !== undefined) for (const i of values) kinds.set(i, kind);
}

const strongest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === 'secret' ? a : (b ?? a);

/** The beginning of an attribute's value. */
function valueHead(decoded: Decoded, start: number, end: number): string {
  const { tokens, vocabulary, document, bytes } = decoded;
  let text = vocabulary.attributeStart(tokens.page(start), tokens.byte(start))?.prefix ?? '';
  for (let i = start + 1; i < Math.min(end, start + 1 + PIECES) && text.length < LONGEST; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.strI) {
      const span = stringSpan(document, i);
      text += textHead(decoded, span.start, span.end, LONGEST).text;
    } else if (kind === KIND.strT) {
      text += tableHead(decoded, readMbUint32(bytes, tokens.start(i) + 1).value, LONGEST)?.text ?? '';
    } else if (kind === KIND.attributeValue) {
      text += vocabulary.attributeValue(tokens.page(i), tokens.byte(i)) ?? '';
    } else if (kind === KIND.attributeStart || kind === KIND.attributeLiteral) break;
  }
  return text;
}

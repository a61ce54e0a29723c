import { readMbUint32 } from '../bytes/index.ts';
import { stringSpan, vocabularyOf, type Decoded } from '../doctypes/index.ts';
import { attributeName, tableHead, tagName, textHead } from '../explain/index.ts';
import { KIND } from '../wbxml/index.ts';
import { kindOfName, kindOfUri, type SecretKind } from './secret-names.ts';

/** Attributes that say what another attribute of their element holds. */
const NAMING: readonly string[] = ['name', 'type'];
/** Characters of such a name, or of an address, that are looked at, and tokens that it may be in. */
const LONGEST = 1000;
const PIECES = 4;

const NOTHING: ReadonlyMap<number, SecretKind> = new Map();

/**
 * The kind of every token that holds a secret or an account, by its index, in a document whose elements and attributes
 * say so by names: `<parm name="AUTHSECRET" value="1234"/>`, `<Password>1234</Password>`, an item of SyncML whose LocURI
 * ends in `AAuthSecret`. Of ActiveSync, whose elements are known one by one, nothing.
 */
export function secretTokens(decoded: Decoded): ReadonlyMap<number, SecretKind> {
  const { tokens, vocabulary } = decoded;
  if (vocabulary.type.id === vocabularyOf('activesync')?.type.id) return NOTHING;
  const kinds = new Map<number, SecretKind>();
  const elements = new ElementKinds(decoded);
  for (let i = 0; i < tokens.length; i++) {
    const parent = tokens.parent(i);
    if (tokens.inAttributes(i)) {
      let end = i;
      while (end < tokens.length && tokens.inAttributes(end) && tokens.parent(end) === parent) end++;
      addValues(decoded, i, end, kinds);
      i = end - 1;
    } else if (parent >= 0 && !isElement(decoded, i)) {
      const kind = elements.of(parent);
      if (kind !== undefined) kinds.set(i, kind);
    }
  }
  return kinds;
}

const isElement = ({ tokens }: Decoded, i: number): boolean =>
  tokens.kind(i) === KIND.tag || tokens.kind(i) === KIND.literalTag;

/** Elements in which another one stands beside what they hold, and says what that is. */
const NAMED_BY: Readonly<Record<string, (told: Decoded, holder: number) => SecretKind | undefined>> = {
  // SyncML: <Item><Target><LocURI>…</LocURI></Target><Data>…</Data></Item>
  'Item Data': (decoded, item) => {
    const uris = ['Target', 'Source'].map((name) => child(decoded, child(decoded, item, name), 'LocURI'));
    return strongest(...uris.map((uri) => kindOfUri(contentHead(decoded, uri))));
  },
  // Serialized management tree: <Node><NodeName>…</NodeName><Value>…</Value></Node>
  'Node Value': (decoded, node) => kindOfName(contentHead(decoded, child(decoded, node, 'NodeName'))),
  'Cred Data': () => 'secret',
};

/** What elements hold, each found out once. */
class ElementKinds {
  private readonly known = new Map<number, SecretKind | undefined>();
  private readonly decoded: Decoded;

  constructor(decoded: Decoded) {
    this.decoded = decoded;
  }

  of(element: number): SecretKind | undefined {
    if (!this.known.has(element)) this.known.set(element, this.find(element));
    return this.known.get(element);
  }

  private find(element: number): SecretKind | undefined {
    const { decoded } = this;
    const name = tagName(decoded, element);
    const holder = decoded.tokens.parent(element);
    const key = holder < 0 ? '' : `${tagName(decoded, holder)} ${name}`;
    const own = kindOfName(name) === 'secret' ? 'secret' : undefined;
    return own ?? (Object.hasOwn(NAMED_BY, key) ? NAMED_BY[key]?.(decoded, holder) : undefined);
  }
}

/** Children that are looked at: of a real item the first few tell. */
const MOST_CHILDREN = 10;

/** Token of the first child with this name among the first few, or −1. */
function child(decoded: Decoded, parent: number, name: string): number {
  const { tokens } = decoded;
  if (parent < 0) return -1;
  const end = tokens.past(parent);
  for (let i = parent + 1, seen = 0; i < end && seen < MOST_CHILDREN; i = tokens.past(i), seen++) {
    if (isElement(decoded, i) && tagName(decoded, i) === name) return i;
  }
  return -1;
}

/** The beginning of the text of an element; '' where there is none. */
const contentHead = (decoded: Decoded, element: number): string =>
  element < 0 ? '' : piecesHead(decoded, element + 1, decoded.tokens.past(element));

/** @param start the attributes of an element, by their tokens, half-open */
function addValues(decoded: Decoded, start: number, end: number, kinds: Map<number, SecretKind>): void {
  const { tokens } = decoded;
  const values: number[] = [];
  let kind: SecretKind | undefined;
  let isNaming = false;
  for (let i = start; i < end; i++) {
    const isStart = tokens.kind(i) === KIND.attributeStart || tokens.kind(i) === KIND.attributeLiteral;
    if (isStart) isNaming = NAMING.includes(attributeName(decoded, i).toLowerCase());
    if (isStart && isNaming) kind = strongest(kind, kindOfName(valueHead(decoded, i, end)));
    else if (!isNaming) values.push(i);
  }
  if (kind !== undefined) for (const i of values) kinds.set(i, kind);
}

const strongest = (...kinds: (SecretKind | undefined)[]): SecretKind | undefined =>
  kinds.includes('secret') ? 'secret' : kinds.find((kind) => kind !== undefined);

/** The beginning of an attribute's value. */
function valueHead(decoded: Decoded, start: number, end: number): string {
  const { tokens, vocabulary } = decoded;
  const prefix = vocabulary.attributeStart(tokens.page(start), tokens.byte(start))?.prefix ?? '';
  return prefix + piecesHead(decoded, start + 1, end);
}

/** The text that begins with the tokens from `start` on, as far as it is one. */
function piecesHead(decoded: Decoded, start: number, end: number): string {
  const { tokens, vocabulary, document, bytes } = decoded;
  let text = '';
  for (let i = start; i < Math.min(end, start + PIECES) && text.length < LONGEST; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.strI) {
      const span = stringSpan(document, i);
      text += textHead(decoded, span.start, span.end, LONGEST).text;
    } else if (kind === KIND.strT) {
      text += tableHead(decoded, readMbUint32(bytes, tokens.start(i) + 1).value, LONGEST)?.text ?? '';
    } else if (kind === KIND.opaque) {
      const { next } = readMbUint32(bytes, tokens.start(i) + 1);
      text += textHead(decoded, next, tokens.end(i), LONGEST).text;
    } else if (kind === KIND.attributeValue) {
      text += vocabulary.attributeValue(tokens.page(i), tokens.byte(i)) ?? '';
    } else break;
  }
  return text;
}

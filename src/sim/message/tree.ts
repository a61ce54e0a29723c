import { readMbUint32 } from '../../bytes/index.ts';
import { decode, keyOf, stringSpan, type Decoded } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';
import { tagName } from './tag-key.ts';

/** An element as it was read. Offsets are bytes of the message, half-open. */
export interface Node {
  /** Page and code as one number: `keyOf`. */
  readonly key: number;
  /** `Page:Local`; a tag that its page does not have is called by its numbers. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly hasContent: boolean;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
  /** Its strings and OPAQUE, one after the other. */
  readonly text: string;
}

interface Growing extends Node {
  end: number;
  children: Growing[];
  text: string;
}

/** A message as a tree, and what the codec had to say about it. */
export interface Tree {
  readonly decoded: Decoded;
  /** Absent where there is no element at all. */
  readonly root: Node | undefined;
  /** Every element, in order. */
  readonly nodes: readonly Node[];
}

/** Reads any bytes as ActiveSync. Never throws; linear. */
export function readTree(bytes: Uint8Array): Tree {
  const decoded = decode(bytes, { doctype: 'activesync' });
  const { tokens, vocabulary } = decoded;
  const byToken: (Growing | undefined)[] = [];
  const nodes: Growing[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    const parent = tokens.parent(i) < 0 ? undefined : byToken[tokens.parent(i)];
    if (kind === KIND.tag && !tokens.inAttributes(i)) {
      const page = tokens.page(i);
      const code = tokens.tagCode(i);
      const key = keyOf(page, code);
      const node: Growing = {
        key,
        name: tagName(key) ?? `${vocabulary.page(page)?.namespace ?? `page-${page}`}:tag-${code}`,
        start: tokens.start(i),
        end: tokens.end(i),
        hasContent: tokens.hasContent(i),
        parent,
        children: [],
        text: '',
      };
      byToken[i] = node;
      nodes.push(node);
      parent?.children.push(node);
    } else if (kind === KIND.end && parent) {
      parent.end = tokens.end(i);
    } else if (parent && (kind === KIND.strI || kind === KIND.opaque)) {
      parent.text += textOf(decoded, i, kind === KIND.opaque);
    }
  }
  return { decoded, root: nodes[0], nodes };
}

/** Trees that were read and are asked for once more: a request is read by the server, and again with its answer. */
const kept = new WeakMap<Uint8Array, Tree>();

/** Reads a message that somebody else will read too, with `readTreeAgain`. */
export function readTreeFirst(bytes: Uint8Array): Tree {
  const tree = readTree(bytes);
  kept.set(bytes, tree);
  return tree;
}

/** The tree of a message, whether or not it was read before; it is not kept any longer. */
export function readTreeAgain(bytes: Uint8Array): Tree {
  const tree = kept.get(bytes);
  kept.delete(bytes);
  return tree ?? readTree(bytes);
}

function textOf({ document, tokens, bytes }: Decoded, i: number, isOpaque: boolean): string {
  const { header } = document;
  if (!header) return '';
  if (isOpaque) {
    const { next } = readMbUint32(bytes, tokens.start(i) + 1);
    return header.encoding.decode(bytes.subarray(next, tokens.end(i)));
  }
  const { start, end } = stringSpan(document, i);
  const { encoding } = header;
  const short = encoding.unit === 1 ? shortAscii(bytes, start, end) : undefined;
  return short ?? encoding.decode(bytes.subarray(start, end));
}

/** Longest text that is read byte by byte. */
const SHORT = 24;

/** Most texts are a few digits, for which a call into the decoder costs more than a loop. */
function shortAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > SHORT) return undefined;
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0xff;
    if (byte < 0x20 || byte > 0x7e) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** The first child with this name. */
export const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((each) => each.name === name);

/** Every child with this name. */
export const all = (node: Node | undefined, name: string): Node[] =>
  node?.children.filter((each) => each.name === name) ?? [];

/** The text of the first child with this name; `undefined` where there is none. */
export const textAt = (node: Node | undefined, ...path: readonly string[]): string | undefined => {
  let at = node;
  for (const name of path) at = child(at, name);
  return at?.text;
};

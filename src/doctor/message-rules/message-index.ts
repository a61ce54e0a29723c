import { keyOf } from '../../doctypes/index.ts';
import { ATTRIBUTE_BIT, KIND, type TokenTable } from '../../wbxml/index.ts';
import type { Scene } from '../rule.ts';
import { MAX_PLACES } from '../walk/fault.ts';

/** Kinds of tokens that ActiveSync has no use for in tag space; strings of the table are a rule of their own. */
const FOREIGN: ReadonlySet<number> = new Set([
  KIND.literalTag,
  KIND.entity,
  KIND.extI,
  KIND.extT,
  KIND.ext,
  KIND.pi,
]);

const NONE: readonly number[] = [];
/** Up to so many tags a child is looked for among them, beyond in a table. */
const FEW = 8;
/** From so many bytes on text is looked at by words. */
const LONG = 64;

/** Bits that tell of a byte below 0x20 in a word, in the top bit of a byte. */
const borrows = (word: number): number => (word - 0x20202020) & ~word;
const TOP_BITS = 0x80808080;

/** What the rules about a whole message look for, found in one pass over its tokens. Tokens by index, in order. */
export class MessageIndex {
  /** SWITCH_PAGE to the page already in force. */
  readonly redundantSwitches: number[] = [];
  /** Tokens that ActiveSync has no use for. */
  readonly foreign: number[] = [];
  /** Tags with the attribute bit. */
  readonly attributed: number[] = [];
  /** References into the string table that stand for text. */
  readonly tableTexts: number[] = [];
  /** True where an attribute, a tag or an extension takes its name or text from the string table. */
  tableNames = false;
  /** Offsets of control characters in strings, the first thousand, and how many strings hold one. */
  readonly controls: number[] = [];
  controlled = 0;
  /** Tags with a code of their own, by key. */
  private readonly byKey = new Map<number, number[]>();
  private firstChildren: Map<number, ReadonlyMap<number, number>> | undefined;
  private readonly tokens: TokenTable;
  private words: DataView | undefined;

  constructor(tokens: TokenTable) {
    this.tokens = tokens;
    let page = 0;
    for (let i = 0; i < tokens.length; i++) {
      const kind = tokens.kind(i);
      if (tokens.inAttributes(i)) {
        if (kind === KIND.attributeLiteral || kind === KIND.strT || kind === KIND.extT)
          this.tableNames = true;
      } else if (kind === KIND.tag) this.tag(tokens, i);
      else if (kind === KIND.switchPage) {
        if (tokens.page(i) === page) this.redundantSwitches.push(i);
        page = tokens.page(i);
      } else if (kind === KIND.strI) this.text(tokens, i);
      else if (kind === KIND.strT) this.tableTexts.push(i);
      else if (FOREIGN.has(kind)) {
        this.foreign.push(i);
        if (kind === KIND.literalTag || kind === KIND.extT || kind === KIND.pi) this.tableNames = true;
        if (kind === KIND.literalTag) this.bit(tokens, i);
      }
    }
  }

  /** Code pages that tags of the message stand on, the first met first. */
  pagesUsed(): number[] {
    const used: number[] = [];
    for (const key of this.byKey.keys()) if (!used.includes(key >> 8)) used.push(key >> 8);
    return used;
  }

  /** Tokens of all tags on a code page, in order. */
  onPage(page: number): number[] {
    return [...this.byKey].flatMap(([key, tags]) => (key >> 8 === page ? tags : [])).sort((a, b) => a - b);
  }

  /** Tokens of the tags with this key, in order. */
  tags(key: number): readonly number[] {
    return this.byKey.get(key) ?? NONE;
  }

  /** True where the message has tags with all of these keys. */
  hasAll(keys: readonly number[]): boolean {
    for (const key of keys) if (!this.byKey.has(key)) return false;
    return true;
  }

  /** Token of the first child with this key, or −1. */
  child(parent: number, key: number): number {
    const tags = this.tags(key);
    if (tags.length <= FEW) {
      for (const i of tags) if (this.tokens.parent(i) === parent) return i;
      return -1;
    }
    this.firstChildren ??= new Map<number, ReadonlyMap<number, number>>();
    const known = this.firstChildren;
    let children = known.get(key);
    if (!children) known.set(key, (children = this.childrenByParent(tags)));
    return children.get(parent) ?? -1;
  }

  private childrenByParent(tags: readonly number[]): ReadonlyMap<number, number> {
    const { tokens } = this;
    const first = new Map<number, number>();
    for (const i of tags) if (!first.has(tokens.parent(i))) first.set(tokens.parent(i), i);
    return first;
  }

  private tag(tokens: TokenTable, i: number): void {
    const key = keyOf(tokens.page(i), tokens.tagCode(i));
    const known = this.byKey.get(key);
    if (known) known.push(i);
    else this.byKey.set(key, [i]);
    this.bit(tokens, i);
  }

  private bit(tokens: TokenTable, i: number): void {
    if ((tokens.byte(i) & ATTRIBUTE_BIT) !== 0) this.attributed.push(i);
  }

  private text(tokens: TokenTable, i: number): void {
    const { bytes } = tokens;
    const end = tokens.end(i) - 1;
    let found = false;
    for (let k = tokens.start(i) + 1; k < end; k++) {
      if (end - k >= LONG) k = this.pastPlain(bytes, k, end);
      const byte = bytes[k] as number;
      if (k >= end || byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) continue;
      found = true;
      if (this.controls.length < MAX_PLACES) this.controls.push(k);
      else break;
    }
    if (found) this.controlled++;
  }

  /** Goes on by two words of four bytes as long as no byte is below 0x20. */
  private pastPlain(bytes: Uint8Array, from: number, end: number): number {
    const words = (this.words ??= new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
    let k = from;
    for (; k + 8 <= end; k += 8) {
      // borrows: at worst two words too early
      if (((borrows(words.getInt32(k)) | borrows(words.getInt32(k + 4))) & TOP_BITS) !== 0) break;
    }
    return k;
  }
}

/** The message a rule looks at, with its index. */
export interface MessageScene extends Scene {
  readonly index: MessageIndex;
}

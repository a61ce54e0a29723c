/** Kinds of markup items; numbers because there may be millions of them. */
export const ITEM = {
  text: 0,
  open: 1,
  empty: 2,
  close: 3,
  cdata: 4,
  comment: 5,
  pi: 6,
  doctype: 7,
  /** Markup that is not finished or no markup at all. */
  broken: 8,
} as const;

export type ItemKind = (typeof ITEM)[keyof typeof ITEM];

const LT = 60;
const GT = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;

/**
 * Cuts an XML text into items, one at a time, by hopping from `<` to `<`. It knows no names and checks no
 * nesting. The fields are those of the item that `next` found last; all offsets are UTF-16 units.
 */
export class Scanner {
  readonly text: string;
  readonly end: number;
  kind: ItemKind = ITEM.text;
  from = 0;
  to = 0;
  /** Span of the name of a tag or PI. */
  nameFrom = 0;
  nameTo = 0;
  /** A number that equal names share, for looking them up without making a string. */
  nameHash = 0;
  /** Where a tag's attributes begin (after the name) and end (before `>` or `/>`). */
  bodyTo = 0;
  /** What a broken item lacks. */
  lacks = '';
  /** No `?>` comes any more, or a DOCTYPE had no end: not to be looked for again and again. */
  private noPiEnd = false;
  private noDoctypeEnd = false;

  constructor(text: string, from = 0, end = text.length) {
    this.text = text;
    this.to = from;
    this.end = end;
  }

  /** Moves to the next item; false at the end. Each step consumes at least one unit. */
  next(): boolean {
    const { text, end } = this;
    const from = this.to;
    if (from >= end) return false;
    this.from = from;
    if (text.charCodeAt(from) !== LT) {
      const next = text.indexOf('<', from);
      this.kind = ITEM.text;
      this.to = next < 0 || next > end ? end : next;
      return true;
    }
    const unit = from + 1 < end ? text.charCodeAt(from + 1) : 0;
    if (unit === SLASH) this.scanClose(from);
    else if (isNameStart(unit)) this.scanTag(from);
    else if (unit === 63) this.scanPi(from);
    else if (unit === 33) this.scanDeclaration(from);
    else this.broke(from + 1, 'a name after <, or &lt; for a literal one');
    return true;
  }

  private broke(to: number, lacks: string): void {
    this.kind = ITEM.broken;
    this.to = Math.min(to, this.end);
    this.lacks = lacks;
  }

  /** An item that was never closed ends before the next `<`. */
  private unfinished(lacks: string): void {
    const next = this.text.indexOf('<', this.from + 1);
    this.broke(next < 0 ? this.end : next, lacks);
  }

  private name(from: number): number {
    const { text, end } = this;
    let at = from;
    let hash = 0;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (!isNameUnit(unit)) break;
      hash = (Math.imul(hash, 31) + unit) | 0;
    }
    this.nameFrom = from;
    this.nameTo = at;
    this.nameHash = hash;
    return at;
  }

  private scanTag(from: number): void {
    const { text, end } = this;
    let at = this.name(from + 1);
    if (at < end && text.charCodeAt(at) === GT) {
      this.kind = ITEM.open;
      this.bodyTo = at;
      this.to = at + 1;
      return;
    }
    let quote = 0;
    for (; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (quote !== 0) {
        if (unit === quote) quote = 0;
        else if (unit === LT) break;
      } else if (unit === GT) {
        const isEmpty = text.charCodeAt(at - 1) === SLASH && at - 1 >= this.nameTo;
        this.kind = isEmpty ? ITEM.empty : ITEM.open;
        this.bodyTo = isEmpty ? at - 1 : at;
        this.to = at + 1;
        return;
      } else if (unit === QUOTE || unit === APOSTROPHE) quote = unit;
      else if (unit === LT) break;
    }
    this.broke(at, quote === 0 ? 'a > at the end of the tag' : 'a closing quote');
  }

  private scanClose(from: number): void {
    const { text, end } = this;
    let at = this.name(from + 2);
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (at < end && text.charCodeAt(at) === GT && this.nameTo > this.nameFrom) {
      this.kind = ITEM.close;
      this.to = at + 1;
    } else this.unfinished('a name and > in the end tag');
  }

  private scanPi(from: number): void {
    const close = this.noPiEnd ? -1 : this.text.indexOf('?>', from + 2);
    if (close < 0 || close + 2 > this.end) {
      this.noPiEnd = true;
      this.unfinished('a closing ?>');
      return;
    }
    this.name(from + 2);
    this.nameTo = Math.min(this.nameTo, close);
    this.kind = ITEM.pi;
    this.bodyTo = close;
    this.to = close + 2;
  }

  private scanDeclaration(from: number): void {
    if (this.delimited(from, '<!--', '-->', ITEM.comment, 'a closing -->')) return;
    if (this.delimited(from, '<![CDATA[', ']]>', ITEM.cdata, 'a closing ]]>')) return;
    if (!this.text.startsWith('<!DOCTYPE', from)) {
      this.unfinished('a comment, CDATA or DOCTYPE');
      return;
    }
    const { text, end } = this;
    let depth = 0;
    for (let at = from; at < end && !this.noDoctypeEnd; at++) {
      const unit = text.charCodeAt(at);
      const literal = text.startsWith('<!--', at) ? '-->' : unit === 34 ? '"' : unit === 39 ? "'" : '';
      const close = literal === '' ? -1 : text.indexOf(literal, at + 1);
      if (close >= 0) at = close + literal.length - 1;
      else if (unit === 91) depth++;
      else if (unit === 93) depth--;
      else if (unit === GT && depth <= 0) {
        this.kind = ITEM.doctype;
        this.to = at + 1;
        return;
      }
    }
    this.noDoctypeEnd = true;
    this.unfinished('a closing > of the DOCTYPE');
  }

  private delimited(from: number, open: string, close: string, kind: ItemKind, lacks: string): boolean {
    if (!this.text.startsWith(open, from)) return false;
    const at = this.text.indexOf(close, from + open.length);
    if (at < 0 || at + close.length > this.end) this.broke(this.end, lacks);
    else {
      this.kind = kind;
      this.to = at + close.length;
    }
    return true;
  }
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 9 || unit === 13;

/** Bit 1: may begin a name; bit 2: may stand in one. ASCII; from U+00C0 on both hold. */
const NAME = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  const character = String.fromCharCode(unit);
  if (/[A-Za-z_:]/.test(character)) NAME[unit] = 3;
  else if (/[0-9.-]/.test(character)) NAME[unit] = 2;
}

const isNameStart = (unit: number): boolean =>
  unit < 128 ? ((NAME[unit] as number) & 1) !== 0 : unit >= 0xc0;
const isNameUnit = (unit: number): boolean => (unit < 128 ? NAME[unit] !== 0 : unit >= 0xb7);

/**
 * Offset of the first place where the markup of `text` does not balance, or −1 where it does. The cheap
 * question to ask before anything is encoded.
 */
export function firstImbalance(text: string, from = 0, end = text.length): number {
  const scanner = new Scanner(text, from, end);
  const open: string[] = [];
  while (scanner.next()) {
    if (scanner.kind === ITEM.broken) return scanner.from;
    if (scanner.kind === ITEM.open) open.push(text.slice(scanner.nameFrom, scanner.nameTo));
    else if (scanner.kind === ITEM.close && open.pop() !== text.slice(scanner.nameFrom, scanner.nameTo)) {
      return scanner.from;
    }
  }
  return open.length > 0 ? end : -1;
}

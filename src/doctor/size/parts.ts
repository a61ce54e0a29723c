import { hexUpper, keyOf, type Decoded } from '../../doctypes/index.ts';
import { KIND, type Header } from '../../wbxml/index.ts';
import { firstOfBody, type Leaving } from './layout.ts';
import { Pages } from './pages.ts';

/** A part of a message's bytes, and whose they are. */
export interface SizePart {
  text: string;
  bytes: number;
  /** Bytes of the message, half-open; the first thousand places. */
  places: { start: number; end: number }[];
  /** `needed`: in the smallest message too. `spare`: legal, but the message says the same without it. `fault`: against a rule. */
  kind: 'needed' | 'spare' | 'fault';
}

export const REDUNDANT = 'redundant SWITCH_PAGE';
const SWITCH = 'SWITCH_PAGE';
const MAX_PLACES = 1000;

/**
 * Whose each byte of a message is, elements with the same name and parent as one; what is needed first.
 * @param faults of the elements that go, those that are against a rule
 */
export function partsOf(
  read: Decoded,
  header: Header,
  leaving: Leaving,
  faults: ReadonlySet<number>,
): SizePart[] {
  return new Partition(read, leaving, faults).run(header);
}

class Partition {
  private readonly read: Decoded;
  private readonly leaving: Leaving;
  private readonly faults: ReadonlySet<number>;
  private readonly pages = new Pages();
  private readonly parts: SizePart[] = [];
  private readonly byText = new Map<string, SizePart>();
  /** The part of an element by its own key, its parent's and what becomes of it: no text is made twice. */
  private readonly byKeys = new Map<number, SizePart>();

  constructor(read: Decoded, leaving: Leaving, faults: ReadonlySet<number>) {
    this.read = read;
    this.leaving = leaving;
    this.faults = faults;
  }

  run(header: Header): SizePart[] {
    const { leaving, pages } = this;
    const { tokens } = this.read;
    const first = firstOfBody(tokens);
    this.header(header, tokens.start(first));
    for (let i = first; i < tokens.length; i++) {
      const [start, end] = [tokens.start(i), tokens.end(i)];
      const kind = tokens.kind(i);
      const isAttribute = tokens.inAttributes(i);
      if (kind === KIND.switchPage && !isAttribute) pages.seen(start, end);
      else if (leaving.elements.has(i)) i = this.goes(i);
      else {
        if (kind === KIND.tag && !isAttribute) pages.tag(tokens.page(i));
        add(this.stays(i), end - start, start, end);
        if (leaving.bare.has(i)) i = this.bare(i);
      }
    }
    for (const { start, end, needed } of pages.done()) {
      add(this.named(needed ? SWITCH : REDUNDANT, needed ? 'needed' : 'spare'), end - start, start, end);
    }
    const order = { needed: 0, spare: 1, fault: 2 };
    return this.parts.filter(({ bytes }) => bytes !== 0).sort((a, b) => order[a.kind] - order[b.kind]);
  }

  private header({ tableStart, tableEnd, tableLength }: Header, end: number): void {
    const shorter = this.leaving.table ? tableEnd - tableStart + tableLength.width - 1 : 0;
    add(this.named('header', 'needed'), end - shorter, 0, end);
    if (shorter > 0) {
      add(this.named('string table, which nothing points to', 'spare'), shorter, tableStart, tableEnd);
    }
  }

  /** The element with this tag goes. @returns its last token */
  private goes(i: number): number {
    const { tokens } = this.read;
    const past = tokens.past(i);
    const part = this.of(i, this.faults.has(i) ? 'fault' : 'spare');
    add(part, tokens.end(past - 1) - tokens.start(i), tokens.start(i), tokens.end(past - 1));
    this.pages.leaveOut(this.read, i, past, part);
    return past - 1;
  }

  /** A tag loses its END. @returns the END's token */
  private bare(i: number): number {
    const { tokens } = this.read;
    const last = tokens.past(i) - 1;
    const part = this.named(`END of empty ${nameAt(this.read, i)}`, 'spare');
    add(part, 1, tokens.start(last), tokens.end(last));
    return last;
  }

  /** The part that a token belongs to that stays. */
  private stays(i: number): SizePart {
    const { tokens } = this.read;
    const kind = tokens.kind(i);
    const isTag = (kind === KIND.tag || kind === KIND.literalTag) && !tokens.inAttributes(i);
    const owner = isTag ? i : tokens.parent(i);
    return owner < 0 ? this.named('outside the root', 'needed') : this.of(owner, 'needed');
  }

  private of(i: number, kind: SizePart['kind']): SizePart {
    const { tokens } = this.read;
    const parent = tokens.parent(i);
    const id =
      (this.keyAt(i) * 0x10001 + (parent < 0 ? 0x10000 : this.keyAt(parent))) * 3 + KINDS.indexOf(kind);
    let part = this.byKeys.get(id);
    if (!part) {
      const name = nameAt(this.read, i) + (parent < 0 ? '' : ` under ${nameAt(this.read, parent)}`);
      const text = kind === 'needed' ? name : `${name}, ${kind === 'fault' ? 'the fault' : 'legal'}`;
      this.byKeys.set(id, (part = this.named(text, kind)));
    }
    return part;
  }

  /** Page and code; one number for all that is no plain tag. */
  private keyAt(i: number): number {
    const { tokens } = this.read;
    const kind = tokens.kind(i);
    return kind === KIND.tag ? keyOf(tokens.page(i), tokens.tagCode(i)) : kind === KIND.pi ? 1 : 2;
  }

  private named(text: string, kind: SizePart['kind']): SizePart {
    const id = `${kind} ${text}`;
    let part = this.byText.get(id);
    if (!part) {
      this.byText.set(id, (part = { text, bytes: 0, places: [], kind }));
      this.parts.push(part);
    }
    return part;
  }
}

const KINDS: readonly SizePart['kind'][] = ['needed', 'spare', 'fault'];

function add(part: SizePart, bytes: number, start: number, end: number): void {
  part.bytes += bytes;
  const last = part.places.at(-1);
  if (last?.end === start) last.end = end;
  else if (part.places.length < MAX_PLACES) part.places.push({ start, end });
}

function nameAt({ tokens, vocabulary }: Decoded, i: number): string {
  if (tokens.kind(i) === KIND.pi) return 'processing instruction';
  if (tokens.kind(i) !== KIND.tag) return 'LITERAL tag';
  const code = tokens.tagCode(i);
  return vocabulary.tag(tokens.page(i), code)?.name ?? `tag-0x${hexUpper(code)}`;
}

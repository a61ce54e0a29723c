import { textOfBinary, utf8Binary } from './binary.ts';
import { PLAIN, UNREAD } from './kinds.ts';
import type { Invention } from './invention.ts';
import { isProtocolWord } from './protocol-words.ts';
import type { Sweep } from './sweep.ts';
import { Values, type Nested } from './values.ts';

/** A value and what stands in its place. */
export interface Replaced {
  kind: string;
  before: string;
  after: string;
  /** In how many places. */
  count: number;
  /** False where it is bytes, of which only the number is told. */
  isText: boolean;
}

/** Bytes of a message nobody can judge: the codec does not read them, or they are no text. Half-open. */
export interface Unjudged {
  exchange: number;
  side: 'request' | 'response';
  start: number;
  end: number;
  what: 'unread' | 'body';
}

/** Replaces what it is given, and keeps account of it. */
export class Ledger {
  readonly unjudged: Unjudged[] = [];
  private readonly values: Values;
  private readonly known = new Map<string, Replaced>();
  private readonly chosen: ReadonlySet<string>;
  private readonly sweep: Sweep;

  /** @param chosen kinds that are replaced; the others are left as they are */
  constructor(invention: Invention, nested: Nested, chosen: ReadonlySet<string>, sweep: Sweep) {
    this.values = new Values(invention, nested);
    this.chosen = chosen;
    this.sweep = sweep;
  }

  /** Everything that was replaced, in the order in which it was met. */
  get replaced(): Replaced[] {
    return [...this.known.values()];
  }

  /** A value of a kind, as bytes, a character each. */
  binary(binary: string, kind: string): string {
    if (kind === PLAIN) return this.sweep.over(binary);
    if (!this.chosen.has(kind)) return binary;
    if (kind === 'folder' && isProtocolWord(binary)) return binary; // a folder called Inbox is nobody's secret
    const after = this.values.binary(binary, kind);
    this.note(kind, binary, after);
    return after;
  }

  /** A value that is bytes, not text. */
  data(binary: string, kind: string): string {
    if (!this.chosen.has(kind) || binary === '') return binary;
    const after = this.values.data(binary, kind);
    this.note(kind, binary, after);
    return after;
  }

  /** A value as text. */
  text(text: string, kind: string): string {
    return textOfBinary(this.binary(utf8Binary(text), kind)) ?? text;
  }

  /** What could not be read. */
  unread(binary: string): string {
    if (!this.chosen.has(UNREAD)) return binary;
    const after = this.values.unread(this.sweep.over(binary));
    this.note(UNREAD, binary, after);
    return after;
  }

  /** What no reader looks at, and nobody needs: zeros stand for it, whatever is chosen. */
  emptied(binary: string): void {
    this.note(UNREAD, binary, '\0'.repeat(binary.length));
  }

  /** True where values of this kind are replaced. */
  takes(kind: string): boolean {
    return this.chosen.has(kind);
  }

  private note(kind: string, before: string, after: string): void {
    if (before === after) return;
    const key = `${kind} ${before}`;
    const known = this.known.get(key);
    if (known) known.count++;
    else {
      const isText = textIn(before) !== undefined;
      this.known.set(key, { kind, before: shownOf(before), after: shownOf(after), count: 1, isText });
    }
  }
}

/** The text that bytes are; `undefined` where they are none. */
function textIn(binary: string): string | undefined {
  const text = textOfBinary(binary);
  // eslint-disable-next-line no-control-regex -- bytes that are no text
  return text === undefined || /[\0-\x08]/.test(text) ? undefined : text;
}

/** Bytes as they are shown: their text, or how many there are. */
const shownOf = (binary: string): string => textIn(binary) ?? `${binary.length} bytes`;

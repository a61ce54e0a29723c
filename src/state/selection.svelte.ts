import type { Splice } from './history-splice.ts';

/** Bytes of the message on show, half-open. */
export interface Span {
  start: number;
  end: number;
}

/** Where a selection was made: that pane is not moved by it. */
export type Origin = 'bytes' | 'xml' | 'finding' | 'address';

const EMPTY: Span = { start: 0, end: 0 };

/** The bytes a person points at and has selected; every pane shows them in its own way. */
export class Selection {
  #span = $state.raw<Span>(EMPTY);
  #caret = $state(0);
  #anchor = EMPTY;
  #hover = $state.raw<Span>();
  #origin = $state.raw<Origin>('address');

  /** The selected bytes; empty only where the message is, or behind its last byte. */
  get span(): Span {
    return this.#span;
  }

  /** The byte the keyboard stands on; it is explained. */
  get caret(): number {
    return this.#caret;
  }

  get origin(): Origin {
    return this.#origin;
  }

  /** What the pointer is over. */
  get hover(): Span | undefined {
    return this.#hover;
  }

  /** Selects a span; the caret goes to its first byte. */
  select(span: Span, origin: Origin): void {
    this.#anchor = span;
    this.#set(span, span.start, origin);
  }

  /** Stretches the selection from where it began to `span`, whose first byte gets the caret. */
  extend(span: Span, origin: Origin): void {
    const start = Math.min(this.#anchor.start, span.start);
    const end = Math.max(this.#anchor.end, span.end);
    this.#set({ start, end }, span.start, origin);
  }

  point(span: Span | undefined): void {
    const old = this.#hover;
    if (old?.start === span?.start && old?.end === span?.end) return;
    this.#hover = span;
  }

  /** Keeps within a message of `size` bytes, after it changed. */
  clamp(size: number): void {
    this.#hover = undefined;
    const { start, end } = this.#span;
    if (end <= size && (end > start || start === size)) return;
    const at = Math.max(0, Math.min(this.#caret, size - 1));
    this.select({ start: at, end: Math.min(at + 1, size) }, 'address');
  }

  /**
   * Stays with its bytes where some in front of them or among them came or went. Where all of them went, it shrinks to
   * the byte that stands there now: it must not seem to hold what a person never selected.
   */
  follow({ at, removed, inserted }: Splice<Uint8Array>): void {
    const { start, end } = this.#span;
    if (end <= at) return;
    const by = inserted.length - removed.length;
    const from = start < at + removed.length ? Math.min(start, at) : start + by;
    this.select({ start: from, end: Math.max(from + 1, at, end + by) }, 'address');
  }

  #set(span: Span, caret: number, origin: Origin): void {
    this.#span = span;
    this.#caret = caret;
    this.#origin = origin;
  }
}

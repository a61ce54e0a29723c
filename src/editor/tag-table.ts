import { lastAt } from './last-at.ts';
import { markupOf } from './markup.ts';
import type { Span } from './types.ts';

/** An element of the text from its first tag to its last. */
export interface Element {
  /** The start tag, `<` and `>` included. */
  open: Span;
  /** Its name there, prefix included. */
  openName: Span;
  close: Span;
  closeName: Span;
}

/**
 * The elements of a text that have a start and an end tag, in the order of their ends. A text whose tags do
 * not match gives those that can be told: an end tag closes the nearest open element of its name, and those
 * inside that are still open are left out; one without such an element is passed over.
 */
export function elementsOf(text: string): Element[] {
  const elements: Element[] = [];
  const open: { name: string; tag: Span }[] = [];
  const waiting = new Map<string, number>(); // how many of a name are open: a stray end tag costs no search
  for (const { kind, name, start, end } of markupOf(text)) {
    if (name === undefined || kind === 'empty') continue;
    const tag = { start, end };
    if (kind === 'open') {
      open.push({ name, tag });
      waiting.set(name, (waiting.get(name) ?? 0) + 1);
      continue;
    }
    if (!waiting.get(name)) continue;
    for (let last = open.pop(); last; last = open.pop()) {
      waiting.set(last.name, (waiting.get(last.name) ?? 0) - 1);
      if (last.name !== name) continue;
      elements.push({
        open: last.tag,
        openName: nameSpan(last.tag.start + 1, name),
        close: tag,
        closeName: nameSpan(start + 2, name),
      });
      break;
    }
  }
  return elements;
}

const nameSpan = (start: number, name: string): Span => ({ start, end: start + name.length });

/** The element one of whose names an offset stands in or right behind. */
export function elementNamedAt(elements: readonly Element[], offset: number): Element | undefined {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  return elements.find(({ openName, closeName }) => holds(openName) || holds(closeName));
}

/** Lines that can be folded away, the first of them staying in view; lines count from 1. */
export interface Fold {
  start: number;
  end: number;
}

/**
 * A fold for every element of more than one line. Where the end tag has a line of its own it stays in view.
 */
export function foldsOf(text: string, elements: readonly Element[]): Fold[] {
  const lines = lineStarts(text);
  return elements.flatMap(({ open, close }) => {
    const start = lineAt(lines, open.start);
    const last = lineAt(lines, close.start);
    const indent = text.slice(lines[last - 1], close.start);
    const end = indent.trim() === '' ? last - 1 : last;
    return end > start ? [{ start, end }] : [];
  });
}

/** Offset of the start of each line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line an offset is in, from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  return lastAt(starts, offset) + 1;
}

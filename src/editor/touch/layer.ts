import { offsetAfter } from '../change.ts';
import type { Change, HighlightKind, Marker, Span } from '../types.ts';
import { chunkAt, recut } from './chunks.ts';
import type { Look } from './looks.ts';

/** What the layer can draw, lowest first: where two meet, the later one is on top. */
const kinds = ['tag', 'dim', 'finding', 'hover', 'selection', 'note', 'warning', 'error'] as const;

export type LayerKind = (typeof kinds)[number];
kinds satisfies readonly (Look['kind'] | HighlightKind | Marker['severity'])[];

/**
 * The text once more, behind the field that is typed into, in the same letters and lines, with parts of it
 * drawn in their own way. It draws by the browser's highlights: ranges over plain text, no element for each.
 * The text stands in blocks of whole lines, so that the browser lays out anew only the one that changes.
 */
export class Layer {
  /** Where a browser has no highlights, the field shows its own letters; the layer tells places only. */
  static readonly isSupported = 'highlights' in CSS;

  readonly element = document.createElement('pre');
  private blocks = [blockOf('')];
  private starts = [0];
  private readonly spans = new Map<LayerKind, readonly Span[]>();
  private readonly ranges = new Map<LayerKind, Range[]>();

  constructor() {
    this.element.className = 'xml-field-layer';
    this.element.ariaHidden = 'true';
    this.element.append(...this.blocks.map(({ element }) => element));
    this.endLastLine();
  }

  /** Makes the change in the layer's text. What was drawn goes along until it is drawn anew. */
  change(change: Change): void {
    const { first, last, chunks } = recut(this.starts, (i) => this.blocks[i]?.text ?? '', change);
    const made = chunks.map(blockOf);
    this.blocks[first]?.element.before(...made.map(({ element }) => element));
    for (const { element } of this.blocks.splice(first, last - first, ...made)) element.remove();
    this.starts = startsOf(this.blocks);
    this.endLastLine();
    for (const [kind, spans] of this.spans) {
      this.draw(
        kind,
        spans.map(({ start, end }) => ({ start: offsetAfter(start, change), end: offsetAfter(end, change) })),
      );
    }
  }

  draw(kind: LayerKind, spans: readonly Span[]): void {
    if (!Layer.isSupported) return;
    const highlight = highlightOf(kind);
    for (const range of this.ranges.get(kind) ?? []) highlight.delete(range);
    const ranges = spans.map((span) => this.range(span));
    for (const range of ranges) highlight.add(range);
    this.spans.set(kind, spans);
    this.ranges.set(kind, ranges);
  }

  /** Where a span is drawn, in the coordinates of the window. */
  placeOf(span: Span): DOMRect {
    return this.range(span).getBoundingClientRect();
  }

  clear(): void {
    for (const kind of kinds) this.draw(kind, []);
  }

  private range({ start, end }: Span): Range {
    const range = new Range();
    range.setStart(...this.place(start));
    range.setEnd(...this.place(Math.max(start, end)));
    return range;
  }

  private place(offset: number): [Text, number] {
    const i = chunkAt(this.starts, offset);
    const { node, text } = this.blocks[i] ?? blockOf('');
    return [node, Math.max(0, Math.min(offset - (this.starts[i] ?? 0), text.length))];
  }

  /** A line end more in the last block: without it a last line that is empty would have no height. */
  private endLastLine(): void {
    for (const { node, text } of this.blocks.slice(-2)) if (node.data !== text) node.data = text;
    this.blocks.at(-1)?.node.appendData('\n');
  }
}

interface Block {
  element: HTMLElement;
  node: Text;
  text: string;
}

function blockOf(text: string): Block {
  const element = document.createElement('div');
  const node = element.appendChild(document.createTextNode(text));
  return { element, node, text };
}

function startsOf(blocks: readonly Block[]): number[] {
  let at = 0;
  return blocks.map(({ text }) => {
    const start = at;
    at += text.length;
    return start;
  });
}

/** The page has one highlight of a name; all fields add their ranges to it. */
function highlightOf(kind: LayerKind): globalThis.Highlight {
  const name = `xml-${kind}`;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new globalThis.Highlight();
  made.priority = kinds.indexOf(kind);
  CSS.highlights.set(name, made);
  return made;
}

import { noVocabulary, vocabularyOf, type Vocabulary } from '../doctypes/index.ts';
import { ITEM, Scanner, Scope } from '../xml/index.ts';
import { OpenElements, type OpenElement } from './open-elements.ts';
import type { Span } from './types.ts';

/**
 * What stands at an offset. `name` is the name of a tag, prefix included, as far as it is written.
 * `tag` is a start tag, which may be unfinished, and holds the offset in or right behind its name; `end` an end tag.
 */
export type Spot =
  | { kind: 'tag'; name: Span; whole: boolean; isEmpty: boolean; span: Span; element?: OpenElement }
  | { kind: 'end'; name: Span; whole: boolean; span: Span }
  | { kind: 'text'; span: Span; alone: boolean }
  | { kind: 'attributes'; span: Span; element: OpenElement }
  | { kind: 'other'; span: Span };

/** An offset of a text, as a writer or a reader sees it. */
export interface TextPlace {
  vocabulary: Vocabulary;
  spot: Spot;
  /** The elements around it, root first; that of a tag at the offset is not among them. */
  open: readonly OpenElement[];
  /** The first element of the text, wherever it stands. */
  root: OpenElement | undefined;
  scope: Scope;
  /** Where the innermost element ends, if it does: its end tag. Of a caret only. */
  close: Span | undefined;
  /** Of a start tag at a caret: the name in its end tag, where there is one. */
  ownClose: Span | undefined;
}

/** Whether an offset is in an item: a caret may also stand behind one that is not finished, or in an empty gap. */
type Holds = (scanner: Scanner, offset: number) => boolean;

const underPointer: Holds = ({ to }, offset) => offset < to;
const atCaret: Holds = ({ kind, to }, offset) =>
  kind === ITEM.text || kind === ITEM.broken ? offset <= to : offset < to;

/** The place of a character. @param offset UTF-16 units */
export const placeOfUnit = (text: string, offset: number, doctype?: string): TextPlace =>
  placeIn(text, offset, underPointer, doctype);

/** The place of a caret. @param offset UTF-16 units */
export const placeOfCaret = (text: string, offset: number, doctype?: string): TextPlace =>
  placeIn(text, offset, atCaret, doctype);

/** One walk over the whole text; takes time linear in it, and never fails. */
function placeIn(text: string, offset: number, holds: Holds, doctype = 'activesync'): TextPlace {
  const vocabulary = vocabularyOf(doctype) ?? noVocabulary;
  const elements = new OpenElements(new Scope(vocabulary));
  const scanner = new Scanner(text);
  let behindStart = false; // only a start tag stands right before
  for (;;) {
    const more = scanner.next();
    if (!more) return done({ kind: 'text', span: { start: offset, end: offset }, alone: behindStart });
    // Between two tags there is no item: the caret stands in a text without a character.
    if (scanner.from >= offset && scanner.kind !== ITEM.text && holds === atCaret) {
      const alone = behindStart && scanner.kind === ITEM.close;
      return done({ kind: 'text', span: { start: offset, end: offset }, alone }, scanner);
    }
    if (holds(scanner, offset)) break;
    behindStart = enter(elements, scanner);
  }
  if (scanner.kind !== ITEM.text) return done(spotOf(scanner, offset, elements));
  const span = { start: scanner.from, end: scanner.to };
  const isLast = !scanner.next();
  const alone = behindStart && (isLast || mayEnd(scanner));
  return done({ kind: 'text', span, alone }, isLast ? undefined : scanner);

  /** @param current a scanner whose last item comes after the place; without one the item at it is passed */
  function done(spot: Spot, current?: Scanner): TextPlace {
    const open = [...elements.list];
    const innermost = open.at(-1);
    const { scope } = elements;
    const place = { vocabulary, spot, open, root: elements.root, scope };
    // Who only looks need not know what follows.
    if (holds === underPointer) return { ...place, close: undefined, ownClose: undefined };
    const own = spot.kind === 'tag' && !spot.isEmpty ? spot.element : undefined;
    const rest = new Rest(elements, innermost, own);
    if (spot.kind === 'end') rest.endsAt(spot);
    const after = current ?? (spot.kind === 'text' ? undefined : scanner);
    if (current) rest.take(current);
    while (!rest.isOver && after?.next()) rest.take(after);
    return { ...place, root: elements.root, ...rest.found };
  }
}

/** Whether an item ends the text before it for good; one that is not finished may become an end tag. */
const mayEnd = ({ kind }: Scanner): boolean => kind === ITEM.close || kind === ITEM.broken;

/** Takes an item before the place. @returns true for a start tag */
function enter(elements: OpenElements, scanner: Scanner): boolean {
  const { kind, text } = scanner;
  if (kind === ITEM.open || kind === ITEM.empty) elements.enter(scanner, kind === ITEM.empty);
  else if (kind === ITEM.close) elements.leave(text.slice(scanner.nameFrom, scanner.nameTo));
  return kind === ITEM.open;
}

function spotOf(scanner: Scanner, offset: number, elements: OpenElements): Spot {
  const { kind, text, from, to, nameFrom, nameTo } = scanner;
  const span = { start: from, end: to };
  const name = { start: nameFrom, end: nameTo };
  if (kind === ITEM.close) return { kind: 'end', name, whole: true, span };
  if (kind === ITEM.open || kind === ITEM.empty) {
    const isEmpty = kind === ITEM.empty;
    const element = elements.read(scanner);
    elements.root ??= element;
    if (offset <= nameTo) return { kind: 'tag', name, whole: true, isEmpty, span, element };
    return { kind: 'attributes', span, element };
  }
  if (kind !== ITEM.broken) return { kind: 'other', span };
  const isEnd = text.charAt(from + 1) === '/';
  const start = from + (isEnd ? 2 : 1);
  const end =
    start + (/^[^\s<>/="'&!?]*/.exec(text.slice(start, Math.min(to, start + 200)))?.[0].length ?? 0);
  if (offset < start || offset > end || /[!?]/.test(text.charAt(from + 1))) return { kind: 'other', span };
  const written = { start, end };
  if (isEnd) return { kind: 'end', name: written, whole: false, span };
  return { kind: 'tag', name: written, whole: false, isEmpty: false, span };
}

/** What follows a place: the later children of the innermost element, and where it ends. */
class Rest {
  readonly found: { close: Span | undefined; ownClose: Span | undefined } = {
    close: undefined,
    ownClose: undefined,
  };
  isOver = false;
  private readonly elements: OpenElements;
  private readonly innermost: OpenElement | undefined;
  private readonly own: string | undefined;
  /** Names of the elements that were opened since. */
  private readonly inside: string[] = [];

  constructor(elements: OpenElements, innermost: OpenElement | undefined, own: OpenElement | undefined) {
    this.elements = elements;
    this.innermost = innermost;
    this.own = own?.name;
    if (own) this.inside.push(own.name);
    this.isOver = !innermost && !own && elements.root !== undefined;
  }

  /** The place is in the end tag of the innermost element. */
  endsAt({ span, whole }: { span: Span; whole: boolean }): void {
    if (!whole) return;
    this.found.close = span;
    this.isOver = true;
  }

  take(scanner: Scanner): void {
    const { kind, text, from, to, nameFrom, nameTo } = scanner;
    const { inside, innermost, elements } = this;
    if (kind === ITEM.open || kind === ITEM.empty) {
      if (inside.length === 0 || !elements.root) {
        const child = elements.read(scanner);
        innermost?.children.push({ key: child.key, start: from, end: to });
        elements.root ??= child;
      }
      if (kind === ITEM.open) inside.push(text.slice(nameFrom, nameTo));
      return;
    }
    if (kind !== ITEM.close) return;
    const name = text.slice(nameFrom, nameTo);
    const at = inside.lastIndexOf(name);
    if (at >= 0) {
      inside.length = at;
      if (at === 0 && this.own === name && !this.found.ownClose) {
        this.found.ownClose = { start: nameFrom, end: nameTo };
      }
      return;
    }
    if (innermost?.name === name) this.found.close = { start: from, end: to };
    this.isOver = true;
  }
}

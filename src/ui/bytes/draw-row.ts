import type { Severity } from '../../doctor/index.ts';

/**
 * Draws the bytes of a row. More than a thousand cells are in view, and with most keys all of them change: a component's
 * effect for each, or its element made anew, would hold the page up.
 */

/** A place of a row: a byte, or where one can go on writing. */
export interface Cell {
  offset: number;
  /** Two digits of hex, or what stands for them. */
  digits: string;
  /** The byte as a character; absent where there is no byte. */
  character?: string;
  /** Class of how it is drawn. */
  look: string;
  /** The worst that is said about it. */
  worst?: Severity;
}

/** Whether two rows hold the same, and look the same. */
export const areSame = (these: readonly Cell[], those: readonly Cell[]): boolean =>
  these.length === those.length &&
  these.every(({ offset, digits, look, worst }, i) => {
    const other = those[i];
    return (
      other?.offset === offset && other.digits === digits && other.look === look && other.worst === worst
    );
  });

/** What stands out in a row at the moment; of a set of cells, bit i is the one with index i. */
export interface Lit {
  selected: number;
  hovered: number;
  /** Index of the cell the keyboard stands on; -1 where it is in another row. */
  caret: number;
  /** The cell of which one digit is typed, and what is drawn of it then. */
  half?: { index: number; digits: string } | undefined;
  /** Keys are characters. */
  writes: boolean;
}

/** The cells from byte `from` on that lie within a span, as a set. @param columns cells of a whole row; 32 at most */
export function cellsWithin(span: { start: number; end: number } | undefined, from: number, columns: number) {
  let set = 0;
  for (let i = 0; span && i < columns; i++) {
    if (from + i >= span.start && from + i < span.end) set |= 1 << i;
  }
  return set;
}

const has = (set: number, i: number): boolean => (set & (1 << i)) !== 0;

/** Draws bytes as cells of a grid; what they are called is said by whoever names them. */
export function drawCells(box: Element, cells: readonly Cell[], lit: Lit): void {
  const words = wordsIn(box, cells.length, newCell);
  cells.forEach(({ offset, digits, look, worst }, i) => {
    const word = words[i] as Word;
    const half = lit.half?.index === i ? lit.half : undefined;
    const isSelected = has(lit.selected, i);
    let classes = `cell ${look}`;
    if (i === 8) classes += ' gap';
    if (worst) classes += ` said ${worst}`;
    if (isSelected) classes += ' selected';
    if (has(lit.hovered, i)) classes += ' hover';
    if (half) classes += ' half';
    word.put('class', classes);
    word.put('aria-colindex', String(i + 2));
    word.put('aria-selected', String(isSelected));
    word.put('tabindex', i === lit.caret ? '0' : '-1');
    word.put('data-offset', String(offset));
    word.write(half?.digits ?? digits);
  });
}

/** Says what cell `i` of a row is called. */
export function nameCell(box: Element, i: number, name: string): void {
  drawn.get(box)?.[i]?.put('aria-label', name);
}

const SPACE = '␣';

/**
 * Draws bytes as characters: those that look alike as one word, each as wide as any other. A space is a word of its
 * own, since it alone may come from another font.
 */
export function drawCharacters(box: Element, cells: readonly Cell[], lit: Lit): void {
  const runs = runsOf(cells, lit);
  const words = wordsIn(box, runs.length, newCharacters);
  runs.forEach(({ offset, classes, text }, i) => {
    const word = words[i] as Word;
    word.put('class', classes);
    word.put('data-offset', String(offset));
    word.write(text);
  });
}

/** Characters that are drawn as one. */
export interface Run {
  /** Of its first byte. */
  offset: number;
  classes: string;
  text: string;
}

export function runsOf(cells: readonly Cell[], lit: Lit): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  cells.forEach(({ offset, character, look }, i) => {
    if (character === undefined) return;
    let classes = character === SPACE ? `${look} space` : look;
    if (has(lit.selected, i)) classes += ' selected';
    if (has(lit.hovered, i)) classes += ' hover';
    if (lit.writes && i === lit.caret) classes += ' writes';
    if (last?.classes === classes && character !== SPACE) last.text += character;
    else runs.push((last = { offset, classes, text: character }));
  });
  return runs;
}

/** Offset of the byte that is drawn at a place of the screen; `undefined` where there is none. */
export function offsetAt(target: Element, clientX: number): number | undefined {
  const word = target.closest<HTMLElement>('[data-offset]');
  if (!word) return undefined;
  const first = Number(word.dataset['offset']);
  if (!isCharacters(word)) return first;
  const { left, width } = word.getBoundingClientRect();
  const count = word.textContent.length;
  const i = width > 0 ? Math.floor(((clientX - left) * count) / width) : 0;
  return first + Math.max(0, Math.min(count - 1, i));
}

/** Whether bytes are drawn as characters there. */
export const isCharacters = (target: Element): boolean => target.matches('[data-text]');

/** An element of a row. What it has is remembered: to ask the page for it takes as long as to draw it. */
class Word {
  readonly node: HTMLElement;
  readonly #letters = new Text('');
  readonly #has = new Map<string, string>();
  #text = '';

  constructor(node: HTMLElement) {
    this.node = node;
    node.append(this.#letters);
  }

  put(name: string, value: string): void {
    if (this.#has.get(name) === value) return;
    this.#has.set(name, value);
    this.node.setAttribute(name, value);
  }

  /** Writes into the text that is there: a new one in its place would be laid out anew, with its line. */
  write(text: string): void {
    if (this.#text === text) return;
    this.#text = text;
    this.#letters.data = text;
  }
}

/** What is drawn in each box. */
const drawn = new WeakMap<Element, Word[]>();

function wordsIn(box: Element, count: number, make: () => HTMLElement): readonly Word[] {
  const words = drawn.get(box) ?? [];
  drawn.set(box, words);
  for (const { node } of words.splice(count)) node.remove();
  while (words.length < count) {
    const word = new Word(make());
    words.push(word);
    box.append(word.node);
  }
  return words;
}

function newCell(): HTMLElement {
  const cell = document.createElement('span');
  cell.setAttribute('role', 'gridcell');
  return cell;
}

function newCharacters(): HTMLElement {
  const characters = document.createElement('span');
  characters.dataset['text'] = '';
  return characters;
}

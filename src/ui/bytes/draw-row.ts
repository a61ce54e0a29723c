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
  fit(box, cells.length, newCell);
  cells.forEach(({ offset, digits, look, worst }, i) => {
    const node = box.children[i] as HTMLElement;
    const half = lit.half?.index === i ? lit.half : undefined;
    const classes = [
      `cell ${look}`,
      i === 8 && 'gap',
      worst && `said ${worst}`,
      has(lit.selected, i) && 'selected',
      has(lit.hovered, i) && 'hover',
      half && 'half',
    ];
    put(node, 'class', classes.filter(Boolean).join(' '));
    put(node, 'aria-colindex', String(i + 2));
    put(node, 'aria-selected', String(has(lit.selected, i)));
    put(node, 'tabindex', i === lit.caret ? '0' : '-1');
    put(node, 'data-offset', String(offset));
    write(node, half?.digits ?? digits);
  });
}

/** Draws bytes as characters. */
export function drawCharacters(box: Element, cells: readonly Cell[], lit: Lit): void {
  const bytes = cells.filter(({ character }) => character !== undefined);
  fit(box, bytes.length, newCharacter);
  bytes.forEach(({ offset, character = '', look }, i) => {
    const node = box.children[i] as HTMLElement;
    const classes = [
      look,
      character === '␣' && 'space',
      has(lit.selected, i) && 'selected',
      has(lit.hovered, i) && 'hover',
      lit.writes && i === lit.caret && 'writes',
    ];
    put(node, 'class', classes.filter(Boolean).join(' '));
    put(node, 'data-offset', String(offset));
    write(node, character);
  });
}

function newCell(): HTMLElement {
  const cell = newWord();
  cell.setAttribute('role', 'gridcell');
  return cell;
}

function newCharacter(): HTMLElement {
  const character = newWord();
  character.dataset['text'] = '';
  return character;
}

function newWord(): HTMLElement {
  const word = document.createElement('span');
  word.append('');
  return word;
}

function fit(box: Element, count: number, make: () => HTMLElement): void {
  while (box.childElementCount > count) box.lastElementChild?.remove();
  while (box.childElementCount < count) box.append(make());
}

/** What is there already is left: the browser would lay out the page for it again. */
export function put(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Writes into the text that is there: a new one in its place would be laid out anew, with its line. */
function write(node: Element, text: string): void {
  const inside = node.firstChild;
  if (inside && inside.nodeValue !== text) inside.nodeValue = text;
}

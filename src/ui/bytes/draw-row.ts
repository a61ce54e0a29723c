import { haveSameBytes, type Cell, type Lit } from './row-cells.ts';
import { characterRuns, classesOf, digitRuns, gapBefore } from './runs.ts';
import { isSpaceAsWide } from './space-sign.ts';

/**
 * Draws the bytes of a row. More than a thousand are in view, and with most keys all of them change: a component's effect
 * for each, an element made anew, or a box laid out for each would hold the page up. So what looks alike is drawn as one
 * text, and is parted into cells, which have names and take the focus, once it has been seen.
 */

/** What stands in the box of a row's digits. */
interface Drawn {
  /** A text for each run, or an element for each cell. */
  as: 'runs' | 'cells';
  of: readonly Cell[];
  /** Cells of a whole row. */
  columns: number;
  cells: Word[];
  runs: Word[];
  /** Between a cell or run and the one before it. */
  gaps: Text[];
  /** What a row is short of, unseen, so that the characters beside it stand below those of other rows. */
  rest: Word;
}

const drawn = new WeakMap<Element, Drawn>();

/**
 * Draws bytes as digits. Where the keyboard stands there is a cell for each. Elsewhere cells stay while their bytes
 * do; what is new is drawn as text.
 * @param columns cells of a whole row
 */
export function drawDigits(box: Element, cells: readonly Cell[], lit: Lit, columns: number): void {
  const before = drawn.get(box);
  const stay =
    lit.caret >= 0 ||
    (before?.as === 'cells' && (haveSameBytes(before.of, cells) || box.contains(document.activeElement)));
  if (stay) return drawCells(box, cells, lit, columns);
  const { now, isOther } = begin(box, 'runs', cells, columns);
  const runs = digitRuns(cells, lit);
  const isMore = now.runs.length !== runs.length;
  fit(now.runs, runs.length, newRun);
  runs.forEach(({ offset, first, classes, text }, i) => {
    const run = now.runs[i] as Word;
    run.put('class', `digits ${classes}`);
    run.put('data-offset', String(offset));
    run.write(text);
    gap(now.gaps, i, first);
  });
  if (isOther || isMore) place(box, now.runs, now);
}

/** Draws bytes as cells of a grid; what they are called is said by whoever names them. */
export function drawCells(box: Element, cells: readonly Cell[], lit: Lit, columns: number): void {
  const { now, isOther } = begin(box, 'cells', cells, columns);
  const isMore = now.cells.length !== cells.length;
  fit(now.cells, cells.length, newCell);
  cells.forEach((one, i) => {
    const cell = now.cells[i] as Word;
    const half = lit.half?.index === i ? lit.half : undefined;
    cell.put('class', `digits ${classesOf(one, i, lit)}${half ? ' half' : ''}`);
    cell.put('aria-colindex', String(i + 2));
    cell.put('aria-selected', String((lit.selected & (1 << i)) !== 0));
    cell.put('tabindex', i === lit.caret ? '0' : '-1');
    cell.put('data-offset', String(one.offset));
    cell.write(half?.digits ?? one.digits);
    gap(now.gaps, i, i);
  });
  if (isOther || isMore) place(box, now.cells, now);
}

/** Says what cell `i` of a row is called. */
export function nameCell(box: Element, i: number, name: string): void {
  drawn.get(box)?.cells[i]?.put('aria-label', name);
}

/** Notes what is being drawn. @returns whether what stands there is of the other kind, or ended elsewhere */
function begin(box: Element, as: Drawn['as'], cells: readonly Cell[], columns: number) {
  const before = drawn.get(box);
  const isOther = before?.as !== as || before.of.length !== cells.length || before.columns !== columns;
  const now = before ?? { as, of: cells, columns, cells: [], runs: [], gaps: [], rest: newRest() };
  Object.assign(now, { as, of: cells, columns });
  drawn.set(box, now);
  return { now, isOther };
}

/** Puts words and what is between them into the box. What stands at its place already is not moved: it keeps the focus. */
function place(box: Element, words: readonly Word[], { of, columns, gaps, rest }: Drawn): void {
  const nodes: Node[] = words.flatMap(({ node }, i) => (i === 0 ? [node] : [gaps[i] as Text, node]));
  if (of.length < columns) {
    let zeros = '';
    for (let i = of.length; i < columns; i++) zeros += `${gapBefore(i)}00`;
    rest.write(zeros);
    nodes.push(rest.node);
  }
  let at = box.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else box.insertBefore(node, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** Makes what stands before word `i`, which is cell `first` or begins with it. */
function gap(gaps: Text[], i: number, first: number): void {
  const data = gapBefore(first);
  const text = (gaps[i] ??= new Text(data));
  if (text.data !== data) text.data = data;
}

/** What is drawn as characters in each box. */
const written = new WeakMap<Element, Word[]>();

/** Draws bytes as characters. */
export function drawCharacters(box: Element, cells: readonly Cell[], lit: Lit): void {
  const runs = characterRuns(cells, lit, isSpaceAsWide());
  const words = written.get(box) ?? [];
  written.set(box, words);
  const count = words.length;
  fit(words, runs.length, newCharacters);
  for (const { node } of words.slice(count)) box.append(node);
  runs.forEach(({ offset, classes, text }, i) => {
    const word = words[i] as Word;
    word.put('class', classes);
    word.put('data-offset', String(offset));
    word.write(text);
  });
}

/** Offset of the byte that is drawn at a place of the screen; `undefined` where there is none. */
export function offsetAt(target: Element, clientX: number): number | undefined {
  const word = target.closest<HTMLElement>('[data-offset]');
  if (!word) return undefined;
  const first = Number(word.dataset['offset']);
  const { length } = word.textContent;
  const count = isCharacters(word) ? length : (length + 1) / 3;
  if (count === 1) return first;
  const { left, width } = word.getBoundingClientRect();
  const i = width > 0 ? Math.floor(((clientX - left) * count) / width) : 0;
  return first + Math.max(0, Math.min(count - 1, i));
}

/** Whether bytes are drawn as characters there. */
export const isCharacters = (target: Element): boolean => target.matches('[data-text]');

/** Whether a byte has an element of its own there. */
export const isCell = (target: Element): boolean => target.matches('[role=gridcell]');

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

/** Brings words to a count. */
function fit(words: Word[], count: number, make: () => HTMLElement): void {
  for (const { node } of words.splice(count)) node.remove();
  while (words.length < count) words.push(new Word(make()));
}

function newCell(): HTMLElement {
  const cell = document.createElement('span');
  cell.setAttribute('role', 'gridcell');
  return cell;
}

const newRun = (): HTMLElement => document.createElement('span');

function newCharacters(): HTMLElement {
  const characters = document.createElement('span');
  characters.dataset['text'] = '';
  return characters;
}

function newRest(): Word {
  const rest = document.createElement('span');
  rest.className = 'rest';
  return new Word(rest);
}

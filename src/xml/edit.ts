import { ByteWriter, sameBytes, type ByteGap } from '../bytes/index.ts';
import type { ValueCodec } from '../doctypes/index.ts';
import { GLOBAL, TAG_CODE, type Problem } from '../wbxml/index.ts';
import { TextProblems } from './problems.ts';
import { Scope } from './scope.ts';
import { readXml, type ReadOptions, type XmlRead } from './read.ts';
import { Reader } from './reader.ts';
import { ROW, Rows } from './rows.ts';
import { firstImbalance } from './scanner.ts';
import { rawAttributes } from './attributes.ts';
import { XmlMap, type TextPart } from './xml-map.ts';

/** A change of a text: `insert` stands for what was from `from` to `to`. UTF-16 units. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** A text that is being edited: what it reads as now, and the last good reading to splice into. */
export interface XmlEdit {
  /** The text as it stands. Its bytes are absent while it is broken. */
  now: XmlRead;
  /** The last reading without an error; what the bytes are meanwhile. */
  good: XmlRead;
  /** Where `now` differs from `good`: units of the good text, half-open; −1 where they are the same. */
  dirtyFrom: number;
  dirtyTo: number;
  /** True where the last reading was spliced into the one before, false where all was read. */
  spliced: boolean;
  /** Where the bytes of `now` can differ from those they were spliced into; only where they were. */
  gap?: SplicedGap;
}

/** What gave way to what in the bytes `of`. */
export interface SplicedGap extends ByteGap {
  readonly of: Uint8Array;
}

/** Above this a broken text is not read whole for its problems: only its first imbalance is told. */
const READ_ALL_BROKEN = 1 << 20;

/** Begins editing a text that reads without an error, or `undefined` where it does not. */
export function startEdit(read: XmlRead): XmlEdit | undefined {
  return read.bytes ? { now: read, good: read, dirtyFrom: -1, dirtyTo: -1, spliced: false } : undefined;
}

/**
 * The edit after one more change. Where it can be, only the gap between two children of the innermost element
 * around the change is read, and spliced into the bytes; the result is that of reading the whole text.
 * @param text the text after it, for whoever has it already: to put a long one together takes longer than the rest
 * @param hoped bytes of the same length as the result, alike outside of what is read: they are given back where they
 *   are alike within it, and no others are made
 */
export function editXml(
  edit: XmlEdit,
  change: TextChange,
  options: ReadOptions = {},
  text = changedText(edit.now.text, change),
  hoped?: Uint8Array,
): XmlEdit {
  const dirty = widen(edit, change);
  const changed = {
    ...dirty,
    text,
    ...(edit.dirtyFrom < 0 && { insert: change.insert }),
    ...(hoped && { hoped }),
  };
  const spliced = splice(edit.good, changed);
  if (spliced === 'unbalanced') {
    return { now: broken(edit.good, text, options), good: edit.good, ...dirty, spliced: false };
  }
  const now = spliced?.read ?? readXml(text, options);
  if (!now.bytes) return { now, good: edit.good, ...dirty, spliced: spliced !== undefined };
  const { gap } = spliced ?? {};
  const clean = { now, good: now, dirtyFrom: -1, dirtyTo: -1, spliced: spliced !== undefined };
  return gap ? { ...clean, gap } : clean;
}

/** A text after a change. */
export const changedText = (text: string, { from, to, insert }: TextChange): string =>
  text.slice(0, from) + insert + text.slice(to);

interface Dirty {
  dirtyFrom: number;
  dirtyTo: number;
}

/** A text that came of the good one. */
interface Changed extends Dirty {
  text: string;
  /** What stands for the range that has changed, where that is known. */
  insert?: string;
  hoped?: Uint8Array;
}

/** Units behind a part that are read along: they tell whether what ends there goes on. */
const BEHIND = 64;

/**
 * A part of the changed text and a little more, put together from the good one where that can be: to look into a long
 * text that was just joined has the engine put all of it together first.
 */
function partOf({ text: good }: XmlRead, changed: Changed, from: number, to: number): TextPart {
  const { text, insert, dirtyFrom, dirtyTo } = changed;
  if (insert === undefined) return { text: text.slice(from, to + BEHIND), from };
  const end = to + BEHIND - (text.length - good.length);
  return { text: good.slice(from, dirtyFrom) + insert + good.slice(dirtyTo, end), from };
}

/** The range of the good text that has changed, this change included. */
function widen(edit: XmlEdit, { from, to }: TextChange): Dirty {
  const { good, now } = edit;
  if (edit.dirtyFrom < 0) return { dirtyFrom: from, dirtyTo: to };
  const shift = good.text.length - now.text.length;
  const nowDirtyTo = edit.dirtyTo - shift; // where the old range ends in the text as it was before this change
  const dirtyFrom = Math.min(edit.dirtyFrom, from);
  return { dirtyFrom, dirtyTo: Math.max(edit.dirtyTo, (to <= nowDirtyTo ? nowDirtyTo : to) + shift) };
}

function broken(good: XmlRead, text: string, options: ReadOptions): XmlRead {
  if (text.length <= READ_ALL_BROKEN) return readXml(text, options);
  const at = Math.max(0, firstImbalance(text, good.state.bodyFrom));
  const problems = new TextProblems();
  const found = text.slice(at, at + 20) || 'the end of the text';
  problems.error('unbalanced', at, Math.min(text.length, at + 1), 'tags that balance', found);
  return { text, problems: problems.list, doctype: good.doctype, map: good.map, state: good.state };
}

/** A reading that was spliced into another; without a gap where it has no bytes. */
interface Spliced {
  read: XmlRead;
  gap?: SplicedGap;
}

/** A gap of the good text: what stands between two children of an element. */
interface Gap {
  parent: number;
  /** Rows, half-open, that lie in the gap. */
  rowFrom: number;
  rowTo: number;
}

/**
 * @returns the new reading; `unbalanced` where the markup does not balance; `undefined` where all must be read
 */
function splice(good: XmlRead, changed: Changed): Spliced | 'unbalanced' | undefined {
  const { rows } = good.map;
  const { bodyFrom, finished } = good.state;
  const { text } = changed;
  if (finished || changed.dirtyFrom < bodyFrom || !good.bytes) return undefined;
  const delta = text.length - good.text.length;
  for (let parent = innermost(rows, changed); parent >= 0; parent = rows.get('parent', parent)) {
    const gap = gapIn(rows, parent, changed);
    const from = rows.get('textEnd', gap.rowFrom - 1);
    const to = rows.get('textStart', gap.rowTo) + delta;
    if (to < from) continue;
    const part = partOf(good, changed, from, to);
    if (firstImbalance(part.text, 0, to - from) >= 0) continue; // a tag that reaches beyond the gap: climb
    const result = readGap(good, changed, gap, part, to - from, delta);
    if (result === 'full') return undefined;
    if (result !== 'climb') return result;
  }
  return firstImbalance(text, bodyFrom) >= 0 ? 'unbalanced' : undefined;
}

/** The innermost element whose content holds the range. */
function innermost(rows: Rows, { dirtyFrom, dirtyTo }: Dirty): number {
  const row = rows.lastAt('textStart', dirtyFrom);
  if (row < 0) return -1;
  // An open row is around the range only from behind its tag on.
  let element = rows.kind(row) === ROW.open ? row : rows.get('parent', row);
  for (; element >= 0; element = rows.get('parent', element)) {
    const close = rows.get('mate', element);
    if (rows.get('textEnd', element) <= dirtyFrom && dirtyTo <= rows.get('textStart', close)) return element;
  }
  return element;
}

/**
 * The rows between the last child element that ends before the range and the first that begins behind it.
 * Only elements part texts for good: everything else in the gap belongs together.
 */
function gapIn(rows: Rows, parent: number, { dirtyFrom, dirtyTo }: Dirty): Gap {
  const close = rows.get('mate', parent);
  let rowFrom = rows.lastAt('textStart', dirtyFrom);
  while (rowFrom > parent && !endsChild(rows, rowFrom, parent, dirtyFrom)) rowFrom--;
  let rowTo = Math.max(rowFrom + 1, rows.lastAt('textStart', dirtyTo));
  while (rowTo < close && !beginsChild(rows, rowTo, parent, dirtyTo)) rowTo++;
  return { parent, rowFrom: rowFrom + 1, rowTo };
}

function endsChild(rows: Rows, i: number, parent: number, before: number): boolean {
  if (rows.get('textEnd', i) > before) return false;
  const kind = rows.kind(i);
  if (kind === ROW.empty) return rows.get('parent', i) === parent;
  return kind === ROW.close && rows.get('parent', rows.get('parent', i)) === parent;
}

function beginsChild(rows: Rows, i: number, parent: number, behind: number): boolean {
  if (rows.get('textStart', i) < behind) return false;
  const kind = rows.kind(i);
  return (kind === ROW.open || kind === ROW.empty) && rows.get('parent', i) === parent;
}

function readGap(
  good: XmlRead,
  { text, hoped }: Changed,
  gap: Gap,
  part: TextPart,
  length: number,
  delta: number,
): Spliced | 'climb' | 'full' {
  const { rows } = good.map;
  const { context } = good.state;
  const bytes = good.bytes as Uint8Array;
  const out = new ByteWriter(length + 16);
  const problems = new TextProblems();
  const inserted = new Rows();
  const reader = new Reader(part.text, context, out, inserted, problems, {
    from: 0,
    to: length,
    tagPage: rows.pages[gap.rowFrom] as number,
    attributePage: rows.attributePages[gap.rowFrom] as number,
    scope: scopeOf(good, gap.parent),
    parent: gap.parent,
    rowBase: gap.rowFrom,
    isFirst: gap.rowFrom - 1 === gap.parent,
    ...codecOf(good, gap.parent),
  });
  reader.read();
  if (reader.target.finished) return 'full';
  if (reader.endsInLiteral) return 'climb';
  problems.move(part.from);
  const told = outside(good, gap, delta, problems);
  // Everything else is as it was when it read without an error: what is wrong is in the gap.
  if (problems.hasError)
    return { read: { text, problems: told, doctype: good.doctype, map: good.map, state: good.state } };
  const next = gap.rowTo;
  if (reader.target.attributePage !== rows.attributePages[next]) return 'climb';
  const byteFrom = rows.get('byteEnd', gap.rowFrom - 1);
  const fixed = fixSwitch(rows, bytes, next, reader.target.tagPage);
  if (!fixed) return 'climb';
  const piece = out.view();
  const all = put(bytes, byteFrom, fixed.skipTo, [piece, fixed.insert], hoped);
  inserted.move(part.from, byteFrom);
  const byteDelta = all.length - bytes.length;
  const spliced = rows.splice(gap.rowFrom, next, inserted, delta, byteDelta);
  const nextRow = gap.rowFrom + inserted.length;
  spliced.byteStart[nextRow] = byteFrom + piece.length;
  spliced.pages[nextRow] = reader.target.tagPage;
  const read = {
    text,
    bytes: all,
    problems: told,
    doctype: good.doctype,
    map: new XmlMap(text, spliced, context, part),
    state: good.state,
  };
  const removed = fixed.skipTo - byteFrom;
  return { read, gap: { of: bytes, at: byteFrom, removed, inserted: removed + byteDelta } };
}

/** The bytes with those from `from` to `to` replaced; `hoped`, where that is what these are. */
function put(
  bytes: Uint8Array,
  from: number,
  to: number,
  parts: readonly [Uint8Array, Uint8Array],
  hoped: Uint8Array | undefined,
): Uint8Array {
  const [one, other] = parts;
  const [middle, behind] = [from + one.length, from + one.length + other.length];
  const size = behind + bytes.length - to;
  const isIt =
    hoped?.length === size &&
    sameBytes(hoped.subarray(from, middle), one) &&
    sameBytes(hoped.subarray(middle, behind), other);
  if (isIt) return hoped;
  const all = new Uint8Array(size);
  all.set(bytes.subarray(0, from));
  all.set(one, from);
  all.set(other, middle);
  all.set(bytes.subarray(to), behind);
  return all;
}

/** The problems of the gap, and those of the good text that lie outside it, where they stand now. */
function outside(good: XmlRead, { rowFrom, rowTo }: Gap, delta: number, inside: TextProblems): Problem[] {
  const { rows } = good.map;
  const from = rows.get('textEnd', rowFrom - 1);
  const to = rows.get('textStart', rowTo);
  const kept = good.problems.filter((problem) => problem.end <= from || problem.start >= to);
  const moved = kept.map((problem) => {
    if (problem.start < to) return problem;
    return { ...problem, start: problem.start + delta, end: problem.end + delta };
  });
  return [...moved, ...inside.done()].sort((a, b) => a.start - b.start || a.end - b.end);
}

const SWITCH_LENGTH = 2;

/**
 * The tag behind the gap may need its SWITCH_PAGE, or need it no more, where the gap ends with another page in
 * force than before. `skipTo` is where the old bytes go on; `undefined` where the page reaches further.
 */
function fixSwitch(
  rows: Rows,
  bytes: Uint8Array,
  next: number,
  tagPage: number,
): { insert: Uint8Array; skipTo: number } | undefined {
  const at = rows.get('byteStart', next);
  if (rows.pages[next] === tagPage) return { insert: NONE, skipTo: at };
  const kind = rows.kind(next);
  if (kind !== ROW.open && kind !== ROW.empty) return undefined; // behind an END the page goes on
  const first = bytes[at] as number;
  if ((first & TAG_CODE) === GLOBAL.LITERAL) return undefined; // and behind a LITERAL tag
  const page = rows.pages[next + 1] as number; // its own page is in force behind it
  const skipTo = first === GLOBAL.SWITCH_PAGE ? at + SWITCH_LENGTH : at;
  return { insert: page === tagPage ? NONE : Uint8Array.of(GLOBAL.SWITCH_PAGE, page), skipTo };
}

const NONE = new Uint8Array(0);

/** The declarations in force inside the element of row `i`, read from the start tags around it. */
function scopeOf(good: XmlRead, i: number): Scope {
  const { rows } = good.map;
  const { text } = good;
  const path: number[] = [];
  for (let row = i; row >= 0; row = rows.get('parent', row)) path.push(row);
  const { vocabulary } = good.state.context;
  let scope = new Scope(vocabulary);
  for (const row of path.reverse()) {
    const tag = text.slice(rows.get('textStart', row), rows.get('textEnd', row));
    const start = tag.lastIndexOf('<');
    const name = /^<([^\s/>]+)/.exec(tag.slice(start))?.[1] ?? '';
    const { list } = rawAttributes(tag, start + 1 + name.length, tag.length - 1);
    const declared = list.flatMap((attribute): [string, string][] => {
      if (attribute.name !== 'xmlns' && !attribute.name.startsWith('xmlns:')) return [];
      if (vocabulary.startsNamed(attribute.name).length > 0) return []; // an attribute of its own
      return [[attribute.name.slice(6), tag.slice(attribute.valueFrom, attribute.valueTo)]];
    });
    if (declared.length > 0) scope = scope.with(declared);
    if (rows.get('parent', row) < 0 && !scope.hasDefault) scope.assumeDefault(name);
    if (name !== '') scope = scope.inside(scope.resolve(name, 0, name.length, 0));
  }
  return scope;
}

function codecOf(good: XmlRead, i: number): { codec?: ValueCodec } {
  const { rows, text } = good.map;
  const { vocabulary } = good.state.context;
  if (vocabulary.hasOnlyStrings) return {};
  const tag = text.slice(rows.get('textStart', i), rows.get('textEnd', i));
  if (tag.startsWith('<?')) return {}; // a literal mark before it
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const target = scopeOf(good, i).resolve(name, 0, name.length, 0).target;
  const codec = target.kind === 'tag' ? vocabulary.valueCodec('tag', target.page, target.code) : undefined;
  return codec ? { codec } : {};
}

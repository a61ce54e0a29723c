import { fromHex, type ByteWriter } from '../bytes/index.ts';
import type { ValueCodec } from '../doctypes/index.ts';
import { ATTRIBUTE_BIT, CONTENT_BIT, GLOBAL, type Stored } from '../wbxml/index.ts';
import { markWords, rawAttributes, type MarkWord, type RawAttribute } from './attributes.ts';
import { isWhite, isWhiteUnit } from './characters.ts';
import type { KnownName, Scope } from './names.ts';
import type { TextContext } from './plain.ts';
import type { TextProblems } from './problems.ts';
import { ROW, type RowKind, type Rows } from './rows.ts';
import { ITEM, Scanner } from './scanner.ts';
import { readStored } from './stored.ts';
import { TextRun } from './text-run.ts';
import { valueParts } from './value-parts.ts';
import { hasTerminator, writeAttribute, type AttributeState } from './write-attribute.ts';

/** Where a reader starts: the whole text, or the content of an element between two children. */
export interface ReaderStart {
  from: number;
  to: number;
  tagPage: number;
  attributePage: number;
  scope: Scope;
  /** Row of the element whose content is read, −1 for a whole text. */
  parent: number;
  /** Index that the next row will have. */
  rowBase: number;
  codec?: ValueCodec;
}

interface OpenElement {
  name: string;
  from: number;
  row: number;
  scope: Scope;
  codec: ValueCodec | undefined;
}

/**
 * Reads XML content into bytes, with a row per item. It goes on after a problem, so that all of them and the
 * outline come from one pass; where there was an error, the bytes mean nothing.
 */
export class Reader {
  tagPage: number;
  attributePage: number;
  /** Set once a `rest` or `end` mark stood: nothing more becomes bytes. */
  finished = false;
  rootSeen = false;
  private readonly text: string;
  private readonly context: TextContext & { whiteIsText: boolean };
  private readonly out: ByteWriter;
  private readonly rows: Rows | undefined;
  private readonly problems: TextProblems;
  private readonly start: ReaderStart;
  private readonly open: OpenElement[] = [];
  /** How many elements of each name are open. Counted from the first end tag on that does not fit. */
  private openNames: Map<string, number> | undefined;
  private scope: Scope;
  private parent: number;
  private codec: ValueCodec | undefined;
  private readonly run = new TextRun();
  /** Bytes of the last run of text; only behind it may an `end` mark stand. */
  private lastRun = { start: 0, end: -1 };
  /** The run is an OPAQUE that CDATA began by itself: text or a `bytes` mark after it is a new run. */
  private plainCdata = false;
  /** White space behind such an OPAQUE: layout, unless text or a `bytes` mark follows it. */
  private whiteAfterCdata: { raw: string; from: number; to: number } | undefined;
  private literal: { number: Stored; from: number; to: number; byteStart: number } | undefined;
  private readonly scanner: Scanner;

  constructor(
    text: string,
    context: TextContext & { whiteIsText: boolean },
    out: ByteWriter,
    rows: Rows | undefined,
    problems: TextProblems,
    start: ReaderStart,
  ) {
    this.text = text;
    this.context = context;
    this.out = out;
    this.rows = rows;
    this.problems = problems;
    this.start = start;
    this.tagPage = start.tagPage;
    this.attributePage = start.attributePage;
    this.scope = start.scope;
    this.parent = start.parent;
    this.codec = start.codec;
    this.scanner = new Scanner(text, start.from, start.to);
  }

  private get isFragment(): boolean {
    return this.start.parent >= 0;
  }

  private get inside(): boolean {
    return this.open.length > 0 || this.isFragment;
  }

  /** Reads to the end. In a fragment every element must be closed where it was opened. */
  read(): void {
    const { scanner, text } = this;
    while (scanner.next()) {
      const { from, to } = scanner;
      switch (scanner.kind) {
        case ITEM.text:
          if (!this.isLayout(from, to)) this.addText(text.slice(from, to), from, to);
          break;
        case ITEM.open:
        case ITEM.empty:
          this.element(scanner.kind === ITEM.empty);
          break;
        case ITEM.close:
          this.close(from, to);
          break;
        case ITEM.cdata:
          this.cdata(from, to);
          break;
        case ITEM.pi:
          this.pi(from, to);
          break;
        case ITEM.comment:
          this.problems.warn(
            'dropped',
            from,
            to,
            'what WBXML can carry',
            'a comment',
            'it is left out of the bytes',
          );
          break;
        case ITEM.doctype:
          if (this.rootSeen || this.isFragment) {
            this.problems.error('bad-markup', from, to, 'a DOCTYPE only before the root', 'a DOCTYPE');
          }
          break;
        case ITEM.broken:
          this.problems.error(
            'bad-markup',
            from,
            to,
            scanner.lacks,
            text.slice(from, Math.min(to, from + 20)),
          );
          break;
        default:
          scanner.kind satisfies never;
      }
    }
    this.flush(scanner.to);
    this.checkLiteral();
    this.closeRest();
  }

  private closeRest(): void {
    const end = this.start.to;
    for (let element = this.open.pop(); element; element = this.open.pop()) {
      const { name, from } = element;
      const to = from + name.length + 1;
      this.problems.error(
        'unclosed',
        from,
        to,
        `an end tag </${name}>`,
        'the end of the text',
        'closed at the end',
      );
      this.row(ROW.close, end, end, this.out.length, element.row);
    }
  }

  private row(kind: RowKind, from: number, to: number, byteStart: number, parent = this.parent): number {
    const index = this.rows?.add(kind, from, to, byteStart, this.out.length, parent) ?? 0;
    return index + this.start.rowBase;
  }

  private setPages(row: number, tagPage: number, attributePage: number): void {
    this.rows?.setPages(row - this.start.rowBase, tagPage, attributePage);
  }

  /** True, with a problem, where the bytes have ended and nothing may follow. */
  private isOver(from: number, to: number): boolean {
    if (!this.finished) return false;
    const found = this.text.slice(from, Math.min(to, from + 20));
    this.problems.error('after-end', from, to, 'nothing but end tags after a rest or end mark', found);
    return true;
  }

  /** White space between two tags: the quick way for what is most of a printed text's items. */
  private isLayout(from: number, to: number): boolean {
    const { text } = this;
    if (this.context.whiteIsText || this.run.isOpen) return false;
    const next = text.charCodeAt(to + 1);
    if (to < text.length && (next === 33 || next === 63)) return false; // a comment or mark may join it to more
    for (let at = from; at < to; at++) if (!isWhiteUnit(text.charCodeAt(at))) return false;
    return true;
  }

  private addText(raw: string, from: number, to: number): void {
    if (!this.inside || this.finished) {
      if (isWhite(raw)) return;
      if (this.isOver(from, to)) return;
      this.problems.error('outside-root', from, to, 'white space outside the root', raw.trim().slice(0, 20));
      return;
    }
    if (this.plainCdata) {
      // Layout between two CDATA sections parts nothing; text does.
      if (!this.context.whiteIsText && isWhite(raw)) {
        const before = this.whiteAfterCdata;
        this.whiteAfterCdata = { raw: (before?.raw ?? '') + raw, from: before?.from ?? from, to };
        return;
      }
      this.endPlainCdata(from);
    }
    this.run.addText(raw, from, to, this.problems);
  }

  /** Ends an OPAQUE that CDATA began: what stands behind it, white space included, is a text of its own. */
  private endPlainCdata(to: number): void {
    const white = this.whiteAfterCdata;
    this.flush(white?.from ?? to);
    if (white) this.run.addText(white.raw, white.from, white.to, this.problems);
  }

  /** Ends the run of text that stands before `to`. */
  private flush(to: number): void {
    const { run, out, context } = this;
    this.plainCdata = false;
    this.whiteAfterCdata = undefined;
    if (!run.isOpen) return;
    if (!run.isLayout(context.whiteIsText)) {
      if (this.isOver(run.from, to)) {
        run.reset();
        return;
      }
      this.checkLiteral();
      const at = out.length;
      const [tagPage, attributePage] = [this.tagPage, this.attributePage];
      run.write(out, context, this.codec, context.whiteIsText, this.problems);
      this.lastRun = { start: at, end: run.form === 'opaque' ? -1 : out.length };
      const row = this.row(run.form === 'opaque' ? ROW.opaque : ROW.text, run.from, run.to, at);
      this.setPages(row, tagPage, attributePage);
    }
    run.reset();
  }

  private cdata(from: number, to: number): void {
    const raw = this.text.slice(from + 9, to - 3);
    if (!this.inside) {
      this.problems.error('outside-root', from, to, 'white space outside the root', 'CDATA');
      return;
    }
    const { run } = this;
    // CDATA after a run of text, or after nothing, begins an OPAQUE; an `eol` mark before it belongs to it.
    if (!run.isOpen || run.form !== 'opaque') {
      const { crlf } = run;
      const isJustMark = run.isOpen && run.form === 'plain' && run.isLayout(this.context.whiteIsText);
      const start = isJustMark && run.marked ? run.from : from;
      if (isJustMark) run.reset();
      else this.flush(from);
      run.begin('opaque', isJustMark && crlf, start, to);
      this.plainCdata = true;
    }
    this.whiteAfterCdata = undefined;
    run.addCdata(raw, from, to);
  }

  private pi(from: number, to: number): void {
    const { text, scanner } = this;
    const name = text.slice(scanner.nameFrom, scanner.nameTo);
    const bodyFrom = scanner.nameTo;
    const bodyTo = scanner.bodyTo;
    if (name !== 'wbxml') {
      const found = `the processing instruction ${name}`;
      this.problems.warn('dropped', from, to, 'what WBXML can carry', found, 'it is left out of the bytes');
      return;
    }
    const isPiToken = /^\s*pi(?=\s|$)/.test(text.slice(bodyFrom, bodyTo));
    if (isPiToken) {
      this.flush(from);
      if (!this.isOver(from, to)) this.piToken(from, to, text.indexOf('pi', bodyFrom) + 2, bodyTo);
      return;
    }
    const { words, bad } = markWords(text, bodyFrom, bodyTo);
    const [first] = words;
    if (bad >= 0 || !first) {
      const at = bad >= 0 ? bad : from;
      this.problems.error('bad-mark', at, bodyTo, 'words, some with ="value"', text.slice(at, at + 20));
      return;
    }
    if (first.word === 'bytes' && words.length === 1) this.bytesMark(first, from, to);
    else this.mark(words, from, to);
  }

  private bytesMark(word: MarkWord, from: number, to: number): void {
    const bytes = fromHex(word.value ?? '');
    if (!bytes) {
      this.badWord(word, 'pairs of hex digits');
      return;
    }
    if (!this.inside || this.isOver(from, to)) {
      if (!this.inside)
        this.problems.error('outside-root', from, to, 'white space outside the root', 'bytes');
      return;
    }
    if (this.plainCdata) this.endPlainCdata(from);
    this.run.addBytes(bytes, from, to);
  }

  private mark(words: readonly MarkWord[], from: number, to: number): void {
    this.flush(from);
    if (this.isOver(from, to)) return;
    const [first] = words as [MarkWord];
    const value = first.value ?? '';
    const option = (name: string) => words.find((word) => word.word === name);
    const crlf = option('eol')?.value === 'crlf';
    if (
      first.word === 'eol' ||
      ((first.word === 'cut' || first.word === 'str-i') && first.value === undefined)
    ) {
      if (option('eol') && !crlf) this.badWord(first, 'eol="crlf"');
      this.run.begin(first.word === 'eol' ? 'plain' : first.word, crlf, from, to);
      return;
    }
    if (first.word === 'opaque' && first.value === undefined && !option('length')) {
      this.run.begin('opaque', crlf, from, to);
      return;
    }
    const at = this.out.length;
    const [tagPage, attributePage] = [this.tagPage, this.attributePage];
    if (this.token(first, value, option('length'), from, to)) {
      this.setPages(this.row(ROW.mark, from, to, at), tagPage, attributePage);
    }
  }

  /** Writes a mark that stands for tokens of its own; false where it wrote none. */
  private token(
    word: MarkWord,
    value: string,
    length: MarkWord | undefined,
    from: number,
    to: number,
  ): boolean {
    const { out } = this;
    if (word.word === 'literal') {
      const number = this.stored(word);
      if (number) this.literal = { number, from, to, byteStart: out.length };
      return false;
    }
    this.checkLiteral();
    if (word.word === 'switch-page') {
      if (!/^\d{1,3}$/.test(value) || Number(value) > 255)
        return this.badWord(word, 'a page number, 0 to 255');
      out.byte(GLOBAL.SWITCH_PAGE);
      out.byte(Number(value));
      this.tagPage = Number(value);
      return true;
    }
    if (word.word === 'rest') {
      const bytes = fromHex(value);
      if (!bytes) return this.badWord(word, 'pairs of hex digits');
      out.raw(bytes);
      this.finished = true;
      return true;
    }
    if (!this.inside) return this.badWord(word, 'switch-page, pi, literal or rest outside the root');
    return this.contentToken(word, value, length);
  }

  private contentToken(word: MarkWord, value: string, length: MarkWord | undefined): boolean {
    const { out } = this;
    const extension = /^ext(?:-([it]))?-([012])$/.exec(word.word);
    if (extension) return this.extension(word, value, extension[1], Number(extension[2]));
    switch (word.word) {
      case 'str-t':
      case 'entity': {
        const number = this.stored(word);
        if (!number) return false;
        out.byte(word.word === 'entity' ? GLOBAL.ENTITY : GLOBAL.STR_T);
        out.number(number.value, number.width);
        return true;
      }
      case 'opaque': {
        const bytes = fromHex(value);
        const stated = length === undefined ? undefined : this.stored(length);
        if (!bytes || (length && !stated)) return this.badWord(word, 'pairs of hex digits');
        out.byte(GLOBAL.OPAQUE);
        out.number(stated?.value ?? bytes.length, stated?.width);
        out.raw(bytes);
        return true;
      }
      case 'end':
        return this.endInString(word);
      default:
        return this.badWord(word, 'a mark this dialect knows');
    }
  }

  /** `end`: the string before it has no terminator, and the input ends there. */
  private endInString(word: MarkWord): boolean {
    const { rows, out, lastRun } = this;
    if (lastRun.end !== out.length || !this.endsInline(lastRun.start)) {
      return this.badWord(word, 'an inline string before it');
    }
    out.cut(out.length - this.context.encoding.unit);
    if (rows) rows.byteEnd[rows.length - 1] = out.length;
    this.finished = true;
    return false;
  }

  private endsInline(from: number): boolean {
    const token = this.out.view(from)[0] ?? 0xff;
    return token === GLOBAL.STR_I || (token & 0xfc) === GLOBAL.EXT_I_0;
  }

  private extension(word: MarkWord, value: string, form: string | undefined, which: number): boolean {
    const { out, context } = this;
    if (form === undefined) {
      out.byte(GLOBAL.EXT_0 + which);
      return true;
    }
    if (form === 't') {
      const number = this.stored(word);
      if (!number) return false;
      out.byte(GLOBAL.EXT_T_0 + which);
      out.number(number.value, number.width);
      return true;
    }
    const { parts, faults } = valueParts(value);
    const marks = parts.filter((part) => part.kind === 'mark');
    const isOpen = marks.length === 1 && marks[0]?.words.join() === 'end' && parts.at(-1) === marks[0];
    if (faults[0] ?? (marks.length > 0 && !isOpen))
      return this.badWord(word, 'text, {bytes …}, or {end} at its end');
    out.byte(GLOBAL.EXT_I_0 + which);
    const from = out.length;
    for (const piece of parts.flatMap((part) => (part.kind === 'text' ? part.pieces : []))) {
      const bytes = typeof piece === 'string' ? context.encoding.encode(piece) : piece;
      if (!bytes) return this.badWord(word, `characters of ${context.encoding.name}`);
      out.raw(bytes);
    }
    if (hasTerminator(out.view(from), context.encoding.unit))
      return this.badWord(word, 'a string without NUL');
    if (isOpen) this.finished = true;
    else for (let k = 0; k < context.encoding.unit; k++) out.byte(0);
    return true;
  }

  private stored(word: MarkWord): Stored | undefined {
    const number = readStored(word.value ?? '');
    if (!number) this.badWord(word, 'a number, with /width where it is written longer');
    return number;
  }

  private badWord(word: MarkWord, expected: string): false {
    const found = word.value === undefined ? word.word : `${word.word}="${word.value.slice(0, 40)}"`;
    this.problems.error('bad-mark', word.from, word.to, expected, found);
    return false;
  }

  private piToken(from: number, to: number, bodyFrom: number, bodyTo: number): void {
    this.checkLiteral();
    const at = this.out.length;
    const [tagPage, attributePage] = [this.tagPage, this.attributePage];
    this.out.byte(GLOBAL.PI);
    const { list, bad } = rawAttributes(this.text, bodyFrom, bodyTo);
    if (bad >= 0)
      this.problems.error('bad-mark', bad, bodyTo, 'name="value"', this.text.slice(bad, bad + 20));
    if (list.length === 0)
      this.problems.error('bad-mark', from, to, 'name="value", or attr-0="{none}"', 'nothing');
    this.attributeList(list);
    this.setPages(this.row(ROW.mark, from, to, at), tagPage, attributePage);
  }

  private element(isEmpty: boolean): void {
    const { scanner, text, out } = this;
    const { from, to, nameTo, bodyTo } = scanner;
    this.flush(from);
    if (this.isOver(from, to)) return;
    if (!this.inside && this.rootSeen) {
      this.problems.error('second-root', from, to, 'one root element', 'another', 'read all the same');
    }
    const attributes =
      nameTo < bodyTo ? this.declarations(nameTo, bodyTo) : { list: NONE, scope: this.scope };
    if (!this.rootSeen && !this.isFragment && !attributes.scope.hasDefault) {
      attributes.scope.assumeDefault(text.slice(scanner.nameFrom, nameTo));
    }
    this.rootSeen = true;
    const at = this.literal?.byteStart ?? out.length;
    const start = this.literal?.from ?? from;
    const [tagPage, attributePage] = [this.tagPage, this.attributePage];
    const bits = (isEmpty ? 0 : CONTENT_BIT) | (attributes.list.length > 0 ? ATTRIBUTE_BIT : 0);
    const known = attributes.scope.resolve(text, scanner.nameFrom, nameTo, scanner.nameHash);
    const { name } = known;
    const codec = this.writeTag(known, bits, from);
    if (attributes.list.length > 0) this.attributeList(attributes.list);
    const row = this.row(isEmpty ? ROW.empty : ROW.open, start, to, at);
    this.setPages(row, tagPage, attributePage);
    if (isEmpty) return;
    this.open.push({ name, from, row: this.parent, scope: this.scope, codec: this.codec });
    if (this.openNames) this.count(name, 1);
    this.parent = row;
    this.scope = attributes.scope;
    this.codec = codec;
  }

  /** Separates namespace declarations, which have no bytes, from attributes, which have. */
  private declarations(from: number, to: number): { list: readonly RawAttribute[]; scope: Scope } {
    const { text } = this;
    const { list, bad } = rawAttributes(text, from, to);
    if (bad >= 0)
      this.problems.error('bad-markup', bad, to, 'name="value"', text.slice(bad, Math.min(to, bad + 20)));
    const names = new Set<string>();
    const declared: [string, string][] = [];
    const rest: RawAttribute[] = [];
    for (const attribute of list) {
      const { name, nameFrom, nameTo, valueFrom, valueTo } = attribute;
      if (names.has(name)) {
        this.problems.error('repeated-attribute', nameFrom, nameTo, 'each name once in a tag', name);
      }
      names.add(name);
      const isDeclaration = name === 'xmlns' || name.startsWith('xmlns:');
      if (isDeclaration && this.context.vocabulary.startsNamed(name).length === 0) {
        declared.push([name.slice(6), text.slice(valueFrom, valueTo)]);
      } else rest.push(attribute);
    }
    return { list: rest, scope: declared.length > 0 ? this.scope.with(declared) : this.scope };
  }

  /** Writes the tag and its SWITCH_PAGE; gives the codec for its text. */
  private writeTag({ name, target }: KnownName, bits: number, from: number): ValueCodec | undefined {
    const { out, literal } = this;
    this.literal = undefined;
    if (literal) {
      out.byte(GLOBAL.LITERAL | bits);
      out.number(literal.number.value, literal.number.width);
      return undefined;
    }
    if (target.kind === 'fault') {
      const code = target.expected.startsWith('a namespace') ? 'unknown-namespace' : 'unknown-name';
      this.problems.error(code, from + 1, from + 1 + name.length, target.expected, target.found);
      return undefined;
    }
    if (target.kind === 'literal') {
      const offset = this.context.table.plainOffset(target.local);
      if (offset === undefined) {
        const expected = 'a name of the string table, or a literal mark before the tag';
        this.problems.error('unknown-name', from + 1, from + 1 + name.length, expected, target.local);
      }
      out.byte(GLOBAL.LITERAL | bits);
      out.number(offset ?? 0);
      return undefined;
    }
    if (target.page !== this.tagPage) {
      out.byte(GLOBAL.SWITCH_PAGE);
      out.byte(target.page);
      this.tagPage = target.page;
    }
    out.byte(target.code | bits);
    return this.context.vocabulary.valueCodec('tag', target.page, target.code);
  }

  private attributeList(list: readonly RawAttribute[]): void {
    const { vocabulary, encoding, table } = this.context;
    const { attributePage } = this;
    const state: AttributeState = { vocabulary, encoding, table, attributePage, finished: false };
    for (const { name, nameFrom, nameTo, valueFrom, valueTo } of list) {
      if (state.finished) {
        this.problems.error('after-end', nameFrom, valueTo, 'nothing after {rest} or {end}', name);
        continue;
      }
      const faults = writeAttribute(this.out, name, this.text.slice(valueFrom, valueTo), state);
      for (const fault of faults) {
        const about = fault.at === fault.end;
        const [start, end] = about ? [nameFrom, nameTo] : [valueFrom + fault.at, valueFrom + fault.end];
        this.problems.error(
          about ? 'unknown-attribute' : 'bad-value',
          start,
          end,
          fault.expected,
          fault.found,
        );
      }
    }
    this.attributePage = state.attributePage;
    if (state.finished) this.finished = true;
    else this.out.byte(GLOBAL.END);
  }

  private checkLiteral(): void {
    const { literal } = this;
    if (!literal) return;
    this.problems.error(
      'bad-mark',
      literal.from,
      literal.to,
      'a start tag after a literal mark',
      'something else',
    );
    this.literal = undefined;
  }

  private close(from: number, to: number): void {
    const { text, scanner } = this;
    this.flush(from);
    this.checkLiteral();
    let element = this.open[this.open.length - 1];
    const { nameFrom, nameTo } = scanner;
    const fits = element?.name.length === nameTo - nameFrom && text.startsWith(element.name, nameFrom);
    if (!fits) {
      const name = text.slice(nameFrom, nameTo);
      // Looking through all that is open for a name that is not would be quadratic.
      const outer = this.isOpen(name) ? this.open.findLastIndex((candidate) => candidate.name === name) : -1;
      const expected = element ? `</${element.name}>` : 'no end tag';
      if (outer < 0) {
        this.problems.error('unbalanced', from, to, expected, `</${name}>`, 'skipped');
        return;
      }
      this.problems.error('unbalanced', from, to, expected, `</${name}>`, `everything up to it is closed`);
      for (let i = this.open.length - 1; i > outer; i--) this.count(this.open.pop()?.name ?? '', -1);
      element = this.open.at(-1);
    }
    if (!element) return;
    const at = this.out.length;
    if (!this.finished) this.out.byte(GLOBAL.END);
    const row = this.row(ROW.close, from, to, at);
    this.setPages(row, this.tagPage, this.attributePage);
    if (this.rows) this.rows.mate[this.parent - this.start.rowBase] = row;
    this.open.pop();
    if (this.openNames) this.count(element.name, -1);
    this.parent = element.row;
    this.scope = element.scope;
    this.codec = element.codec;
  }

  private isOpen(name: string): boolean {
    if (!this.openNames) {
      this.openNames = new Map();
      for (const element of this.open) this.count(element.name, 1);
    }
    return (this.openNames.get(name) ?? 0) > 0;
  }

  private count(name: string, change: 1 | -1): void {
    this.openNames?.set(name, (this.openNames.get(name) ?? 0) + change);
  }
}

const NONE: readonly RawAttribute[] = [];

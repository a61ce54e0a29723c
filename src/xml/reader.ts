import type { ByteWriter } from '../bytes/index.ts';
import type { ValueCodec, Vocabulary } from '../doctypes/index.ts';
import { ATTRIBUTE_BIT, CONTENT_BIT, GLOBAL } from '../wbxml/index.ts';
import { isForTools, markWords, rawAttributes, type MarkWord, type RawAttribute } from './attributes.ts';
import { ContentRuns } from './content-runs.ts';
import { ContentTarget } from './content-target.ts';
import { foreignOption } from './mark-options.ts';
import { elementEnd, nestedContext, nestedOutput, nestedStart, nestedVocabulary } from './nested.ts';
import type { KnownName, Scope } from './scope.ts';
import type { TextContext } from './plain.ts';
import type { TextProblems } from './problems.ts';
import { ROW, Rows } from './rows.ts';
import { ITEM, Scanner } from './scanner.ts';
import { badWord, writeMark } from './write-mark.ts';
import { writeAttributeList, writePiToken, writeTag } from './write-tag.ts';

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
  /** True where `from` is right behind the start tag of `parent`. */
  isFirst?: boolean;
  codec?: ValueCodec;
}

/**
 * Reads XML content into bytes, with a row per item. It goes on after a problem, so that all of them and the
 * outline come from one pass; where there was an error, the bytes mean nothing.
 */
export class Reader {
  readonly target: ContentTarget;
  rootSeen = false;
  /** True where a `literal` mark ends the content that was read: it is about the tag behind it. */
  endsInLiteral = false;
  /** A document in this one has no end: not to be looked for again and again. */
  private nestedUnclosed = false;
  private readonly runs: ContentRuns;
  private readonly start: ReaderStart;
  private readonly scanner: Scanner;
  private scope: Scope;

  constructor(
    text: string,
    context: TextContext & { whiteIsText: boolean },
    out: ByteWriter,
    rows: Rows | undefined,
    problems: TextProblems,
    start: ReaderStart,
  ) {
    this.target = new ContentTarget(text, context, out, rows, problems, start.parent, start.rowBase);
    this.target.tagPage = start.tagPage;
    this.target.attributePage = start.attributePage;
    this.target.codec = start.codec;
    this.runs = new ContentRuns(this.target);
    this.start = start;
    this.scope = start.scope;
    this.scanner = new Scanner(text, start.from, start.to);
  }

  /** Reads to the end. In a fragment every element must be closed where it was opened. */
  read(): void {
    const { scanner, target } = this;
    const { text } = target;
    while (scanner.next()) {
      const { from, to } = scanner;
      switch (scanner.kind) {
        case ITEM.text:
          if (this.runs.isLayout(from, to)) this.blank(from, to);
          else this.runs.addText(text.slice(from, to), from, to);
          break;
        case ITEM.open:
        case ITEM.empty:
          this.element(scanner.kind === ITEM.empty);
          break;
        case ITEM.close:
          this.close(from, to);
          break;
        case ITEM.cdata:
          this.runs.cdata(from, to);
          break;
        case ITEM.pi:
          this.pi(from, to);
          break;
        case ITEM.comment:
          target.problems.warn(
            'dropped',
            from,
            to,
            'what WBXML can carry',
            'a comment',
            'it is left out of the bytes',
          );
          break;
        case ITEM.doctype:
          if (this.rootSeen || target.isFragment) {
            target.problems.error('bad-markup', from, to, 'a DOCTYPE only before the root', 'a DOCTYPE');
          }
          break;
        case ITEM.broken:
          target.problems.error(
            'bad-markup',
            from,
            to,
            scanner.lacks,
            text.slice(from, Math.min(to, from + 20)).trimEnd(),
          );
          break;
        default:
          scanner.kind satisfies never;
      }
    }
    this.runs.flush(scanner.to);
    this.endsInLiteral = target.isFragment && target.literal !== undefined;
    target.checkLiteral();
    this.closeRest();
  }

  /** White space that is all there is in an element, and no line end in it, may have been meant as its value. */
  private blank(from: number, to: number): void {
    const { text, rows, open, parent, problems } = this.target;
    const isFirst = open.innermost
      ? rows?.get('textEnd', parent - this.start.rowBase) === from
      : this.start.isFirst && this.start.from === from;
    if (!text.startsWith('</', to) || !isFirst) return;
    if (/[\n\r]/.test(text.slice(from, to))) return;
    problems.warn(
      'dropped',
      from,
      to,
      '&#32; where a space is a value',
      'white space alone',
      'it is taken for layout',
    );
  }

  private closeRest(): void {
    const { target } = this;
    const end = this.start.to;
    for (let element = target.open.pop(); element; element = target.open.pop()) {
      const { name, from } = element;
      const to = from + name.length + 1;
      target.problems.error(
        'unclosed',
        from,
        to,
        `an end tag </${name}>`,
        'the end of the text',
        'closed at the end',
      );
      target.row(ROW.close, end, end, target.out.length, element.row);
    }
  }

  private pi(from: number, to: number): void {
    const { scanner, target } = this;
    const { text } = target;
    const name = text.slice(scanner.nameFrom, scanner.nameTo);
    const bodyFrom = scanner.nameTo;
    const bodyTo = scanner.bodyTo;
    if (name !== 'wbxml') {
      const found = `the processing instruction ${name}`;
      target.problems.warn('dropped', from, to, 'what WBXML can carry', found, 'it is left out of the bytes');
      return;
    }
    const isPiToken = /^\s*pi(?=\s|$)/.test(text.slice(bodyFrom, bodyTo));
    if (isPiToken) {
      this.runs.flush(from);
      if (!target.isOver(from, to)) writePiToken(target, from, to, text.indexOf('pi', bodyFrom) + 2, bodyTo);
      return;
    }
    const { words, bad } = markWords(text, bodyFrom, bodyTo);
    const [first] = words;
    if (bad >= 0 || !first) {
      const at = bad >= 0 ? bad : from;
      target.problems.error('bad-mark', at, bodyTo, 'words, some with ="value"', text.slice(at, at + 20));
      return;
    }
    if (first.word === 'bytes' && words.length === 1) this.runs.bytesMark(first, from, to);
    else this.mark(words, from, to);
  }

  private mark(words: readonly MarkWord[], from: number, to: number): void {
    const { target } = this;
    this.runs.flush(from);
    if (target.isOver(from, to)) return;
    const [first] = words as [MarkWord];
    const value = first.value ?? '';
    const option = (name: string) => words.find((word) => word.word === name);
    const foreign = foreignOption(first, words.slice(1));
    if (foreign) {
      badWord(target, foreign.option, foreign.expected);
      return;
    }
    const crlf = option('eol')?.value === 'crlf';
    if (
      first.word === 'eol' ||
      ((first.word === 'cut' || first.word === 'str-i') && first.value === undefined)
    ) {
      if (option('eol') && !crlf) badWord(target, first, 'eol="crlf"');
      this.runs.begin(first.word === 'eol' ? 'plain' : first.word, crlf, from, to);
      return;
    }
    if (first.word === 'opaque' && first.value === undefined && !option('length')) {
      this.runs.begin('opaque', crlf, from, to);
      return;
    }
    const at = target.out.length;
    const [tagPage, attributePage] = [target.tagPage, target.attributePage];
    if (writeMark(target, first, value, option('length'), from, to)) {
      target.setPages(target.row(ROW.mark, from, to, at), tagPage, attributePage);
    }
  }

  private element(isEmpty: boolean): void {
    const { scanner, target } = this;
    const { text, out } = target;
    const { from, to, nameTo, bodyTo } = scanner;
    this.runs.flush(from);
    if (target.isOver(from, to)) return;
    if (!target.inside && this.rootSeen) {
      target.problems.error('second-root', from, to, 'one root element', 'another', 'read all the same');
    }
    const attributes =
      nameTo < bodyTo ? this.declarations(nameTo, bodyTo) : { list: NONE, scope: this.scope };
    if (!this.rootSeen && !target.isFragment && !attributes.scope.hasDefault) {
      attributes.scope.assumeDefault(text.slice(scanner.nameFrom, nameTo));
    }
    this.rootSeen = true;
    const at = target.literal?.byteStart ?? out.length;
    const start = target.literal?.from ?? from;
    const [tagPage, attributePage] = [target.tagPage, target.attributePage];
    const bits = (isEmpty ? 0 : CONTENT_BIT) | (attributes.list.length > 0 ? ATTRIBUTE_BIT : 0);
    const known = attributes.scope.resolve(text, scanner.nameFrom, nameTo, scanner.nameHash);
    const nested = this.nestedUnclosed ? undefined : nestedVocabulary(target, known);
    if (nested && this.nested(known, nested)) return;
    const { name } = known;
    const inside = attributes.scope.inside(known);
    if (inside !== attributes.scope) this.assumedPage(known, from);
    const codec = writeTag(target, known, bits, from);
    if (attributes.list.length > 0) writeAttributeList(target, attributes.list);
    const row = target.row(isEmpty ? ROW.empty : ROW.open, start, to, at);
    target.setPages(row, tagPage, attributePage);
    if (isEmpty) return;
    target.open.push({
      name,
      from,
      row: target.parent,
      scope: this.scope,
      codec: target.codec,
    });
    target.parent = row;
    this.scope = inside;
    target.codec = codec;
  }

  /** Reads an element that is the root of a document of its own, and writes that as data. */
  private nested(known: KnownName, vocabulary: Vocabulary): boolean {
    const { scanner, target } = this;
    const { text, out, rows, problems, context } = target;
    const { from } = scanner;
    const to = elementEnd(text, from, this.start.to);
    this.nestedUnclosed = to < 0;
    if (to < 0) return false;
    const inner = nestedOutput(vocabulary, to - from);
    const plain = { ...nestedContext(vocabulary), whiteIsText: context.whiteIsText };
    const place = nestedStart(vocabulary, known, from, to);
    new Reader(text, plain, inner, rows && new Rows(), problems, place).read();
    const at = out.length;
    out.byte(GLOBAL.OPAQUE);
    out.number(inner.length);
    out.raw(inner.view());
    target.setPages(target.row(ROW.mark, from, to, at), target.tagPage, target.attributePage);
    scanner.to = to;
    return true;
  }

  private assumedPage({ name, target: means }: KnownName, from: number): void {
    if (means.kind !== 'tag') return;
    const { problems, context } = this.target;
    const page = context.vocabulary.page(means.page)?.namespace ?? `page ${means.page}`;
    problems.warn('assumed-page', from + 1, from + 1 + name.length, 'a namespace', 'none', `${page}:${name}`);
  }

  /** Separates namespace declarations, which have no bytes, from attributes, which have. */
  private declarations(from: number, to: number): { list: readonly RawAttribute[]; scope: Scope } {
    const { target } = this;
    const { text } = target;
    const { list, bad } = rawAttributes(text, from, to);
    if (bad >= 0)
      target.problems.error('bad-markup', bad, to, 'name="value"', text.slice(bad, Math.min(to, bad + 20)));
    const names = new Set<string>();
    const declared: [string, string][] = [];
    const rest: RawAttribute[] = [];
    for (const attribute of list) {
      const { name, nameFrom, nameTo, valueFrom, valueTo } = attribute;
      if (names.has(name)) {
        target.problems.error('repeated-attribute', nameFrom, nameTo, 'each name once in a tag', name);
      }
      names.add(name);
      const isDeclaration = name === 'xmlns' || name.startsWith('xmlns:');
      if (isDeclaration && target.context.vocabulary.startsNamed(name).length === 0) {
        declared.push([name.slice(6), text.slice(valueFrom, valueTo)]);
      } else if (
        isForTools(name) &&
        !target.context.vocabulary.startsNamed(name).length &&
        text[valueFrom] !== '{'
      ) {
        target.problems.warn(
          'dropped',
          nameFrom,
          valueTo,
          'what WBXML can carry',
          name,
          'it is left out of the bytes',
        );
      } else rest.push(attribute);
    }
    return { list: rest, scope: declared.length > 0 ? this.scope.with(declared) : this.scope };
  }

  private close(from: number, to: number): void {
    const { scanner, target } = this;
    const { text } = target;
    this.runs.flush(from);
    target.checkLiteral();
    let element = target.open.innermost;
    const { nameFrom, nameTo } = scanner;
    const fits = element?.name.length === nameTo - nameFrom && text.startsWith(element.name, nameFrom);
    if (!fits) {
      const name = text.slice(nameFrom, nameTo);
      const expected = element ? `</${element.name}>` : 'no end tag';
      const isOpen = target.open.closeUpTo(name);
      const assumed = isOpen ? 'everything up to it is closed' : 'skipped';
      target.problems.error('unbalanced', from, to, expected, `</${name}>`, assumed);
      if (!isOpen) return;
      element = target.open.innermost;
    }
    if (!element) return;
    const at = target.out.length;
    if (!target.finished) target.out.byte(GLOBAL.END);
    const row = target.row(ROW.close, from, to, at);
    target.setPages(row, target.tagPage, target.attributePage);
    if (target.rows) target.rows.mate[target.parent - target.rowBase] = row;
    target.open.pop();
    target.parent = element.row;
    this.scope = element.scope;
    target.codec = element.codec;
  }
}

const NONE: readonly RawAttribute[] = [];

import { ByteWriter, readMbUint32, sameBytes, toHex } from '../bytes/index.ts';
import { isOpenString, stringSpan, type Document, type Vocabulary } from '../doctypes/index.ts';
import { KIND, type Header } from '../wbxml/index.ts';
import { attributeMark } from './attribute-mark.ts';
import { attributeGroups, type AttributeGroup } from './attribute-groups.ts';
import { isPlainName } from './characters.ts';
import { escapeValue } from './escape.ts';
import { splitPieces, type Piece } from './pieces.ts';
import type { StringTable } from './string-table.ts';
import { variableText } from './variables.ts';
import type { AttributeState } from './value-output.ts';
import { writeAttribute } from './write-attribute.ts';

/** What printing an attribute list needs to know of its document. */
export interface AttributeContext {
  document: Document;
  header: Header;
  vocabulary: Vocabulary;
  table: StringTable;
  /** Text that references to the table may still add to the document: shared with its content. */
  budget: { left: number };
}

/**
 * Prints the attribute list whose first token is `from`, with a leading space per attribute. For each it
 * tries the plain form, then forms with ever more marks, until the reader's own writer gives the same bytes.
 * @param page attribute page in force
 * @returns the text, index past the list (its END included) and the page then in force
 */
export function printAttributes(
  context: AttributeContext,
  from: number,
  to: number,
  page: number,
): { text: string; page: number } {
  const { tokens } = context.document;
  const ended = to > from && tokens.kind(to - 1) === KIND.end;
  const last = ended ? to - 1 : to;
  const groups = attributeGroups(tokens, from, last);
  const used = new Set<string>();
  let text = '';
  let inForce = page;
  groups.forEach((group, i) => {
    const tail = !ended && i === groups.length - 1 ? restMark(context) : '';
    const printed = new GroupPrinter(context, group, inForce, i).print(used, tail);
    text += ` ${printed.name}="${printed.value}"`;
    inForce = printed.page;
  });
  return { text, page: inForce };
}

/** `{rest …}` for a list that the input does not end: the unread token behind it, or nothing. */
function restMark({ document }: AttributeContext): string {
  const { tokens } = document;
  const last = tokens.length - 1;
  if (tokens.kind(last) === KIND.unread) {
    return `{rest ${toHex(tokens.bytes.subarray(tokens.start(last), tokens.end(last)))}}`;
  }
  return document.endsInString ? '' : '{rest}';
}

class GroupPrinter {
  private readonly context: AttributeContext;
  private readonly group: AttributeGroup;
  private readonly page: number;
  private readonly index: number;

  constructor(context: AttributeContext, group: AttributeGroup, page: number, index: number) {
    this.context = context;
    this.group = group;
    this.page = page;
    this.index = index;
  }

  /** A name that the reader takes for an attribute: `xmlns` and prefixes only where the vocabulary has them. */
  private isReadable(name: string): boolean {
    const isPlain = isPlainName(name);
    if (isPlain && name !== 'xmlns') return true;
    const { tokens } = this.context.document;
    if (tokens.kind(this.group.start) === KIND.attributeLiteral) return false;
    return isPlain || (name.split(':', 3).length === 2 && name.split(':').every(isPlainName));
  }

  print(used: Set<string>, tail: string): { name: string; value: string; page: number } {
    const { group } = this;
    const { tokens } = this.context.document;
    const name = this.name();
    const isUsable = name !== undefined && this.isReadable(name) && !used.has(name);
    const { budget } = this.context;
    const added = isUsable ? this.referencedLength(budget.left) : 0;
    const candidates: (() => string | undefined)[] = !isUsable
      ? []
      : added > budget.left
        ? [() => this.values()]
        : [() => this.plain(''), () => this.plain('{cut}'), () => this.values()];
    const expected = tokens.bytes.subarray(tokens.start(group.from), this.bytesEnd());
    for (const candidate of candidates) {
      const value = candidate();
      const page = value === undefined ? undefined : this.proves(name ?? '', value, expected);
      if (value === undefined || page === undefined) continue;
      used.add(name ?? '');
      budget.left -= added;
      return { name: name ?? '', value: value + tail, page };
    }
    const shown = isUsable ? (name ?? '') : `attr-${this.index}`;
    used.add(shown);
    return { name: shown, value: this.marks() + tail, page: this.pageAfter() };
  }

  /** How much text the references to the table would add; counting ends above `most`. */
  private referencedLength(most: number): number {
    const { table } = this.context;
    const { tokens } = this.context.document;
    let sum = 0;
    for (let i = this.group.from; i < this.group.to && sum <= most; i++) {
      const kind = tokens.kind(i);
      if (kind !== KIND.strT && kind !== KIND.extT) continue;
      sum += table.plainText(readMbUint32(tokens.bytes, tokens.start(i) + 1).value)?.length ?? 0;
    }
    return sum;
  }

  private bytesEnd(): number {
    const { tokens } = this.context.document;
    return this.group.to > this.group.from ? tokens.end(this.group.to - 1) : tokens.start(this.group.from);
  }

  private proves(name: string, value: string, expected: Uint8Array): number | undefined {
    const { vocabulary, header, table } = this.context;
    const state: AttributeState = {
      vocabulary,
      encoding: header.encoding,
      table,
      attributePage: this.page,
      finished: false,
    };
    const out = new ByteWriter(expected.length + 16);
    const faults = writeAttribute(out, name, value, state);
    if (faults.length > 0 || state.finished || !sameBytes(out.view(), expected)) return undefined;
    return state.attributePage;
  }

  private pageAfter(): number {
    const { tokens } = this.context.document;
    for (let i = this.group.to - 1; i >= this.group.from; i--) {
      if (tokens.kind(i) === KIND.switchPage) return tokens.page(i);
    }
    return this.page;
  }

  private name(): string | undefined {
    const { document, vocabulary, table } = this.context;
    const { start } = this.group;
    if (start < 0) return undefined;
    const { tokens } = document;
    if (tokens.kind(start) === KIND.attributeStart) {
      return vocabulary.attributeStart(tokens.page(start), tokens.byte(start))?.name;
    }
    return table.plainText(readMbUint32(tokens.bytes, tokens.start(start) + 1).value);
  }

  /** The value as text: prefixes, value tokens and strings spelled out, `between` where a string follows one. */
  private plain(between: string): string | undefined {
    const { document, vocabulary } = this.context;
    const { tokens } = document;
    const { start, to } = this.group;
    const isStart = tokens.kind(start) === KIND.attributeStart;
    const entry = isStart ? vocabulary.attributeStart(tokens.page(start), tokens.byte(start)) : undefined;
    let value = this.escape([entry?.prefix ?? '']);
    let afterString = false;
    for (let i = start + 1; i < to; i++) {
      const kind = tokens.kind(i);
      const isString = kind === KIND.strI || kind === KIND.strT;
      if (isString && afterString) value += between;
      const text = isString || kind === KIND.attributeValue ? this.tokenText(i) : this.other(i);
      if (text === undefined) return undefined;
      value += text;
      afterString = isString;
    }
    return value;
  }

  private escape(pieces: readonly Piece[]): string {
    return escapeValue(pieces, { variables: this.context.vocabulary.type.variables === true });
  }

  /** The text of a string or value token; `undefined` where it has none. */
  private tokenText(i: number): string | undefined {
    const { document, vocabulary, table, header } = this.context;
    const { tokens } = document;
    switch (tokens.kind(i)) {
      case KIND.attributeValue: {
        const text = vocabulary.attributeValue(tokens.page(i), tokens.byte(i));
        return text === undefined ? undefined : this.escape([text]);
      }
      case KIND.strI: {
        if (isOpenString(document, i)) return undefined;
        const { start, end } = stringSpan(document, i);
        return this.escape(splitPieces(tokens.bytes.subarray(start, end), header.encoding));
      }
      default: {
        const text = table.plainText(readMbUint32(tokens.bytes, tokens.start(i) + 1).value);
        return text === undefined ? undefined : this.escape([text]);
      }
    }
  }

  /** A typed OPAQUE or a variable as its text; anything else as its mark. */
  private other(i: number): string | undefined {
    const { document, vocabulary, header, table } = this.context;
    const { tokens } = document;
    const kind = tokens.kind(i);
    const { start } = this.group;
    if (kind === KIND.opaque && tokens.kind(start) === KIND.attributeStart) {
      const codec = vocabulary.valueCodec('attribute', tokens.page(start), tokens.byte(start));
      const text = codec?.toText(
        tokens.bytes.subarray(readMbUint32(tokens.bytes, tokens.start(i) + 1).next, tokens.end(i)),
      );
      if (text !== undefined) return this.escape([text]);
    }
    if (vocabulary.type.variables && (kind === KIND.extI || kind === KIND.extT)) {
      const { start: from, end } = stringSpan(document, i);
      const name =
        kind === KIND.extT
          ? table.plainText(readMbUint32(tokens.bytes, tokens.start(i) + 1).value)
          : header.encoding.decode(tokens.bytes.subarray(from, end));
      const usual = vocabulary.usualConversion(this.name());
      const text = name === undefined ? undefined : variableText(name, tokens.byte(i) & 3, usual);
      if (text !== undefined) return text;
    }
    return this.mark(i);
  }

  /** The plain start, then every token as its mark. */
  private values(): string | undefined {
    const { start, to } = this.group;
    const { document, vocabulary } = this.context;
    const { tokens } = document;
    const isStart = tokens.kind(start) === KIND.attributeStart;
    const entry = isStart ? vocabulary.attributeStart(tokens.page(start), tokens.byte(start)) : undefined;
    let value = this.escape([entry?.prefix ?? '']);
    for (let i = start + 1; i < to; i++) value += this.mark(i);
    return value;
  }

  /** Every token as its mark: always right, seldom needed. */
  private marks(): string {
    const { from, to, start } = this.group;
    let value = '';
    for (let i = from; i < to; i++) value += this.mark(i);
    return start < 0 && this.isClosed() ? `${value}{none}` : value;
  }

  private isClosed(): boolean {
    const { tokens } = this.context.document;
    return this.group.to < tokens.length && tokens.kind(this.group.to) === KIND.end;
  }

  private mark(i: number): string {
    return attributeMark(this.context, i);
  }
}

import { readMbUint32 } from '../bytes/index.ts';
import {
  decode,
  isOpenString,
  stringSpan,
  tableString,
  type Decoded,
  type DecodeOptions,
  type Document,
} from '../doctypes/index.ts';
import { ATTRIBUTE_BIT, KIND, UTF_8, type Header, type TokenTable } from '../wbxml/index.ts';
import { escapeValue, type EscapeOptions } from './escape.ts';
import { ByteEscaper } from './byte-classes.ts';
import { isPlainName, isWhite } from './characters.ts';
import { LITERAL_NAMESPACE } from './names.ts';
import { plainText, type TextContext } from './plain.ts';
import { printAttributes } from './print-attributes.ts';
import { printHeader } from './print-header.ts';
import { bodyStart, planPrint, type PrintPlan } from './print-plan.ts';
import {
  hexLines,
  plainAscii,
  printOpaque,
  printSimple,
  printString,
  type PrintedString,
} from './print-text.ts';
import { splitPieces } from './pieces.ts';
import { storedText } from './stored.ts';
import { StringTable } from './string-table.ts';
import { NO_LAYOUT, layoutText, levelOf, tagKey, tagNames, type Level, type TagNames } from './tag-names.ts';
import { TextBuilder } from './text-builder.ts';
import { variableText } from './variables.ts';

/** Text that references to the table may add, per byte of input and at least. */
const REFERENCE_SHARE = 16;
const REFERENCE_FLOOR = 1 << 20;

/** The longest text that is made, in UTF-16 units: strings cannot hold much more. */
const LONGEST = 400_000_000;

/**
 * The XML text of a decoded message. Reading it back gives the same bytes, whatever they are: what a plain
 * text cannot say stands in it as marks. Not recursive; time and text are linear in the input.
 * @param longest how long the text may become, in UTF-16 units: above, all of it is one `bytes` mark
 */
export function toXml(decoded: Decoded, longest = LONGEST): string {
  const { document, bytes } = decoded;
  const text = document.header && new Printer(decoded, document.header, longest).print();
  return text ?? `<?wbxml bytes="${hexLines(bytes)}"?>`;
}

/** The XML text of any bytes. */
export function bytesToXml(bytes: Uint8Array, options: DecodeOptions = {}): string {
  return toXml(decode(bytes, options));
}

class Printer {
  private readonly document: Document;
  private readonly header: Header;
  private readonly tokens: TokenTable;
  private readonly decoded: Decoded;
  private readonly context: TextContext;
  private readonly plan: PrintPlan;
  private readonly names: TagNames;
  private readonly escapes: EscapeOptions;
  private escaper: ByteEscaper | undefined;
  private readonly text: TextBuilder;
  /** Nothing stands on the line yet. */
  private isFresh = true;
  private tagPage = 0;
  private attributePage = 0;
  private depth = 0;
  /** Text that references to the table may still add. */
  private readonly budget: { left: number };
  /** Strings of the table that were referred to, as they are printed; most messages have none. */
  private tableStrings: Map<number, PrintedString> | undefined;
  /** UTF-8, no table, and a vocabulary without forms of its own: then a plain text is STR_I and nothing else. */
  private readonly isSimple: boolean;
  private rootDone = false;
  /** A mark has said how the input ends. */
  private restPrinted = false;
  /** Open elements: their end tag with its layout, and the layout before what stands in them. */
  private readonly closes: string[] = [];
  private readonly levels: Level[] = [];
  /** What the next text must not join: a run of text, or CDATA. */
  private before: 'text' | 'cdata' | 'other' = 'other';
  /** Whether the run of text so far may hold variables, and whether it ends with one. */
  private variables: 'none' | 'allowed' | 'last' = 'none';

  constructor(decoded: Decoded, header: Header, longest: number) {
    const { document, vocabulary } = decoded;
    this.decoded = decoded;
    this.document = document;
    this.header = header;
    this.tokens = document.tokens;
    const table = StringTable.of(decoded.bytes, header);
    this.context = { vocabulary, encoding: header.encoding, table };
    this.plan = planPrint(document, vocabulary);
    this.names = tagNames(vocabulary, this.plan.defaultPage);
    this.escapes = { variables: vocabulary.type.variables === true, whiteIsText: this.plan.whiteIsText };
    this.text = new TextBuilder(this.tokens.length, longest);
    this.isSimple = table.isEmpty && header.encoding.mib === UTF_8 && vocabulary.hasOnlyStrings;
    this.budget = { left: Math.max(REFERENCE_FLOOR, decoded.bytes.length * REFERENCE_SHARE) };
  }

  /** @returns the text, or `undefined` where it would become too long */
  print(): string | undefined {
    const { tokens, decoded, header, plan, context } = this;
    this.add(printHeader(header, decoded.vocabulary, context.table, plan.whiteIsText));
    let i = bodyStart(tokens);
    while (i < tokens.length && !this.text.isFull) i = this.token(i);
    if (!this.isWhole()) this.rest('');
    while (this.depth > 0 && !this.text.isFull) this.close();
    if (this.text.isFull) return undefined;
    const text = this.text.toString();
    // A header without anything behind it leaves its line end.
    return this.isFresh && text !== '' ? text.slice(0, -1) : text;
  }

  /** True where nothing is missing at the end: one root, closed, or a mark that says how it ends. */
  private isWhole(): boolean {
    return this.restPrinted || (this.rootDone && this.depth === 0);
  }

  private add(text: string): void {
    this.text.add(text);
  }

  /** Prints token `i` and what belongs to it; gives the index of the next. */
  private token(i: number): number {
    const { tokens } = this;
    switch (tokens.kind(i)) {
      case KIND.switchPage:
        return this.switchPage(i);
      case KIND.tag:
      case KIND.literalTag:
        return this.tag(i);
      case KIND.end:
        this.close();
        return i + 1;
      case KIND.strI:
        this.inlineString(i);
        return i + 1;
      case KIND.strT:
        this.tableReference(i);
        return i + 1;
      case KIND.entity:
        this.mark(`<?wbxml entity="${this.storedAt(i).text}"?>`);
        return i + 1;
      case KIND.opaque:
        this.opaque(i);
        return i + 1;
      case KIND.extI:
      case KIND.extT:
      case KIND.ext:
        this.extension(i);
        return i + 1;
      case KIND.pi:
        return this.pi(i);
      case KIND.unread:
        this.rest(hexLines(tokens.bytes.subarray(tokens.start(i), tokens.end(i))));
        return i + 1;
      default:
        return i + 1;
    }
  }

  private storedAt(i: number): { value: number; text: string; next: number } {
    const { tokens } = this;
    const start = tokens.start(i) + 1;
    const { value, next } = readMbUint32(tokens.bytes, start);
    return { value, text: storedText({ value, width: next - start }), next };
  }

  /** A new line and indentation, where layout may stand; outside the root a new line for all but the first. */
  private layout(): void {
    if (this.depth === 0) {
      if (!this.isFresh) this.add('\n');
      this.isFresh = false;
      return;
    }
    this.add(layoutText(this.levels[this.depth - 1] as Level));
  }

  private mark(text: string): void {
    this.layout();
    this.add(text);
    this.before = 'other';
  }

  private rest(hex: string): void {
    this.mark(`<?wbxml rest="${hex}"?>`);
    this.restPrinted = true;
  }

  /** A switch right before a tag that needs it is not printed; any other is a mark. */
  private switchPage(i: number): number {
    const { tokens } = this;
    const page = tokens.page(i);
    const isPlain = page !== this.tagPage && i + 1 < tokens.length && tokens.kind(i + 1) === KIND.tag;
    if (!isPlain) this.mark(`<?wbxml switch-page="${page}"?>`);
    this.tagPage = page;
    return i + 1;
  }

  private tag(i: number): number {
    const { tokens, names, depth } = this;
    const isUsual = depth > 0 && tokens.kind(i) === KIND.tag && (tokens.byte(i) & ATTRIBUTE_BIT) === 0;
    if (!isUsual) return this.unusualTag(i);
    const key = tagKey(tokens.page(i), tokens.tagCode(i));
    const level = this.levels[depth - 1] as Level;
    this.before = 'other';
    if (tokens.hasContent(i)) {
      this.add(names.open(key, level));
      this.closes[depth] = names.close(key, this.enter(i, i + 1));
    } else this.add(names.empty(key, level));
    return i + 1;
  }

  /** A root, a literal tag, or one with attributes. */
  private unusualTag(i: number): number {
    const { tokens, depth } = this;
    this.layout();
    const isLiteral = tokens.kind(i) === KIND.literalTag;
    const hasContent = tokens.hasContent(i);
    const name = isLiteral ? this.literalName(i) : this.names.name(tagKey(tokens.page(i), tokens.tagCode(i)));
    let attributes = this.rootDone ? '' : this.plan.declarations;
    this.rootDone = true;
    let next = i + 1;
    if (tokens.byte(i) & ATTRIBUTE_BIT) {
      next = this.pastAttributes(i);
      attributes += this.attributes(i, next);
    }
    this.add(`<${name}${attributes}${hasContent ? '>' : '/>'}`);
    this.before = 'other';
    if (hasContent) this.closes[depth] = `${layoutText(this.enter(i, next))}</${name}>`;
    return next;
  }

  /** Steps into the element of tag `i`, whose content begins at `next`; gives the layout of its end tag. */
  private enter(i: number, next: number): Level {
    const { tokens, plan, depth } = this;
    const mayLayOut = !plan.whiteIsText && plan.hasText[i] === 0;
    // An input that ends here gets a mark for it as content, unless the attributes have said it.
    const isChildless = next < tokens.length ? tokens.kind(next) === KIND.end : this.restPrinted;
    this.levels[depth] = mayLayOut ? levelOf(depth + 1) : NO_LAYOUT;
    this.depth++;
    return mayLayOut && !isChildless ? levelOf(depth) : NO_LAYOUT;
  }

  /** Index past the attribute list of the tag or PI `i`: past its END, or of whatever ends it otherwise. */
  private pastAttributes(i: number): number {
    const { tokens } = this;
    let next = i + 1;
    while (next < tokens.length && tokens.inAttributes(next) && tokens.parent(next) === i) {
      if (tokens.kind(next++) === KIND.end) return next;
    }
    return tokens.length; // the input ends in the list: a last unread token belongs to it
  }

  private attributes(i: number, next: number): string {
    const { document, header, decoded, context, tokens } = this;
    const { vocabulary } = decoded;
    const attributeContext = { document, header, vocabulary, table: context.table, budget: this.budget };
    const printed = printAttributes(attributeContext, i + 1, next, this.attributePage);
    this.attributePage = printed.page;
    if (next === tokens.length && tokens.kind(next - 1) !== KIND.end) this.restPrinted = true;
    return printed.text;
  }

  /** Name of a LITERAL tag: what the table says, or `tag` with a mark before it. */
  private literalName(i: number): string {
    const { value, text } = this.storedAt(i);
    const local = text === String(value) ? this.context.table.plainText(value) : undefined;
    if (local !== undefined && isPlainName(local) && local.length <= this.budget.left) {
      this.budget.left -= local.length;
      return `${LITERAL_NAMESPACE}:${local}`;
    }
    this.add(`<?wbxml literal="${text}"?>`);
    return `${LITERAL_NAMESPACE}:tag`;
  }

  private close(): void {
    this.depth--;
    this.add(this.closes[this.depth] as string);
    this.before = 'other';
  }

  private inlineString(i: number): void {
    const { tokens, document, header, context } = this;
    const isOpen = isOpenString(document, i);
    if (this.isSimple && !isOpen && this.before === 'other') {
      const text = plainAscii(tokens.bytes, tokens.start(i) + 1, tokens.end(i) - 1);
      if (text !== undefined) {
        this.add(text);
        this.before = 'text';
        return;
      }
    }
    const { start, end } = stringSpan(document, i);
    const { bytes } = tokens;
    const printed = this.isSimple
      ? printSimple(bytes, start, end, header, (this.escaper ??= new ByteEscaper()), this.escapes)
      : printString(bytes, start, end, header, this.escapes);
    let forced = printed.body === '';
    if (!forced && !this.isSimple && printed.text !== undefined) {
      forced = plainText(printed.text, context, this.codecOf(i)).kind !== 'strI';
    }
    this.run(printed, forced ? 'str-i' : '');
    if (isOpen) {
      this.add('<?wbxml end?>');
      this.before = 'other';
      this.restPrinted = true;
    }
  }

  /** A run of text with the mark it needs: `str-i` where asked for, `cut` where it would join what is before. */
  private run(printed: PrintedString, form: '' | 'str-i'): void {
    // Beside a variable each part is a text of its own, as long as the run has nothing but plain text.
    const isPlain = form === '' && !printed.crlf && printed.text !== undefined;
    const joins = isPlain && this.before === 'text' && this.variables === 'last';
    const word = form || (this.before === 'text' && !joins ? 'cut' : '');
    const eol = printed.crlf ? 'eol="crlf"' : '';
    if (word || eol) this.add(`<?wbxml ${word}${word && eol ? ' ' : ''}${eol}?>`);
    this.add(printed.body);
    this.before = 'text';
    this.variables = isPlain && this.escapes.variables ? 'allowed' : 'none';
  }

  private codecOf(i: number) {
    const { tokens } = this;
    const parent = tokens.parent(i);
    if (parent < 0 || tokens.kind(parent) !== KIND.tag) return undefined;
    return this.decoded.vocabulary.valueCodec('tag', tokens.page(parent), tokens.tagCode(parent));
  }

  private tableReference(i: number): void {
    const { value, text } = this.storedAt(i);
    const plain = this.context.table.plainText(value);
    const isPlain =
      plain !== undefined &&
      text === String(value) &&
      plain.length <= this.budget.left &&
      plainText(plain, this.context, this.codecOf(i)).kind === 'strT';
    if (!isPlain) {
      this.mark(`<?wbxml str-t="${text}"?>`);
      return;
    }
    this.budget.left -= plain.length;
    this.run(this.tableStrings?.get(value) ?? this.printTableString(value, plain), '');
  }

  /** The string of the table at `offset` as it is printed; made once, for there may be many references to it. */
  private printTableString(offset: number, text: string): PrintedString {
    const start = this.header.tableStart + offset;
    const end = start + (this.context.encoding.encode(text)?.length ?? 0);
    const printed = printString(this.tokens.bytes, start, end, this.header, this.escapes);
    (this.tableStrings ??= new Map()).set(offset, printed);
    return printed;
  }

  private opaque(i: number): void {
    const { tokens, header } = this;
    const follows = this.before !== 'other';
    const [start, end] = [tokens.start(i), tokens.end(i)];
    const printed = printOpaque(tokens.bytes, start, end, header, this.codecOf(i), follows, this.escapes);
    if (printed.kind === 'typed' && !isWhite(printed.text)) {
      this.run({ body: escapeWord(printed.text), crlf: false, text: printed.text }, '');
      return;
    }
    this.add(printed.text);
    this.before = printed.kind === 'mark' ? 'other' : printed.kind === 'escaped' ? 'text' : 'cdata';
    // A CDATA that a mark began runs on with text behind it, like any text.
    if (printed.kind === 'cdata' && printed.text.startsWith('<?wbxml opaque')) this.before = 'text';
    this.variables = 'none';
  }

  private extension(i: number): void {
    const { tokens, document, header, context } = this;
    const which = tokens.byte(i) & 3;
    const kind = tokens.kind(i);
    if (kind === KIND.ext) {
      this.mark(`<?wbxml ext-${which}?>`);
      return;
    }
    if (kind === KIND.extT) {
      const { value, text } = this.storedAt(i);
      const plain = this.plainExtension(i, which, value, text);
      if (plain !== undefined) {
        if (this.escapes.variables) this.variable(plain);
        else this.run({ body: escapeWord(plain), crlf: false, text: plain }, '');
        return;
      }
      this.mark(`<?wbxml ext-t-${which}="${text}"?>`);
      return;
    }
    const { start, end } = stringSpan(document, i);
    const isOpen = isOpenString(document, i);
    const pieces = splitPieces(tokens.bytes.subarray(start, end), header.encoding);
    const [name] = pieces;
    if (this.escapes.variables && !isOpen && typeof name === 'string' && pieces.length === 1) {
      const text = context.table.plainOffset(name) === undefined ? variableText(name, which) : undefined;
      if (text !== undefined) {
        this.variable(text);
        return;
      }
    }
    const value = escapeValue(pieces, { variables: false });
    this.mark(`<?wbxml ext-i-${which}="${value}${isOpen ? '{end}' : ''}"?>`);
    if (isOpen) this.restPrinted = true;
  }

  /** The text of EXT_T as a variable or a word of the vocabulary, where a plain text is read back as it. */
  private plainExtension(i: number, which: number, value: number, stored: string): string | undefined {
    if (stored !== String(value)) return undefined;
    const { vocabulary, table } = this.context;
    if (this.escapes.variables) {
      const name = tableString(this.tokens.bytes, this.header, value);
      const text =
        name === undefined || table.plainOffset(name) !== value ? undefined : variableText(name, which);
      if (text === undefined || text.length > this.budget.left) return undefined;
      this.budget.left -= text.length;
      return text;
    }
    const word = which === 0 ? vocabulary.extensionWord(value) : undefined;
    if (word === undefined || isWhite(word)) return undefined;
    const form = plainText(word, this.context, this.codecOf(i));
    return form.kind === 'extT' && form.value === value ? word : undefined;
  }

  /** A variable joins the plain text before it. */
  private variable(text: string): void {
    if (this.before === 'text' && this.variables === 'none') this.add('<?wbxml cut?>');
    this.add(text);
    this.before = 'text';
    this.variables = 'last';
  }

  private pi(i: number): number {
    const next = this.pastAttributes(i);
    this.mark(`<?wbxml pi${this.attributes(i, next)}?>`);
    return next;
  }
}

const escapeWord = (word: string): string => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

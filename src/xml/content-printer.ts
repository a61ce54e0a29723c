import { readMbUint32 } from '../bytes/index.ts';
import { isOpenString, stringSpan, tableString, type Decoded, type Document } from '../doctypes/index.ts';
import { KIND, UTF_8, type Header, type TokenTable } from '../wbxml/index.ts';
import { ByteEscaper } from './byte-classes.ts';
import { isWhite } from './characters.ts';
import { escapeValue, type EscapeOptions } from './escape.ts';
import { splitPieces } from './pieces.ts';
import { plainText, type TextContext } from './plain.ts';
import { printNested } from './print-nested.ts';
import { planPrint, type PrintPlan } from './print-plan.ts';
import { printOpaque, printSimple, printString, type PrintedString } from './print-text.ts';
import { storedText } from './stored.ts';
import { StringTable } from './string-table.ts';
import { NO_LAYOUT, layoutText, levelOf, type Level } from './tag-names.ts';
import { TextBuilder } from './text-builder.ts';
import { variableText } from './variables.ts';

/** Text that references to the table may add, per byte of input and at least. */
const REFERENCE_SHARE = 16;
const REFERENCE_FLOOR = 1 << 20;

/** Prints what stands between tags: strings, references, OPAQUE, extensions, with the marks they need. */
export abstract class ContentPrinter {
  protected readonly document: Document;
  protected readonly header: Header;
  protected readonly tokens: TokenTable;
  protected readonly decoded: Decoded;
  protected readonly context: TextContext;
  protected readonly plan: PrintPlan;
  private readonly escapes: EscapeOptions;
  private escaper: ByteEscaper | undefined;
  protected readonly text: TextBuilder;
  /** Nothing stands on the line yet. */
  protected isFresh = true;
  protected depth = 0;
  /** Text that references to the table may still add. */
  protected readonly budget: { left: number };
  /** Strings of the table that were referred to, as they are printed; most messages have none. */
  private tableStrings: Map<number, PrintedString> | undefined;
  /** UTF-8, no table, and a vocabulary without forms of its own: then a plain text is STR_I and nothing else. */
  protected readonly isSimple: boolean;
  /** A mark has said how the input ends. */
  protected restPrinted = false;
  /** Layout before what stands in the innermost open element. */
  protected level: Level = NO_LAYOUT;
  /** What was printed last: text and CDATA the next text must not join; at the start of an element nothing was. */
  protected before: 'text' | 'cdata' | 'start' | 'other' = 'other';
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
    this.escapes = { variables: vocabulary.type.variables === true, whiteIsText: this.plan.whiteIsText };
    this.text = new TextBuilder(this.tokens.length, decoded.bytes.length, longest);
    this.isSimple = table.isEmpty && header.encoding.mib === UTF_8 && vocabulary.hasOnlyStrings;
    this.budget = { left: Math.max(REFERENCE_FLOOR, decoded.bytes.length * REFERENCE_SHARE) };
  }

  protected add(text: string): void {
    this.text.add(text);
  }

  protected storedAt(i: number): { value: number; text: string; next: number } {
    const { tokens } = this;
    const start = tokens.start(i) + 1;
    const { value, next } = readMbUint32(tokens.bytes, start);
    return { value, text: storedText({ value, width: next - start }), next };
  }

  /** A new line and indentation, where layout may stand; outside the root a new line for all but the first. */
  protected layout(): void {
    if (this.depth === 0) {
      if (!this.isFresh) this.add('\n');
      this.isFresh = false;
      return;
    }
    this.add(layoutText(this.level));
  }

  protected mark(text: string): void {
    this.layout();
    this.add(text);
    this.before = 'other';
  }

  protected inlineString(i: number): void {
    const { tokens, document, header, context } = this;
    const isOpen = isOpenString(document, i);
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

  protected tableReference(i: number): void {
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

  /** The text of another document. */
  protected abstract documentText(decoded: Decoded): string;

  /** A document of its own in the data, as an element; false where there is none that can stand so. */
  private nested(i: number): boolean {
    const { tokens, decoded, plan } = this;
    const { vocabulary } = decoded;
    if (!vocabulary.type.nests || plan.whiteIsText) return false;
    const { value, text, next } = this.storedAt(i);
    const data = tokens.bytes.subarray(next, tokens.end(i));
    if (value !== data.length || text !== String(value)) return false;
    const isAlone = tokens.parent(i) === i - 1 && i + 1 < tokens.length && tokens.kind(i + 1) === KIND.end;
    const inside = isAlone ? layoutText(levelOf(this.depth)) : '';
    const printed = printNested(data, vocabulary, inside, (inner) => this.documentText(inner));
    if (!printed) return false;
    if (printed.isIndented) this.add(inside);
    this.add(printed.text);
    if (printed.isIndented) this.add(layoutText(levelOf(this.depth - 1)));
    this.before = 'other';
    this.variables = 'none';
    return true;
  }

  protected opaque(i: number): void {
    if (this.nested(i)) return;
    const { tokens, header } = this;
    const follows = this.before === 'text' || this.before === 'cdata';
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

  protected extension(i: number): void {
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
}

const escapeWord = (word: string): string => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

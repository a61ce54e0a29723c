import { decode, type Decoded, type DecodeOptions } from '../doctypes/index.ts';
import { ATTRIBUTE_BIT, CONTENT_BIT, KIND, TAG_CODE, type Header } from '../wbxml/index.ts';
import { isPlainName } from './characters.ts';
import { ContentPrinter } from './content-printer.ts';
import { LITERAL_NAMESPACE } from './names.ts';
import { printAttributes } from './print-attributes.ts';
import { printHeader } from './print-header.ts';
import { bodyStart } from './print-plan.ts';
import { hexLines, usualUtf8 } from './print-text.ts';
import { NO_LAYOUT, SpelledTag, levelOf, tagNames, type Level, type TagNames } from './tag-names.ts';

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

/**
 * The text of the element of tag `i` as it stands in that of the whole message, from its `<` to its `>`. Where pages of
 * attributes are switched to, it may read as something else alone.
 */
export function printElement(decoded: Decoded, i: number): string | undefined {
  const { header } = decoded.document;
  return header && new Printer(decoded, header, LONGEST).printElement(i);
}

/** The XML text of any bytes. */
export function bytesToXml(bytes: Uint8Array, options: DecodeOptions = {}): string {
  return toXml(decode(bytes, options));
}

/** Prints a document: header, tags with their attributes and layout, PIs, and how the input ends. */
class Printer extends ContentPrinter {
  private readonly names: TagNames;
  private tagPage = 0;
  private attributePage = 0;
  private rootDone = false;
  /** Index of the innermost open tag, −1 at the top. */
  private open = -1;
  /** Literal tags that are open, by index. */
  private readonly literals = new Map<number, SpelledTag>();

  constructor(decoded: Decoded, header: Header, longest: number) {
    super(decoded, header, longest);
    this.names = tagNames(decoded.vocabulary, this.plan.defaultPage);
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

  protected override documentText(decoded: Decoded): string {
    return toXml(decoded);
  }

  /** @returns the text of one element */
  printElement(i: number): string {
    const { tokens } = this;
    for (let up = tokens.parent(i); up >= 0; up = tokens.parent(up)) this.depth++;
    this.rootDone = this.depth > 0;
    this.tagPage = tokens.page(i);
    if (this.depth > 0) this.level = NO_LAYOUT; // what stands before it is not part of it
    const past = tokens.past(i);
    for (let at = i; at < past;) at = this.token(at);
    return this.text.toString();
  }

  /** True where nothing is missing at the end: one root, closed, or a mark that says how it ends. */
  private isWhole(): boolean {
    return this.restPrinted || (this.rootDone && this.depth === 0);
  }

  /** Prints token `i` and what belongs to it; gives the index of the next. */
  private token(i: number): number {
    const { tokens } = this;
    switch (tokens.kind(i)) {
      case KIND.switchPage:
        return this.switchPage(i);
      case KIND.tag:
        return this.tag(i);
      case KIND.literalTag:
        return this.unusualTag(i);
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
    const { tokens } = this;
    const byte = tokens.byte(i);
    if (this.depth === 0 || (byte & ATTRIBUTE_BIT) !== 0) return this.unusualTag(i);
    const tag = this.names.tag(tokens.page(i), byte & TAG_CODE);
    if ((byte & CONTENT_BIT) === 0) {
      this.text.addTag(tag.empty(this.level));
      this.before = 'other';
      return i + 1;
    }
    if (this.leaf(i, tag)) return i + 3;
    this.text.addTag(tag.open(this.level));
    this.enter(i);
    return i + 1;
  }

  /** Prints an element with a usual string and nothing else at once, as most are; false where it is another. */
  private leaf(i: number, tag: SpelledTag): boolean {
    const { tokens } = this;
    if (!this.isSimple || i + 2 >= tokens.length) return false;
    if (tokens.kind(i + 1) !== KIND.strI || tokens.kind(i + 2) !== KIND.end) return false;
    const text = usualUtf8(tokens.bytes, tokens.start(i + 1) + 1, tokens.start(i + 2) - 1);
    if (text === undefined) return false;
    this.text.addTag(tag.open(this.level));
    this.add(text);
    this.text.addTag(tag.close(NO_LAYOUT));
    this.before = 'other';
    return true;
  }

  /** A root, a literal tag, or one with attributes. */
  private unusualTag(i: number): number {
    const { tokens } = this;
    this.layout();
    const hasContent = tokens.hasContent(i);
    const literal = tokens.kind(i) === KIND.literalTag ? new SpelledTag(this.literalName(i)) : undefined;
    const { name } = literal ?? this.names.tag(tokens.page(i), tokens.tagCode(i));
    let attributes = this.rootDone ? '' : this.plan.declarations;
    this.rootDone = true;
    let next = i + 1;
    if (tokens.byte(i) & ATTRIBUTE_BIT) {
      next = this.pastAttributes(i);
      attributes += this.attributes(i, next);
    }
    this.add(`<${name}${attributes}${hasContent ? '>' : '/>'}`);
    this.before = 'other';
    if (hasContent) this.enter(i);
    if (hasContent && literal) this.literals.set(i, literal);
    return next;
  }

  /** Steps into the element of tag `i`. */
  private enter(i: number): void {
    this.open = i;
    this.depth++;
    this.level = this.levelIn(i);
    this.before = 'start';
  }

  /** Layout before what stands in the element of tag `i`, the innermost open one: none where it has text. */
  private levelIn(i: number): Level {
    return this.plan.whiteIsText || this.tokens.hasText(i) ? NO_LAYOUT : levelOf(this.depth);
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
    const { tokens, open } = this;
    this.depth--;
    const level = this.level === NO_LAYOUT || this.before === 'start' ? NO_LAYOUT : levelOf(this.depth);
    const tag =
      tokens.kind(open) === KIND.tag
        ? this.names.tag(tokens.page(open), tokens.tagCode(open))
        : (this.literals.get(open) as SpelledTag);
    this.text.addTag(tag.close(level));
    this.before = 'other';
    this.open = tokens.parent(open);
    if (this.open >= 0) this.level = this.levelIn(this.open);
  }

  private pi(i: number): number {
    const next = this.pastAttributes(i);
    this.mark(`<?wbxml pi${this.attributes(i, next)}?>`);
    return next;
  }
}

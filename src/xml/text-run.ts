import type { ByteWriter } from '../bytes/index.ts';
import type { ValueCodec } from '../doctypes/index.ts';
import { GLOBAL } from '../wbxml/index.ts';
import { forbiddenWords, hasForbidden, isWhite } from './characters.ts';
import type { Piece } from './pieces.ts';
import { plainText, writeInline, writePlain, type TextContext } from './plain.ts';
import type { TextProblems } from './problems.ts';
import { resolveReferences } from './references.ts';
import { splitVariables } from './variables.ts';
import { hasTerminator } from './terminator.ts';

/** How a mark before the run says it is carried. */
export type RunForm = 'plain' | 'cut' | 'str-i' | 'opaque';

/**
 * One run of text: pieces of text, `bytes` marks and, in an OPAQUE, CDATA. A run of nothing but literal white
 * space is layout and becomes nothing.
 */
export class TextRun {
  form: RunForm = 'plain';
  crlf = false;
  /** A mark began it, so that it counts even while nothing has come. */
  marked = false;
  from = -1;
  to = -1;
  private pieces: Piece[] = [];
  private raw = '';
  private hasMore = false;

  /** True where anything has come: a piece, even layout, or the mark before it. */
  get isOpen(): boolean {
    return this.from >= 0;
  }

  begin(form: RunForm, crlf: boolean, from: number, to: number): void {
    this.form = form;
    this.crlf = crlf;
    this.marked = form !== 'plain' || crlf;
    this.from = from;
    this.to = to;
  }

  reset(): void {
    this.form = 'plain';
    this.crlf = this.marked = this.hasMore = false;
    this.from = this.to = -1;
    this.pieces = [];
    this.raw = '';
  }

  private grow(from: number, to: number): void {
    if (this.from < 0) this.from = from;
    this.to = to;
  }

  /** Adds literal text; faults have text offsets. */
  addText(raw: string, from: number, to: number, problems: TextProblems): void {
    this.grow(from, to);
    // XML reads every line end as LF.
    const lines = raw.indexOf('\r') < 0 ? raw : raw.replace(/\r\n?/g, '\n');
    const literal = this.crlf ? lines.replaceAll('\n', '\r\n') : lines;
    const resolved = resolveReferences(literal);
    if (!resolved.ok) {
      const asItStands = resolveReferences(raw); // the same fault, where line ends have their own length
      const at = from + (asItStands.ok ? resolved.at : asItStands.at);
      const { found } = resolved;
      problems.error(
        'bad-reference',
        at,
        at + found.length,
        'a reference such as &amp; or &#13;',
        found,
        'a literal &',
      );
      return;
    }
    // An “&” outside white space makes the run text, and so does any other character.
    if (resolved.text !== literal || !isWhite(literal)) this.hasMore = true;
    if (hasForbidden(resolved.text)) {
      problems.error('not-xml', from, to, 'characters XML allows', forbiddenWords(resolved.text), 'nothing');
      return;
    }
    this.raw += literal;
    this.addPiece(resolved.text);
  }

  /** Adds the text of a CDATA section: literal to the last character. */
  addCdata(raw: string, from: number, to: number): void {
    this.grow(from, to);
    this.hasMore = true;
    this.addPiece(raw.replace(/\r\n?|\n/g, this.crlf ? '\r\n' : '\n'));
  }

  addBytes(bytes: Uint8Array, from: number, to: number): void {
    this.grow(from, to);
    this.hasMore = true;
    this.pieces.push(bytes);
  }

  private addPiece(text: string): void {
    const last = this.pieces.at(-1);
    if (typeof last === 'string') this.pieces[this.pieces.length - 1] = last + text;
    else this.pieces.push(text);
  }

  /** True where the run becomes nothing. */
  isLayout(whiteIsText: boolean): boolean {
    if (this.hasMore || (this.marked && this.form !== 'plain')) return false;
    return !whiteIsText || this.pieces.every((piece) => piece.length === 0);
  }

  /**
   * Writes the run, or a problem where it cannot be written.
   * @returns where the last of its tokens begins: between variables there are several
   */
  write(
    out: ByteWriter,
    context: TextContext,
    codec: ValueCodec | undefined,
    whiteIsText: boolean,
    problems: TextProblems,
  ): number {
    const at = out.length;
    const onlyLayout = !this.hasMore && !whiteIsText;
    const pieces = onlyLayout ? [] : this.pieces;
    if (this.form === 'opaque') this.writeOpaque(out, pieces, context, problems);
    else if (pieces.some((piece) => typeof piece !== 'string'))
      this.writeForeign(out, pieces, context, problems);
    else return this.writeText(out, (pieces[0] as string | undefined) ?? '', context, codec, problems);
    return at;
  }

  private writeText(
    out: ByteWriter,
    text: string,
    context: TextContext,
    codec: ValueCodec | undefined,
    problems: TextProblems,
  ): number {
    let at = out.length;
    if (this.form === 'str-i' || text === '') {
      if (!writeInline(out, GLOBAL.STR_I, text, context.encoding)) this.notInCharset(context, problems);
      return at;
    }
    if (!context.vocabulary.type.variables) {
      this.writePlainText(out, text, context, codec, problems);
      return at;
    }
    for (const part of splitVariables(this.raw)) {
      at = out.length;
      if (part.kind === 'text') this.writePlainText(out, part.text, context, codec, problems);
      else this.writeVariable(out, part.name, part.conversion, context, problems);
    }
    return at;
  }

  private writePlainText(
    out: ByteWriter,
    text: string,
    context: TextContext,
    codec: ValueCodec | undefined,
    problems: TextProblems,
  ): void {
    const form = plainText(text, context, codec);
    if (!writePlain(out, form, text, context.encoding)) this.notInCharset(context, problems);
  }

  private writeVariable(
    out: ByteWriter,
    name: string,
    conversion: number,
    context: TextContext,
    problems: TextProblems,
  ): void {
    const offset = context.table.plainOffset(name);
    if (offset !== undefined) {
      out.byte(GLOBAL.EXT_T_0 + conversion);
      out.number(offset);
    } else if (!writeInline(out, GLOBAL.EXT_I_0 + conversion, name, context.encoding)) {
      this.notInCharset(context, problems);
    }
  }

  private writeForeign(
    out: ByteWriter,
    pieces: readonly Piece[],
    context: TextContext,
    problems: TextProblems,
  ): void {
    out.byte(GLOBAL.STR_I);
    const from = out.length;
    this.writePieces(out, pieces, context, problems);
    if (hasTerminator(out.view(from), context.encoding.unit)) {
      problems.error(
        'nul',
        this.from,
        this.to,
        'a string without NUL',
        'a NUL, which would end it',
        'nothing',
      );
    }
    for (let k = 0; k < context.encoding.unit; k++) out.byte(0);
  }

  private writeOpaque(
    out: ByteWriter,
    pieces: readonly Piece[],
    context: TextContext,
    problems: TextProblems,
  ): void {
    const bytes = this.opaqueBytes(pieces, context, problems);
    out.byte(GLOBAL.OPAQUE);
    out.number(bytes.length);
    out.raw(bytes);
  }

  private opaqueBytes(pieces: readonly Piece[], context: TextContext, problems: TextProblems): Uint8Array {
    const [only] = pieces;
    if (pieces.length === 1 && typeof only === 'string') {
      const bytes = context.encoding.encode(only);
      if (bytes) return bytes;
    }
    return this.joined(pieces, context, problems);
  }

  private joined(pieces: readonly Piece[], context: TextContext, problems: TextProblems): Uint8Array {
    const parts = pieces.map((piece) => {
      const bytes = typeof piece === 'string' ? context.encoding.encode(piece) : piece;
      if (!bytes) this.notInCharset(context, problems);
      return bytes ?? new Uint8Array(0);
    });
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  private writePieces(
    out: ByteWriter,
    pieces: readonly Piece[],
    context: TextContext,
    problems: TextProblems,
  ): void {
    out.raw(this.joined(pieces, context, problems));
  }

  private notInCharset({ encoding }: TextContext, problems: TextProblems): void {
    const expected = `characters of ${encoding.name}`;
    problems.error('not-in-charset', this.from, this.to, expected, 'a character it lacks', 'nothing');
  }
}

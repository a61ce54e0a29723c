import { fromHex, type ByteWriter } from '../bytes/index.ts';
import type { StartEntry } from '../doctypes/index.ts';
import { GLOBAL, type Stored } from '../wbxml/index.ts';
import type { Piece } from './pieces.ts';
import { plainString, writeInline, writePlain, type TextContext } from './plain.ts';
import { readStored } from './stored.ts';
import {
  valueParts,
  type ValueFault,
  type ValueMark,
  type ValuePart,
  type ValueText,
} from './value-parts.ts';
import { splitVariables } from './variables.ts';

/** Where writing stands in attribute space. */
export interface AttributeState extends TextContext {
  attributePage: number;
  /** Set once `{rest …}` or `{end}` was written: nothing may follow any more. */
  finished: boolean;
}

/** How the text after a mark is to be carried. */
type Forced = 'str-i' | 'cut' | undefined;

/**
 * Writes one attribute from its name and its raw value with marks. The printer calls it, too, to prove that
 * what it prints is read back as the bytes it came from.
 * @returns what is wrong, with offsets in `raw`; where there is anything, the bytes written mean nothing
 */
export function writeAttribute(
  out: ByteWriter,
  name: string,
  raw: string,
  state: AttributeState,
): ValueFault[] {
  const { parts, faults } = valueParts(raw);
  if (faults.length > 0) return faults;
  return new AttributeWriter(out, name, parts, state).run();
}

class AttributeWriter {
  private readonly out: ByteWriter;
  private readonly name: string;
  private readonly parts: ValuePart[];
  private readonly state: AttributeState;
  private readonly faults: ValueFault[] = [];
  private at = 0;
  private start: StartEntry | undefined;
  /** Where the last inline string ended, terminator included: only there may `{end}` stand. */
  private inlineEnd = -1;

  constructor(out: ByteWriter, name: string, parts: ValuePart[], state: AttributeState) {
    this.out = out;
    this.name = name;
    this.parts = parts;
    this.state = state;
  }

  run(): ValueFault[] {
    const done = this.writeStart();
    if (done) this.at = this.parts.length;
    let forced: Forced;
    while (this.at < this.parts.length && this.faults.length === 0) {
      const part = this.parts[this.at++] as ValuePart;
      if (part.kind === 'text') {
        this.writeText(part, forced);
        forced = undefined;
        continue;
      }
      if (forced) this.emptyString();
      forced = part.words[0] === 'str-i' || part.words[0] === 'cut' ? part.words[0] : undefined;
      if (!forced) this.writeMark(part);
    }
    if (forced && this.faults.length === 0) this.emptyString();
    return this.faults;
  }

  /** Writes switches and the start; true where the attribute is nothing more than marks of an empty list. */
  private writeStart(): boolean {
    let part = this.parts[this.at];
    while (part?.kind === 'mark' && part.words[0] === 'switch-page') {
      this.writeMark(part);
      part = this.parts[++this.at];
    }
    if (part?.kind === 'mark') {
      const [word = '', argument = ''] = part.words;
      if (word === 'none') {
        this.at++;
        return true;
      }
      if (word === 'rest' && /^attr-\d+$/.test(this.name)) return false; // the list ends before its first start
      if (word === 'start' || word === 'literal') {
        this.at++;
        if (word === 'literal') this.writeLiteral(part, argument);
        else this.writeExplicitStart(part, argument);
        return false;
      }
    }
    this.writeNamedStart(part);
    return false;
  }

  private writeLiteral(part: ValueMark, argument: string): void {
    const index = this.number(part, argument);
    if (!index) return;
    this.out.byte(GLOBAL.LITERAL);
    this.out.number(index.value, index.width);
  }

  private writeExplicitStart(part: ValueMark, argument: string): void {
    const code = readCode(argument);
    if (code === undefined || code >= 0x80 || (code & 0x3f) < 5) {
      this.fault(part, 'an attribute start, 0x05–0x3F or 0x45–0x7F');
      return;
    }
    this.start = this.state.vocabulary.attributeStart(this.state.attributePage, code);
    this.out.byte(code);
  }

  /** The start token with the longest prefix of the text, or LITERAL where only the table has the name. */
  private writeNamedStart(part: ValuePart | undefined): void {
    const { state, out, name } = this;
    const text = part?.kind === 'text' && typeof part.pieces[0] === 'string' ? part.pieces[0] : '';
    const start = plainStart(state, name, text);
    if (start) {
      if (start.page !== state.attributePage) {
        out.byte(GLOBAL.SWITCH_PAGE);
        out.byte(start.page);
        state.attributePage = start.page;
      }
      out.byte(start.code);
      this.start = start;
      if (part?.kind === 'text' && start.prefix) this.dropPrefix(part, start.prefix.length);
      return;
    }
    const offset = state.table.plainOffset(name);
    if (offset === undefined) {
      const title = state.vocabulary.type.title;
      this.faults.push({
        at: 0,
        end: 0,
        expected: `an attribute of ${title}, or a {start …} mark`,
        found: name,
      });
      return;
    }
    out.byte(GLOBAL.LITERAL);
    out.number(offset);
  }

  private dropPrefix(part: ValueText, length: number): void {
    const [first = '', ...rest] = part.pieces;
    const left = first.slice(length) as Piece;
    part.pieces = left.length > 0 ? [left, ...rest] : rest;
    part.raw = part.raw.slice(length); // prefixes hold no references
    if (part.pieces.length === 0) this.at++;
  }

  private writeText(part: ValueText, forced: Forced): void {
    const [only] = part.pieces;
    if (part.pieces.length === 1 && typeof only === 'string') {
      if (forced !== 'str-i' && this.writeTyped(part, only)) return;
      if (forced === 'str-i') this.inline(part, only);
      else this.writePlainText(part, only);
      return;
    }
    this.writeForeign(part);
  }

  /** The vocabulary's own form, where the text is the whole value. */
  private writeTyped(part: ValueText, text: string): boolean {
    const { start } = this;
    if (!start || start.prefix || this.parts.some((other) => other !== part && other.kind === 'text'))
      return false;
    const codec = this.state.vocabulary.valueCodec('attribute', start.page, start.code);
    const bytes = codec?.toBytes(text);
    if (!bytes || codec?.toText(bytes) !== text) return false;
    this.out.byte(GLOBAL.OPAQUE);
    this.out.number(bytes.length);
    this.out.raw(bytes);
    return true;
  }

  /** Variables, then the longest value token of the page in force at each place, strings between them. */
  private writePlainText(part: ValueText, text: string): void {
    if (!this.state.vocabulary.type.variables) {
      this.writeValues(part, text);
      return;
    }
    for (const piece of splitVariables(part.raw)) {
      if (piece.kind === 'text') this.writeValues(part, piece.text);
      else this.writeVariable(part, piece.conversion, piece.name);
    }
  }

  private writeVariable(part: ValueText, conversion: number, name: string): void {
    const offset = this.state.table.plainOffset(name);
    if (offset !== undefined) {
      this.out.byte(GLOBAL.EXT_T_0 + conversion);
      this.out.number(offset);
    } else if (!writeInline(this.out, GLOBAL.EXT_I_0 + conversion, name, this.state.encoding))
      this.notInCharset(part);
  }

  private writeValues(part: ValueText, text: string): void {
    const pieces = this.state.vocabulary.valuePieces(this.state.attributePage);
    let from = 0;
    for (let at = 0; at < text.length && pieces.length > 0;) {
      const piece = pieces.find((candidate) => text.startsWith(candidate.text, at));
      if (!piece) {
        at++;
        continue;
      }
      this.plain(part, text.slice(from, at));
      this.out.byte(piece.code);
      at += piece.text.length;
      from = at;
    }
    this.plain(part, text.slice(from));
  }

  private plain(part: ValueText, text: string): void {
    if (text === '') return;
    const { table, encoding } = this.state;
    const form = plainString(text, table);
    if (!writePlain(this.out, form, text, encoding)) this.notInCharset(part);
    if (form.kind === 'strI') this.inlineEnd = this.out.length;
  }

  private inline(part: ValueText, text: string): void {
    if (!writeInline(this.out, GLOBAL.STR_I, text, this.state.encoding)) this.notInCharset(part);
    this.inlineEnd = this.out.length;
  }

  private writeForeign(part: ValueText): void {
    this.out.byte(GLOBAL.STR_I);
    const from = this.out.length;
    for (const piece of part.pieces) {
      const bytes = typeof piece === 'string' ? this.state.encoding.encode(piece) : piece;
      if (!bytes) {
        this.notInCharset(part);
        return;
      }
      this.out.raw(bytes);
    }
    if (hasTerminator(this.out.view(from), this.state.encoding.unit) && !this.endFollows()) {
      this.faults.push({ at: part.at, end: part.end, expected: 'a string without NUL', found: 'a NUL' });
    }
    this.terminator();
  }

  private endFollows(): boolean {
    const next = this.parts[this.at];
    return next?.kind === 'mark' && next.words[0] === 'end';
  }

  private terminator(): void {
    for (let k = 0; k < this.state.encoding.unit; k++) this.out.byte(0);
    this.inlineEnd = this.out.length;
  }

  private emptyString(): void {
    this.out.byte(GLOBAL.STR_I);
    this.terminator();
  }

  private writeMark(part: ValueMark): void {
    const [word = '', argument = '', second] = part.words;
    const { out, state } = this;
    const code = readCode(word);
    if (code !== undefined) {
      if (code < 0x80 || (code & 0x3f) < 5) this.fault(part, 'a value token, 0x85–0xBF or 0xC5–0xFF');
      else out.byte(code);
      return;
    }
    const extension = /^ext(?:-([it]))?-([012])$/.exec(word);
    if (extension) {
      this.writeExtension(part, extension[1], Number(extension[2]));
      return;
    }
    switch (word) {
      case 'switch-page': {
        const page = Number(argument);
        if (!/^\d{1,3}$/.test(argument) || page > 255) {
          this.fault(part, 'a page number, 0–255');
          return;
        }
        out.byte(GLOBAL.SWITCH_PAGE);
        out.byte(page);
        state.attributePage = page;
        return;
      }
      case 'str-t':
      case 'entity': {
        const number = this.number(part, argument);
        if (!number) return;
        out.byte(word === 'entity' ? GLOBAL.ENTITY : GLOBAL.STR_T);
        out.number(number.value, number.width);
        return;
      }
      case 'opaque':
        this.writeOpaque(part, argument, second);
        return;
      case 'end':
        if (this.inlineEnd !== out.length) {
          this.fault(part, 'an inline string before it');
          return;
        }
        out.cut(out.length - state.encoding.unit);
        state.finished = true;
        return;
      case 'rest': {
        const bytes = fromHex(part.words.slice(1).join(''));
        if (!bytes) this.fault(part, 'hex digits');
        else out.raw(bytes);
        state.finished = true;
        return;
      }
      default:
        this.fault(part, 'a mark this dialect knows');
    }
  }

  private writeOpaque(part: ValueMark, hex: string, length: string | undefined): void {
    const stated = length === undefined ? undefined : this.number(part, length);
    const bytes = fromHex(hex === '-' ? '' : hex);
    if (!bytes || (length !== undefined && !stated)) {
      this.fault(part, 'hex digits, and a length where it is not theirs');
      return;
    }
    this.out.byte(GLOBAL.OPAQUE);
    this.out.number(stated?.value ?? bytes.length, stated?.width);
    this.out.raw(bytes);
  }

  private writeExtension(part: ValueMark, form: string | undefined, which: number): void {
    const { out } = this;
    if (form === undefined) {
      out.byte(GLOBAL.EXT_0 + which);
    } else if (form === 't') {
      const number = this.number(part, part.words[1] ?? '');
      if (!number) return;
      out.byte(GLOBAL.EXT_T_0 + which);
      out.number(number.value, number.width);
    } else {
      const bytes = fromHex(part.words.slice(1).join(''));
      if (!bytes) {
        this.fault(part, 'hex digits');
        return;
      }
      out.byte(GLOBAL.EXT_I_0 + which);
      out.raw(bytes);
      this.terminator();
    }
  }

  private number(part: ValueMark, text: string): Stored | undefined {
    const number = readStored(text);
    if (!number) this.fault(part, 'a number, with /width where it is written longer');
    return number;
  }

  private fault(part: ValueMark, expected: string): void {
    this.faults.push({
      at: part.at,
      end: part.end,
      expected,
      found: `{${part.words.join(' ')}}`.slice(0, 60),
    });
  }

  private notInCharset(part: ValueText): void {
    const { name } = this.state.encoding;
    const expected = `characters of ${name}`;
    this.faults.push({
      at: part.at,
      end: part.end,
      expected,
      found: 'a character it lacks: use an {entity …} mark',
    });
  }
}

/** `0x3F` as its number, 0 to 255, or `undefined`. */
export function readCode(text: string): number | undefined {
  return /^0x[0-9a-f]{2}$/i.test(text) ? parseInt(text.slice(2), 16) : undefined;
}

/** True where a terminator stands in the bytes at a place where a reader would see it. */
export function hasTerminator(bytes: Uint8Array, unit: 1 | 2): boolean {
  if (unit === 1) return bytes.includes(0);
  for (let i = 0; i + 1 < bytes.length; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return true;
  return false;
}

/** The start of that name with the longest prefix of the text; then page in force, lowest page, lowest code. */
function plainStart(state: AttributeState, name: string, text: string): StartEntry | undefined {
  let best: StartEntry | undefined;
  for (const entry of state.vocabulary.startsNamed(name)) {
    if (!text.startsWith(entry.prefix)) continue;
    if (!best || isBetter(entry, best, state.attributePage)) best = entry;
  }
  return best;
}

function isBetter(a: StartEntry, b: StartEntry, inForce: number): boolean {
  if (a.prefix.length !== b.prefix.length) return a.prefix.length > b.prefix.length;
  if (a.page !== b.page) return a.page === inForce || (b.page !== inForce && a.page < b.page);
  return a.code < b.code;
}

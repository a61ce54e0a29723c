import { GLOBAL } from '../wbxml/index.ts';
import { plainString, writeInline, writePlain } from './plain.ts';
import { hasTerminator } from './terminator.ts';
import type { ValueText } from './value-parts.ts';
import type { ValueOutput } from './value-output.ts';
import { splitVariables } from './variables.ts';

/** How the text after a mark is to be carried. */
export type Forced = 'str-i' | 'cut' | undefined;

/** Writes the text between two marks. */
export function writeValueText(output: ValueOutput, part: ValueText, forced: Forced): void {
  const [only] = part.pieces;
  if (part.pieces.length === 1 && typeof only === 'string') {
    if (forced !== 'str-i' && writeTyped(output, part, only)) return;
    if (forced === 'str-i') output.inline(part, only);
    else writePlainText(output, part, only);
    return;
  }
  writeForeign(output, part);
}

/** The vocabulary's own form, where the text is the whole value. */
function writeTyped(output: ValueOutput, part: ValueText, text: string): boolean {
  const { start } = output;
  if (!start || start.prefix || output.parts.some((other) => other !== part && other.kind === 'text'))
    return false;
  const codec = output.state.vocabulary.valueCodec('attribute', start.page, start.code);
  const bytes = codec?.toBytes(text);
  if (!bytes || codec?.toText(bytes) !== text) return false;
  output.out.byte(GLOBAL.OPAQUE);
  output.out.number(bytes.length);
  output.out.raw(bytes);
  return true;
}

/** Variables, then the longest value token of the page in force at each place, strings between them. */
function writePlainText(output: ValueOutput, part: ValueText, text: string): void {
  if (!output.state.vocabulary.type.variables) {
    writeValues(output, part, text);
    return;
  }
  const usual = output.state.vocabulary.usualConversion(output.start?.name);
  for (const piece of splitVariables(part.raw, usual)) {
    if (piece.kind === 'text') writeValues(output, part, piece.text);
    else writeVariable(output, part, piece.conversion, piece.name);
  }
}

function writeVariable(output: ValueOutput, part: ValueText, conversion: number, name: string): void {
  const offset = output.state.table.plainOffset(name);
  if (offset !== undefined) {
    output.out.byte(GLOBAL.EXT_T_0 + conversion);
    output.out.number(offset);
  } else if (!writeInline(output.out, GLOBAL.EXT_I_0 + conversion, name, output.state.encoding))
    output.notInCharset(part);
}

function writeValues(output: ValueOutput, part: ValueText, text: string): void {
  const pieces = output.state.vocabulary.valuePieces(output.state.attributePage);
  let from = 0;
  for (let at = 0; at < text.length && pieces.length > 0;) {
    const piece = pieces.find((candidate) => text.startsWith(candidate.text, at));
    if (!piece) {
      at++;
      continue;
    }
    plain(output, part, text.slice(from, at));
    output.out.byte(piece.code);
    at += piece.text.length;
    from = at;
  }
  plain(output, part, text.slice(from));
}

function plain(output: ValueOutput, part: ValueText, text: string): void {
  if (text === '') return;
  const { table, encoding } = output.state;
  const form = plainString(text, table);
  if (!writePlain(output.out, form, text, encoding)) output.notInCharset(part);
  if (form.kind === 'strI') output.inlineEnd = output.out.length;
}

function writeForeign(output: ValueOutput, part: ValueText): void {
  output.out.byte(GLOBAL.STR_I);
  const from = output.out.length;
  for (const piece of part.pieces) {
    const bytes = typeof piece === 'string' ? output.state.encoding.encode(piece) : piece;
    if (!bytes) {
      output.notInCharset(part);
      return;
    }
    output.out.raw(bytes);
  }
  if (hasTerminator(output.out.view(from), output.state.encoding.unit) && !endFollows(output)) {
    output.faults.push({ at: part.at, end: part.end, expected: 'a string without NUL', found: 'a NUL' });
  }
  output.terminator();
}

function endFollows(output: ValueOutput): boolean {
  const next = output.parts[output.at];
  return next?.kind === 'mark' && next.words[0] === 'end';
}

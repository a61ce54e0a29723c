import type { ByteWriter } from '../bytes/index.ts';
import type { StartEntry } from '../doctypes/index.ts';
import { GLOBAL } from '../wbxml/index.ts';
import type { Piece } from './pieces.ts';
import {
  valueParts,
  type ValueFault,
  type ValueMark,
  type ValuePart,
  type ValueText,
} from './value-parts.ts';
import { hasForeignArgument } from './mark-options.ts';
import { ValueOutput, type AttributeState } from './value-output.ts';
import { readCode, writeValueMark } from './write-value-mark.ts';
import { writeValueText, type Forced } from './write-value-text.ts';

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
  const output = new ValueOutput(out, name, parts, state);
  const foreign = parts.find((part) => part.kind === 'mark' && hasForeignArgument(part.words));
  if (foreign?.kind !== 'mark') return writeParts(output);
  output.fault(foreign, 'fewer words in it');
  return output.faults;
}

function writeParts(output: ValueOutput): ValueFault[] {
  const isEmptyList = writeStart(output);
  let forced: Forced;
  while (output.at < output.parts.length && output.faults.length === 0) {
    const part = output.parts[output.at++] as ValuePart;
    if (isEmptyList || output.state.finished) {
      output.behindEnd(part, isEmptyList ? '{none}' : '{rest} or {end}');
      break;
    }
    if (part.kind === 'text') {
      writeValueText(output, part, forced);
      forced = undefined;
      continue;
    }
    if (forced) output.emptyString();
    forced = part.words[0] === 'str-i' || part.words[0] === 'cut' ? part.words[0] : undefined;
    if (!forced) writeValueMark(output, part);
  }
  if (forced && output.faults.length === 0) output.emptyString();
  return output.faults;
}

/** Writes switches and the start; true where the attribute is nothing more than marks of an empty list. */
function writeStart(output: ValueOutput): boolean {
  let part = output.parts[output.at];
  while (part?.kind === 'mark' && part.words[0] === 'switch-page') {
    writeValueMark(output, part);
    part = output.parts[++output.at];
  }
  if (part?.kind === 'mark') {
    const [word = '', argument = ''] = part.words;
    if (word === 'none') {
      output.at++;
      return true;
    }
    if (word === 'rest' && /^attr-\d+$/.test(output.name)) return false; // the list ends before its first start
    if (word === 'start' || word === 'literal') {
      output.at++;
      if (word === 'literal') writeLiteral(output, part, argument);
      else writeExplicitStart(output, part, argument);
      return false;
    }
  }
  writeNamedStart(output, part);
  return false;
}

function writeLiteral(output: ValueOutput, part: ValueMark, argument: string): void {
  const index = output.number(part, argument);
  if (!index) return;
  output.out.byte(GLOBAL.LITERAL);
  output.out.number(index.value, index.width);
}

function writeExplicitStart(output: ValueOutput, part: ValueMark, argument: string): void {
  const code = readCode(argument);
  if (code === undefined || code >= 0x80 || (code & 0x3f) < 5) {
    output.fault(part, 'an attribute start, 0x05–0x3F or 0x45–0x7F');
    return;
  }
  output.start = output.state.vocabulary.attributeStart(output.state.attributePage, code);
  output.out.byte(code);
}

/** The start token with the longest prefix of the text, or LITERAL where only the table has the name. */
function writeNamedStart(output: ValueOutput, part: ValuePart | undefined): void {
  const { state, out, name } = output;
  const text = part?.kind === 'text' && typeof part.pieces[0] === 'string' ? part.pieces[0] : '';
  const start = plainStart(state, name, text);
  if (start) {
    if (start.page !== state.attributePage) {
      out.byte(GLOBAL.SWITCH_PAGE);
      out.byte(start.page);
      state.attributePage = start.page;
    }
    out.byte(start.code);
    output.start = start;
    if (part?.kind === 'text' && start.prefix) dropPrefix(output, part, start.prefix.length);
    return;
  }
  const offset = state.table.plainOffset(name);
  if (offset === undefined) {
    const title = state.vocabulary.type.title;
    output.faults.push({
      at: 0,
      end: 0,
      expected: `an attribute of ${title}, a {start …} mark, or <?wbxml string="${name}"?> in front`,
      found: name,
    });
    return;
  }
  out.byte(GLOBAL.LITERAL);
  out.number(offset);
}

function dropPrefix(output: ValueOutput, part: ValueText, length: number): void {
  const [first = '', ...rest] = part.pieces;
  const left = first.slice(length) as Piece;
  part.pieces = left.length > 0 ? [left, ...rest] : rest;
  part.raw = part.raw.slice(length); // prefixes hold no references
  if (part.pieces.length === 0) output.at++;
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

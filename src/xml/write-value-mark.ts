import { fromHex } from '../bytes/index.ts';
import { GLOBAL } from '../wbxml/index.ts';
import type { ValueMark } from './value-parts.ts';
import type { ValueOutput } from './value-output.ts';

/** `0x3F` as its number, 0 to 255, or `undefined`. */
export function readCode(text: string): number | undefined {
  return /^0x[0-9a-f]{2}$/i.test(text) ? parseInt(text.slice(2), 16) : undefined;
}

/** Writes a mark that stands for a token of its own. */
export function writeValueMark(output: ValueOutput, part: ValueMark): void {
  const [word = '', argument = '', second] = part.words;
  const { out, state } = output;
  const code = readCode(word);
  if (code !== undefined) {
    if (code < 0x80 || (code & 0x3f) < 5) output.fault(part, 'a value token, 0x85–0xBF or 0xC5–0xFF');
    else out.byte(code);
    return;
  }
  const extension = /^ext(?:-([it]))?-([012])$/.exec(word);
  if (extension) {
    writeExtension(output, part, extension[1], Number(extension[2]));
    return;
  }
  switch (word) {
    case 'switch-page': {
      const page = Number(argument);
      if (!/^\d{1,3}$/.test(argument) || page > 255) {
        output.fault(part, 'a page number, 0–255');
        return;
      }
      out.byte(GLOBAL.SWITCH_PAGE);
      out.byte(page);
      state.attributePage = page;
      return;
    }
    case 'str-t':
    case 'entity': {
      const number = output.number(part, argument);
      if (!number) return;
      out.byte(word === 'entity' ? GLOBAL.ENTITY : GLOBAL.STR_T);
      out.number(number.value, number.width);
      return;
    }
    case 'opaque':
      writeOpaque(output, part, argument, second);
      return;
    case 'end':
      if (output.inlineEnd !== out.length) {
        output.fault(part, 'an inline string before it');
        return;
      }
      out.cut(out.length - state.encoding.unit);
      state.finished = true;
      return;
    case 'rest': {
      const bytes = fromHex(part.words.slice(1).join(''));
      if (!bytes) output.fault(part, 'hex digits');
      else out.raw(bytes);
      state.finished = true;
      return;
    }
    default:
      output.fault(part, 'a mark this dialect knows');
  }
}

function writeOpaque(output: ValueOutput, part: ValueMark, hex: string, length: string | undefined): void {
  const stated = length === undefined ? undefined : output.number(part, length);
  const bytes = fromHex(hex === '-' ? '' : hex);
  if (!bytes || (length !== undefined && !stated)) {
    output.fault(part, 'hex digits, and a length where it is not theirs');
    return;
  }
  output.out.byte(GLOBAL.OPAQUE);
  output.out.number(stated?.value ?? bytes.length, stated?.width);
  output.out.raw(bytes);
}

function writeExtension(output: ValueOutput, part: ValueMark, form: string | undefined, which: number): void {
  const { out } = output;
  if (form === undefined) {
    out.byte(GLOBAL.EXT_0 + which);
  } else if (form === 't') {
    const number = output.number(part, part.words[1] ?? '');
    if (!number) return;
    out.byte(GLOBAL.EXT_T_0 + which);
    out.number(number.value, number.width);
  } else {
    const bytes = fromHex(part.words.slice(1).join(''));
    if (!bytes) {
      output.fault(part, 'hex digits');
      return;
    }
    out.byte(GLOBAL.EXT_I_0 + which);
    out.raw(bytes);
    output.terminator();
  }
}

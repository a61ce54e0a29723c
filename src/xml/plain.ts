import type { ByteWriter } from '../bytes/index.ts';
import type { ValueCodec, Vocabulary } from '../doctypes/index.ts';
import { GLOBAL, UTF_8, type Charset } from '../wbxml/index.ts';
import type { StringTable } from './string-table.ts';

/** What writes strings: the charset, the table, and the vocabulary with its own forms. */
export interface TextContext {
  vocabulary: Vocabulary;
  encoding: Charset;
  table: StringTable;
}

/** What an unmarked text becomes. */
export type PlainForm =
  | { kind: 'strI' }
  | { kind: 'strT'; offset: number }
  | { kind: 'opaque'; bytes: Uint8Array }
  | { kind: 'extT'; value: number };

const STR_I: PlainForm = { kind: 'strI' };

/**
 * The plain choice for a text in content: the vocabulary's own form where it is exactly reversible, else a
 * reference to an equal whole string of the table, else STR_I. Printer and reader both ask this function.
 * @param codec how the vocabulary sends this element's text as OPAQUE, where it does
 */
export function plainText(text: string, context: TextContext, codec: ValueCodec | undefined): PlainForm {
  if (codec) {
    const bytes = codec.toBytes(text);
    if (bytes && codec.toText(bytes) === text) return { kind: 'opaque', bytes };
  }
  const word = context.vocabulary.extensionNumber(text);
  if (word !== undefined) return { kind: 'extT', value: word };
  return plainString(text, context.table);
}

/** The plain choice between the string carriers. */
export function plainString(text: string, table: StringTable): PlainForm {
  if (table.isEmpty) return STR_I;
  const offset = table.plainOffset(text);
  return offset === undefined ? STR_I : { kind: 'strT', offset };
}

/**
 * Writes a plain form.
 * @returns false where a character of the text is not in the charset; then nothing was written
 */
export function writePlain(out: ByteWriter, form: PlainForm, text: string, encoding: Charset): boolean {
  switch (form.kind) {
    case 'strI':
      return writeInline(out, GLOBAL.STR_I, text, encoding);
    case 'strT':
      out.byte(GLOBAL.STR_T);
      out.number(form.offset);
      return true;
    case 'extT':
      out.byte(GLOBAL.EXT_T_0);
      out.number(form.value);
      return true;
    case 'opaque':
      out.byte(GLOBAL.OPAQUE);
      out.number(form.bytes.length);
      out.raw(form.bytes);
      return true;
    default:
      return form satisfies never;
  }
}

/**
 * Writes STR_I or EXT_I with its text and terminator; false where the charset lacks a character.
 * @param text only characters that XML allows: no surrogate without its partner
 */
export function writeInline(out: ByteWriter, token: number, text: string, encoding: Charset): boolean {
  if (encoding.mib === UTF_8) {
    out.byte(token);
    out.utf8(text);
  } else {
    const bytes = encoding.encode(text);
    if (!bytes) return false;
    out.byte(token);
    out.raw(bytes);
  }
  for (let k = 0; k < encoding.unit; k++) out.byte(0);
  return true;
}

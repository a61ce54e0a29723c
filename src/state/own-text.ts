import { noVocabulary } from '../doctypes/index.ts';
import { changedText, editXml, readXml, startEdit, type XmlEdit, type XmlRead } from '../xml/index.ts';

/** One replacement: from `from` to `to` of the text before. UTF-16 units. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/** A text that a person writes: it stands instead of the printed one while its message is on show. */
export interface OwnText {
  /** The text as it reads now; its bytes are absent while it cannot be encoded. */
  read: XmlRead;
  /** What the next edit splices into; absent where the text could not be read yet. */
  edit?: XmlEdit;
}

/** A text as it reads. @param doctype of a text that does not say its type itself */
export const readText = (text: string, doctype: string): XmlRead => readXml(text, { doctype });

/** A text as a person's own. @param doctype of a text that does not say its type itself */
export function ownText(text: string, doctype?: string): OwnText {
  return owned(readXml(text, doctype === undefined ? {} : { doctype }));
}

/** A text as it reads, as a person's own from now on. */
export function owned(read: XmlRead): OwnText {
  const edit = startEdit(read);
  return { read, ...(edit && { edit }) };
}

/**
 * The text after changes, which are in descending order of place, as an editor gives them.
 * @param after what it is then, for whoever has it already; only the length of it is looked at
 */
export function changed(own: OwnText, changes: readonly Change[], after?: string): OwnText {
  let { read, edit } = own;
  const { doctype } = read; // what it was taken for, it stays
  for (const change of changes) {
    const grown = read.text.length + change.insert.length - (change.to - change.from);
    const isIt = changes.length === 1 && after?.length === grown;
    const text = isIt ? after : changedText(read.text, change);
    if (edit) {
      edit = editXml(edit, change, { doctype }, text);
      read = edit.now;
    } else {
      read = readXml(text, { doctype });
      edit = startEdit(read);
    }
  }
  return retaken(read) ?? { read, ...(edit && { edit }) };
}

/** UTF-16 units of a text that is read a second time while somebody waits. */
const SHORT = 256 * 1024;

/**
 * A text that makes no bytes, with the names of no type, as a text by itself. What the bytes were that could not be told
 * says nothing of what somebody writes over them.
 */
function retaken({ bytes, doctype, text }: XmlRead): OwnText | undefined {
  if (bytes || doctype !== noVocabulary.type.id || text.length > SHORT) return undefined;
  const read = readXml(text);
  return read.bytes && owned(read);
}

export { receivedRead } from '../xml/index.ts';
export { reprinted, respelt, type Respelt } from './respell.ts';

import { ByteWriter } from '../bytes/index.ts';
import type { Problem } from '../wbxml/index.ts';
import { TextProblems } from './problems.ts';
import type { XmlRead } from './read.ts';
import { readHeader } from './read-header.ts';
import { Rows, type RowColumns } from './rows.ts';
import { XmlMap } from './xml-map.ts';

/** A reading as it can be sent between threads: only what takes long to find. */
export interface SentRead {
  rows: RowColumns;
  problems: Problem[];
  finished: boolean;
  doctype: string;
}

/** A reading without an error, to be sent; its text and bytes, which are there already, are not part of it. */
export const sentRead = ({ map, problems, state, doctype }: XmlRead): SentRead => ({
  rows: map.rows.columns,
  problems,
  finished: state.finished,
  doctype,
});

/**
 * A reading that was sent, as `readXml` gives it. Of the text only what stands before the root is read again.
 * @param text the one that was read
 * @param bytes the ones it was read as
 */
export function receivedRead(text: string, bytes: Uint8Array, sent: SentRead): XmlRead {
  const { problems, finished, doctype } = sent;
  const header = readHeader(text, doctype, new ByteWriter(64), undefined, new TextProblems());
  const { vocabulary, encoding, table, whiteIsText, bodyFrom } = header;
  const context = { vocabulary, encoding, table, whiteIsText };
  const map = new XmlMap(text, Rows.of(sent.rows), context);
  return { text, bytes, problems, doctype, map, state: { context, bodyFrom, finished } };
}

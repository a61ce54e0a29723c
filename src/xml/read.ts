import { ByteWriter } from '../bytes/index.ts';
import { decode, type Document } from '../doctypes/index.ts';
import type { Problem } from '../wbxml/index.ts';
import { Scope } from './scope.ts';
import type { TextContext } from './plain.ts';
import { TextProblems } from './problems.ts';
import { readHeader } from './read-header.ts';
import { Reader } from './reader.ts';
import { Rows } from './rows.ts';
import { XmlMap } from './xml-map.ts';

export interface ReadOptions {
  /** Document type for a text that does not say it itself. */
  doctype?: string;
}

/** What a text was read as. Offsets of problems are UTF-16 units. */
export interface XmlRead {
  text: string;
  /** Absent while there is an error. */
  bytes?: Uint8Array;
  problems: Problem[];
  /** Id of the document type. */
  doctype: string;
  /** Which text stands for which bytes; what it says of bytes holds only where there are bytes. */
  map: XmlMap;
  /** What an edit of this text starts from. */
  state: ReadState;
}

/** What everything inside the root is read with. */
export interface ReadState {
  context: TextContext & { whiteIsText: boolean };
  /** Where the content begins; before it stand only marks of the header. */
  bodyFrom: number;
  /** True where a `rest` or `end` mark stands: then an edit is read from the beginning. */
  finished: boolean;
}

/**
 * Reads an XML text into bytes, with a map of which text became which bytes. All problems come from one
 * pass; bytes are made only where there is no error. Never throws, takes time linear in the text.
 */
export function readXml(text: string, options: ReadOptions = {}): XmlRead {
  const rows = new Rows();
  const { bytes, problems, state } = read(text, options, rows);
  return {
    text,
    ...(bytes && { bytes }),
    problems: problems.done(),
    doctype: state.context.vocabulary.type.id,
    map: new XmlMap(text, rows, state.context),
    state,
  };
}

function read(
  text: string,
  options: ReadOptions,
  rows: Rows | undefined,
): { bytes: Uint8Array | undefined; problems: TextProblems; state: ReadState } {
  const problems = new TextProblems();
  const out = new ByteWriter(text.length + 64);
  const header = readHeader(text, options.doctype, out, rows, problems);
  const { vocabulary, encoding, table, whiteIsText, bodyFrom, whole } = header;
  const context = { vocabulary, encoding, table, whiteIsText };
  const start = {
    from: bodyFrom,
    to: text.length,
    tagPage: 0,
    attributePage: 0,
    scope: new Scope(vocabulary),
    parent: -1,
    rowBase: 0,
  };
  if (whole) out.raw(whole);
  const reader = new Reader(text, context, out, rows, problems, start);
  reader.target.finished = whole !== undefined;
  reader.read();
  if (!reader.rootSeen && !reader.target.finished) {
    problems.error('no-root', text.length, text.length, 'a root element', 'the end of the text');
  }
  if (whole && rows && rows.length > 0) rows.byteEnd[0] = whole.length;
  const bytes = problems.hasError ? undefined : out.finish();
  return { bytes, problems, state: { context, bodyFrom, finished: reader.target.finished } };
}

/** A text as a document; where there is an error, of what an empty input is. */
export function fromXml(
  text: string,
  options: ReadOptions = {},
): { document: Document; problems: Problem[] } {
  const { bytes, problems, state } = read(text, options, undefined);
  const doctype = state.context.vocabulary.type.id;
  return { document: decode(bytes ?? new Uint8Array(0), { doctype }).document, problems: problems.done() };
}

/** What `xmlToBytes` throws: the problems of the text. */
export class XmlError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const error = problems.find((problem) => problem.severity === 'error');
    super(error ? `Offset ${error.start}: expected ${error.expected}, found ${error.found}` : 'Bad XML');
    this.name = 'XmlError';
    this.problems = problems;
  }
}

/**
 * The bytes of an XML text: the one convenience that throws.
 * @throws {XmlError} where the text has an error
 */
export function xmlToBytes(text: string, options: ReadOptions = {}): Uint8Array {
  const { bytes, problems } = read(text, options, undefined);
  if (!bytes) throw new XmlError(problems.done());
  return bytes;
}

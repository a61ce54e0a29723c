import { ProblemList, TokenTable, readHeader, tokenize, type Problem } from '../wbxml/index.ts';
import { chooseType } from './choose-type.ts';
import { DecodedMessage, type Decoded, type DecodeOptions } from './decode.ts';
import { noVocabulary, vocabularyOf } from './registry.ts';

/** A decoded message as it can be sent between threads: only what takes long to find. */
export interface SentDecoded {
  doctype: { id: string; why: string };
  /** Tokens, and their table, in memory that nobody else has. */
  length: number;
  cells: Int32Array;
  /** What the format alone shows. */
  problems: Problem[];
  endsInString: boolean;
}

/** Decodes bytes to be sent. */
export function sentDecoded(bytes: Uint8Array, options: DecodeOptions = {}): SentDecoded {
  const read = tokenize(bytes, options);
  const { vocabulary, why } = chooseType(read, options);
  const { tokens, problems, endsInString } = read;
  const doctype = { id: vocabulary.type.id, why };
  return { doctype, length: tokens.length, cells: tokens.sent, problems, endsInString };
}

/**
 * What was sent, as `decode` gives it. Of the bytes only the header is read again.
 * @param bytes the ones that were decoded
 * @param options those they were decoded with
 */
export function receivedDecoded(bytes: Uint8Array, sent: SentDecoded, options: DecodeOptions = {}): Decoded {
  const { doctype, length, cells, problems, endsInString } = sent;
  const read = readHeader(bytes, new ProblemList(), options.charset);
  const header = read.ok ? read.header : undefined;
  const tokens = new TokenTable(bytes, length, cells);
  const vocabulary = vocabularyOf(doctype.id) ?? noVocabulary;
  return new DecodedMessage({ bytes, header, tokens, problems, endsInString }, vocabulary, doctype.why);
}

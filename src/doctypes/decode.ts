import {
  KIND,
  stringEnd,
  tokenize,
  type Header,
  type Problem,
  type TokenTable,
  type Tokenized,
} from '../wbxml/index.ts';
import { chooseType } from './choose-type.ts';
import { nameProblems } from './name-problems.ts';
import { textProblems } from './text-problems.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface DecodeOptions {
  /** Id of the document type to read it as; found out from the header where absent. */
  doctype?: string;
  /** Content-Type from the transport: it tells the type where the header does not. */
  mediaType?: string | undefined;
  /** MIBenum from the transport, for a header that names none. */
  charset?: number | undefined;
}

/**
 * A message as tokens, with the vocabulary that names them. The token table is the tree: see `TokenTable`.
 */
export interface Document {
  doctype: string;
  /** Absent where the header could not be read: then the tokens are the bytes as they stand. */
  header?: Header | undefined;
  tokens: TokenTable;
  /** True where the last token is a string that the input ends in. */
  endsInString: boolean;
}

/** What `decode` found. It never throws; `problems` is worked out when first asked for. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** What the input was taken for, and why. */
  readonly doctype: { id: string; why: string };
  readonly vocabulary: Vocabulary;
  readonly document: Document;
  /** A partition of the input. */
  readonly tokens: TokenTable;
  readonly problems: Problem[];
}

/**
 * Reads any bytes. What cannot be read as specified is the last token, `unread`, and a problem says why.
 * Time is linear in the input.
 * @see WAP-192-WBXML, MS-ASWBXML
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const read = tokenize(bytes, options);
  const { vocabulary, why } = chooseType(read, options);
  return new DecodedMessage(read, vocabulary, why);
}

/** A message that was read, as its vocabulary names it. */
export class DecodedMessage implements Decoded {
  readonly bytes: Uint8Array;
  readonly doctype: { id: string; why: string };
  readonly vocabulary: Vocabulary;
  readonly document: Document;
  readonly tokens: TokenTable;
  private readonly read: Tokenized;
  private found: Problem[] | undefined;

  constructor(read: Tokenized, vocabulary: Vocabulary, why: string) {
    this.bytes = read.bytes;
    this.read = read;
    this.vocabulary = vocabulary;
    this.doctype = { id: vocabulary.type.id, why };
    this.tokens = read.tokens.named(vocabulary.namer);
    const { header, endsInString } = read;
    this.document = {
      doctype: vocabulary.type.id,
      header,
      tokens: this.tokens,
      endsInString,
    };
  }

  get problems(): Problem[] {
    return (this.found ??= this.collect());
  }

  private collect(): Problem[] {
    const { header, problems } = this.read;
    if (!header) return problems;
    const names = nameProblems(this.tokens, this.vocabulary, header);
    const texts = textProblems(this.tokens, header);
    if (problems.length + names.length + texts.length < 2) return [...problems, ...names, ...texts];
    return [...problems, ...names, ...texts].sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** Bytes of a string token's text, without its token byte and terminator. Half-open. */
export function stringSpan(document: Document, i: number): { start: number; end: number } {
  const { tokens, header } = document;
  const kind = tokens.kind(i);
  const start = tokens.start(i) + (kind === KIND.stringTableEntry ? 0 : 1);
  const end = tokens.end(i);
  const unit = header?.encoding.unit ?? 1;
  const open =
    kind === KIND.stringTableEntry
      ? stringEnd(tokens.bytes, start, end, unit) < 0
      : isOpenString(document, i);
  return { start, end: open ? end : end - unit };
}

/** True where the input ends inside this string token. */
export function isOpenString(document: Document, i: number): boolean {
  return document.endsInString && i === document.tokens.length - 1;
}

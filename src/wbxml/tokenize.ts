import { BodyWalk } from './body-walk.ts';
import { readHeader, type Header } from './header.ts';
import { ProblemList, type Problem } from './problem.ts';
import { stringEnd } from './string-end.ts';
import { KIND } from './token-kinds.ts';
import { TokenTableBuilder, type TokenTable } from './token-table.ts';

/** What the bytes are by the format alone; no vocabulary has looked at them yet. */
export interface Tokenized {
  bytes: Uint8Array;
  /** Absent where the header could not be read: then nothing else was. */
  header: Header | undefined;
  tokens: TokenTable;
  problems: Problem[];
  /** True where the last token is a string that the input ends in, without its terminator. */
  endsInString: boolean;
}

export interface TokenizeOptions {
  /** MIBenum from the transport, for a header that names none. */
  charset?: number | undefined;
}

const NO_OPTIONS: TokenizeOptions = {};

/**
 * Walks the bytes into a flat table of tokens. Reading stops at the first byte that cannot be read as
 * specified; from there to the end is one `unread` token. Never throws, takes time linear in the input, and
 * looks at no length before comparing it with what is left.
 * @see WAP-192-WBXML §5, §7
 */
export function tokenize(bytes: Uint8Array, options: TokenizeOptions = NO_OPTIONS): Tokenized {
  const problems = new ProblemList();
  const { length } = bytes;
  const builder = new TokenTableBuilder(length);
  const read = readHeader(bytes, problems, options.charset);
  const kinds = bytes[0] === 0 ? HEADER_1_0 : HEADER;
  for (let i = 0; i < read.bounds.length; i++) {
    builder.add(kinds[i] ?? KIND.unread, read.bounds[i] as number, 0, -1);
  }
  let header: Header | undefined;
  let endsInString = false;
  if (read.ok) {
    header = read.header;
    if (header.tableEnd > header.tableStart) addStringTable(bytes, header, builder, problems);
    endsInString = new BodyWalk(bytes, header, builder, problems).run(read.bodyStart);
  } else if (read.at < length) builder.add(KIND.unread, read.at, 0, -1);
  const tokens = builder.finish(bytes);
  return { bytes, header, tokens, problems: problems.done(), endsInString };
}

const HEADER = [KIND.version, KIND.publicId, KIND.charset, KIND.stringTableLength] as const;
const HEADER_1_0 = [KIND.version, KIND.publicId, KIND.stringTableLength] as const;

function addStringTable(
  bytes: Uint8Array,
  header: Header,
  builder: TokenTableBuilder,
  problems: ProblemList,
): void {
  const { tableEnd, encoding } = header;
  for (let at = header.tableStart; at < tableEnd;) {
    builder.add(KIND.stringTableEntry, at, 0, -1);
    const next = stringEnd(bytes, at, tableEnd, encoding.unit);
    if (next < 0) {
      const expected = 'a terminator at the end of the string table';
      problems.warn(
        'unterminated-table',
        at,
        tableEnd,
        expected,
        'end of the table',
        'the string ends with it',
      );
      return;
    }
    at = next;
  }
}

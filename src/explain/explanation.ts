import type { TagType } from '../doctypes/index.ts';
import type { Problem, TokenKind } from '../wbxml/index.ts';
import type { BitField } from './bit-fields.ts';
import type { ElementPath } from './element-path.ts';
import type { NestedDocument } from './nested-document.ts';
import type { NumberForm } from './number-groups.ts';
import type { PartName } from './token-parts.ts';
import type { ValueLine } from './values/value-line.ts';

/** What is known of a message besides its bytes; each may be absent, and then it is told from the bytes or left out. */
export interface ExplainContext {
  command?: string;
  side?: 'request' | 'response';
  /** Protocol version, `14.1`. */
  version?: string;
}

/** Everything that can be said about one byte, as plain data. Spans are bytes, half-open. */
export interface Explanation {
  offset: number;
  /** The byte as two hex digits, and as two groups of four bits; empty past the end of the input. */
  hex: string;
  bits: string;
  /** The byte in one line: `4b = 0100 1011 · content follows · 0b SyncKey · page 0 AirSync`. */
  summary: string;
  /** What the groups of bits mean; empty for characters and data. */
  fields: BitField[];
  /** The token that owns the byte: its span holds the offset. Past the end it is empty and stands there. */
  start: number;
  end: number;
  token?: { index: number; kind: TokenKind; name: string; meaning: string };
  /** The byte's role in its token, in words, and the part's span. */
  part: { name: PartName | 'end'; start: number; end: number; text: string };
  /** The code page in force, and the SWITCH_PAGE that put it there; absent in the header. */
  page?: PageFacts;
  path: ElementPath;
  element?: ElementFacts;
  attribute?: { name: string; start: number };
  /** The number the byte is part of, digit group by digit group. */
  number?: NumberForm;
  value?: ValueFacts;
  /** Further facts, a sentence each. */
  notes: string[];
  /** What the codec found wrong at this byte. */
  problems: Problem[];
  /** Document and section that define what this byte is. */
  source: string;
}

export interface PageFacts {
  space: 'tag' | 'attribute';
  number: number;
  name?: string;
  /** Where the SWITCH_PAGE stands that selected it; absent: the first page, from the start. */
  since?: number;
}

/** The innermost element at a byte. */
export interface ElementFacts {
  name: string;
  /** Its bytes, from the tag to its END. */
  start: number;
  end: number;
  page: number;
  pageName?: string;
  code?: number;
  type?: TagType;
  /** In words: `14.0 and later`. */
  versions?: string;
  /** True where the current specification has left it out. */
  legacy: boolean;
  meaning?: string;
  /** Documents that name the code and say what it means. */
  source?: string;
}

/** The value of an element or attribute. */
export interface ValueFacts {
  /** Whose it is. */
  of: string;
  kind: 'text' | 'data';
  /** The text in quotes, cut where it is long; for data its size. */
  text: string;
  /** Bytes in all. */
  size: number;
  lines: ValueLine[];
  source?: string;
  /** Set where the data is a WBXML document of its own. */
  document?: NestedDocument;
}

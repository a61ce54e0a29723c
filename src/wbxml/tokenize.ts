import { hexByte, readMbUint32 } from '../bytes/index.ts';
import { readHeader, reportLong, reportNumber, type Header } from './header.ts';
import { ProblemList, type Problem } from './problem.ts';
import { ATTRIBUTE_BIT, CONTENT_BIT, GLOBAL, KIND, globalName } from './token-kinds.ts';
import { TokenTable, TokenTableBuilder } from './token-table.ts';

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
  const builder = new TokenTableBuilder(length < 512 ? (length >> 1) + 8 : (length >> 5) + 64);
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
    endsInString = new Walk(bytes, header, builder, problems).run(read.bodyStart);
  } else if (read.at < length) builder.add(KIND.unread, read.at, 0, -1);
  const tokens = new TokenTable(bytes, builder.finish(length));
  return { bytes, header, tokens, problems: problems.done(), endsInString };
}

const HEADER = [KIND.version, KIND.publicId, KIND.charset, KIND.stringTableLength] as const;
const HEADER_1_0 = [KIND.version, KIND.publicId, KIND.stringTableLength] as const;

/** Offset just past the terminator of the string at `at`, or −1 where none comes before `end`. */
export function stringEnd(bytes: Uint8Array, at: number, end: number, unit: 1 | 2): number {
  if (unit === 1) {
    const zero = bytes.indexOf(0, at);
    return zero < 0 || zero >= end ? -1 : zero + 1;
  }
  for (let i = at; i + 1 < end; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return i + 2;
  return -1;
}

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

/** True for the four single-byte tokens that name an attribute's beginning or a piece of its value. */
const isStart = (byte: number): boolean => (byte & 0x80) === 0 && (byte & 0x3f) >= 5;

class Walk {
  private readonly bytes: Uint8Array;
  private readonly header: Header;
  private readonly out: TokenTableBuilder;
  private readonly problems: ProblemList;
  private at = 0;
  /** Index of the innermost open tag, −1 outside the root. */
  private open = -1;
  private tagPage = 0;
  private attributePage = 0;
  private rootSeen = false;
  private endsInString = false;

  constructor(bytes: Uint8Array, header: Header, out: TokenTableBuilder, problems: ProblemList) {
    this.bytes = bytes;
    this.header = header;
    this.out = out;
    this.problems = problems;
  }

  /** @returns whether the input ends inside a string */
  run(at: number): boolean {
    const { bytes, out } = this;
    const end = bytes.length;
    const oneByte = this.header.encoding.unit === 1;
    this.at = at;
    while (this.at < end) {
      const start = this.at;
      const byte = bytes[start] as number;
      if (this.open < 0 && !this.mayStandOutside(byte, start)) return this.stop(start);
      let ok = true;
      switch (byte) {
        case GLOBAL.SWITCH_PAGE:
          ok = this.switchPage(start, false);
          break;
        case GLOBAL.END:
          out.add(KIND.end, start, this.tagPage, this.open);
          this.open = out.parent(this.open);
          this.at = start + 1;
          break;
        case GLOBAL.STR_I: {
          out.add(KIND.strI, start, this.tagPage, this.open);
          // A short hop by hand: most strings of a message are a few bytes, where a native search costs more.
          let next = start + 1;
          const near = oneByte ? Math.min(end, next + 32) : next;
          while (next < near && bytes[next] !== 0) next++;
          if (next < near) this.at = next + 1;
          else ok = this.endOfString(start, oneByte ? next : start + 1);
          break;
        }
        case GLOBAL.PI: {
          const pi = out.add(KIND.pi, start, this.attributePage, this.open);
          this.at = start + 1;
          ok = this.attributes(pi);
          break;
        }
        case GLOBAL.LITERAL:
        case GLOBAL.LITERAL_A:
        case GLOBAL.LITERAL_C:
        case GLOBAL.LITERAL_AC:
          ok = this.literalTag(start, byte);
          break;
        default:
          ok =
            (byte & 0x3f) >= 5 ? this.tag(KIND.tag, start, start + 1, byte) : this.value(start, byte, false);
      }
      if (!ok) return this.endsInString;
    }
    if (!this.rootSeen) return this.report('no-root', end, end, 'a root element', 'end of input');
    if (this.open >= 0) this.reportOpen();
    return this.endsInString;
  }

  private mayStandOutside(byte: number, start: number): boolean {
    if (byte === GLOBAL.PI) return true;
    const literal = (byte & 0x3f) === GLOBAL.LITERAL;
    const isTag = literal || (byte & 0x3f) >= 5;
    if (!this.rootSeen && (isTag || byte === GLOBAL.SWITCH_PAGE)) return true;
    const found = globalName(byte) ?? (isTag ? `a tag (${hexByte(byte)})` : hexByte(byte));
    if (this.rootSeen)
      this.report('after-root', start, this.bytes.length, 'the end of input, or a PI', found);
    else this.report('no-root', start, this.bytes.length, 'a root element', found);
    return false;
  }

  private report(code: string, start: number, end: number, expected: string, found: string): false {
    this.problems.error(code, start, end, expected, found, 'the rest is kept as bytes');
    return false;
  }

  /** The bytes from `start` on are one unread token. */
  private stop(start: number): false {
    if (start < this.bytes.length) this.out.add(KIND.unread, start, this.tagPage, this.open);
    return false;
  }

  private reportOpen(): void {
    let depth = 0;
    for (let i = this.open; i >= 0; i = this.out.parent(i)) depth++;
    const end = this.bytes.length;
    const what = depth === 1 ? 'END of the root' : `END of ${depth} open elements`;
    this.problems.error('missing-end', end, end, what, 'end of input', 'they end with the input');
  }

  private switchPage(start: number, attributes: boolean): boolean {
    const page = this.bytes[start + 1];
    if (page === undefined) {
      this.report('truncated', start, start + 1, 'a page number', 'end of input');
      return this.stop(start);
    }
    if (attributes) this.attributePage = page;
    else this.tagPage = page;
    this.out.add(KIND.switchPage, start, page, this.open, attributes);
    this.at = start + 2;
    return true;
  }

  private tag(
    kind: typeof KIND.tag | typeof KIND.literalTag,
    start: number,
    next: number,
    byte: number,
  ): boolean {
    this.rootSeen = true;
    const index = this.out.add(kind, start, this.tagPage, this.open);
    this.at = next;
    if (byte & ATTRIBUTE_BIT && !this.attributes(index)) return false;
    if (byte & CONTENT_BIT) this.open = index;
    return true;
  }

  private literalTag(start: number, byte: number): boolean {
    const index = this.number(start, start + 1, 'a string-table offset');
    if (index === undefined) return this.stop(start);
    this.checkOffset(start, index, 'the name');
    return this.tag(KIND.literalTag, start, this.at, byte);
  }

  /** Reads an attribute list and its END; `owner` is the tag or PI. */
  private attributes(owner: number): boolean {
    const { bytes, out } = this;
    const outer = this.open;
    const listStart = this.at;
    this.open = owner;
    let named = false;
    while (this.at < bytes.length) {
      const start = this.at;
      const byte = bytes[start] as number;
      if (byte === GLOBAL.END) {
        out.add(KIND.end, start, this.attributePage, owner, true);
        this.at = start + 1;
        this.open = outer;
        if (!named) this.warnEmptyList(listStart);
        return true;
      }
      if (byte === GLOBAL.SWITCH_PAGE) {
        if (!this.switchPage(start, true)) return false;
      } else if (byte === GLOBAL.LITERAL) {
        const index = this.number(start, start + 1, 'a string-table offset');
        if (index === undefined) return this.stop(start);
        out.add(KIND.attributeLiteral, start, this.attributePage, owner, true);
        this.checkOffset(start, index, 'the name');
        named = true;
      } else if (isStart(byte)) {
        out.add(KIND.attributeStart, start, this.attributePage, owner, true);
        this.at = start + 1;
        named = true;
      } else {
        const found = globalName(byte) ?? hexByte(byte);
        if (byte === GLOBAL.PI || (byte & 0x3f) === GLOBAL.LITERAL) {
          this.report('not-in-attributes', start, start + 1, 'an attribute start, a value or END', found);
          return this.stop(start);
        }
        if (!named) {
          this.report('value-before-start', start, start + 1, 'an attribute start before any value', found);
          return this.stop(start);
        }
        if (byte >= 0x80 && (byte & 0x3f) >= 5) {
          out.add(KIND.attributeValue, start, this.attributePage, owner, true);
          this.at = start + 1;
        } else if (!this.value(start, byte, true)) return false;
      }
    }
    const end = bytes.length;
    return this.report('missing-end', end, end, 'END of the attribute list', 'end of input');
  }

  private warnEmptyList(start: number): void {
    const expected = 'at least one attribute, as the tag announces';
    this.problems.warn('empty-attributes', start, this.at, expected, 'END', 'no attributes');
  }

  /** Strings, references, ENTITY, EXT_* and OPAQUE: what may stand in content and in a value. */
  private value(start: number, byte: number, attributes: boolean): boolean {
    const { out } = this;
    const page = attributes ? this.attributePage : this.tagPage;
    if (byte === GLOBAL.STR_I || (byte & 0xfc) === GLOBAL.EXT_I_0) {
      out.add(byte === GLOBAL.STR_I ? KIND.strI : KIND.extI, start, page, this.open, attributes);
      return this.endOfString(start, start + 1);
    }
    if ((byte & 0xfc) === GLOBAL.EXT_0 && byte !== GLOBAL.OPAQUE) {
      out.add(KIND.ext, start, page, this.open, attributes);
      this.at = start + 1;
      return true;
    }
    const what =
      byte === GLOBAL.OPAQUE ? 'a length' : byte === GLOBAL.ENTITY ? 'a character code' : 'a number';
    const number = this.number(start, start + 1, what);
    if (number === undefined) return this.stop(start);
    if (byte === GLOBAL.OPAQUE) return this.opaque(start, number, page, attributes);
    const kind = byte === GLOBAL.ENTITY ? KIND.entity : byte === GLOBAL.STR_T ? KIND.strT : KIND.extT;
    out.add(kind, start, page, this.open, attributes);
    if (kind === KIND.strT) this.checkOffset(start, number, 'a string');
    if (kind === KIND.entity) this.checkEntity(start, number);
    return true;
  }

  private opaque(start: number, length: number, page: number, attributes: boolean): boolean {
    const { bytes, out } = this;
    out.add(KIND.opaque, start, page, this.open, attributes);
    if (this.header.version === 0) {
      this.problems.warn(
        'opaque-in-1.0',
        start,
        start + 1,
        'a token of version 1.0',
        'OPAQUE',
        'read as in 1.1',
      );
    }
    const left = bytes.length - this.at;
    if (length > left) {
      this.at = bytes.length;
      return this.report(
        'truncated',
        start,
        bytes.length,
        `OPAQUE of ${length} bytes`,
        `${left} bytes to the end`,
      );
    }
    this.at += length;
    return true;
  }

  /** Moves past the terminator; `from` is where no terminator has been seen before. */
  private endOfString(start: number, from: number): boolean {
    const next = stringEnd(this.bytes, from, this.bytes.length, this.header.encoding.unit);
    if (next >= 0) {
      this.at = next;
      return true;
    }
    this.at = this.bytes.length;
    this.endsInString = true;
    const found = 'end of input';
    return this.report('truncated', start, this.bytes.length, 'the terminator of a string', found);
  }

  /** Reads the number at `at` and moves past it; reports and gives `undefined` where there is none. */
  private number(start: number, at: number, what: string): number | undefined {
    const read = readMbUint32(this.bytes, at);
    if (read.fault) {
      reportNumber(this.problems, read.fault, start, read.next, what);
      return undefined;
    }
    this.at = read.next;
    if (read.next - at > 1 && this.bytes[at] === 0x80) {
      reportLong(this.problems, at, read.next, { value: read.value, width: read.next - at });
    }
    return read.value;
  }

  private checkOffset(start: number, offset: number, what: string): void {
    const length = this.header.tableEnd - this.header.tableStart;
    if (offset < length) return;
    const expected = length === 0 ? `no reference: there is no string table` : `an offset below ${length}`;
    this.problems.warn('outside-table', start, this.at, expected, `${offset}`, `${what} is not known`);
  }

  private checkEntity(start: number, code: number): void {
    const isCharacter = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (isCharacter) return;
    this.problems.warn(
      'not-a-character',
      start,
      this.at,
      'a Unicode character',
      `${code}`,
      'shown as a mark',
    );
  }
}

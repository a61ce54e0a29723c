import { readMbUint32 } from '../bytes/index.ts';
import { reportLong, reportNumber, type Header } from './header.ts';
import { NulFinder } from './nul-finder.ts';
import type { ProblemList } from './problem.ts';
import { stringEnd } from './string-end.ts';
import { GLOBAL, KIND } from './token-kinds.ts';
import type { TokenTableBuilder } from './token-table.ts';

/** Bytes of an input from which on it pays to make a finder for its strings. */
const LARGE = 1 << 12;

/**
 * Reads what may stand in content and in an attribute's value alike: strings, references, ENTITY, EXT_*, OPAQUE
 * and SWITCH_PAGE. Each method moves past what it read, or reports why it cannot and gives false.
 */
export class ValueWalk {
  protected readonly bytes: Uint8Array;
  protected readonly header: Header;
  protected readonly out: TokenTableBuilder;
  protected readonly problems: ProblemList;
  protected at = 0;
  /** Index of the innermost open tag, −1 outside the root. */
  protected open = -1;
  protected tagPage = 0;
  protected attributePage = 0;
  protected endsInString = false;
  private nuls: NulFinder | undefined;

  constructor(bytes: Uint8Array, header: Header, out: TokenTableBuilder, problems: ProblemList) {
    this.bytes = bytes;
    this.header = header;
    this.out = out;
    this.problems = problems;
  }

  protected report(code: string, start: number, end: number, expected: string, found: string): false {
    this.problems.error(code, start, end, expected, found, 'the rest is kept as bytes');
    return false;
  }

  /** The bytes from `start` on are one unread token. */
  protected stop(start: number): false {
    if (start < this.bytes.length) this.out.add(KIND.unread, start, this.tagPage, this.open);
    return false;
  }

  protected switchPage(start: number, attributes: boolean): boolean {
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

  /** Strings, references, ENTITY, EXT_* and OPAQUE: what may stand in content and in a value. */
  protected value(start: number, byte: number, attributes: boolean): boolean {
    const { out } = this;
    const page = attributes ? this.attributePage : this.tagPage;
    if (byte === GLOBAL.STR_I || (byte & 0xfc) === GLOBAL.EXT_I_0) {
      out.addText(byte === GLOBAL.STR_I ? KIND.strI : KIND.extI, start, page, this.open, attributes);
      return this.endOfString(start, start + 1);
    }
    if ((byte & 0xfc) === GLOBAL.EXT_0 && byte !== GLOBAL.OPAQUE) {
      out.addText(KIND.ext, start, page, this.open, attributes);
      this.at = start + 1;
      return true;
    }
    const what =
      byte === GLOBAL.OPAQUE ? 'a length' : byte === GLOBAL.ENTITY ? 'a character code' : 'a number';
    const number = this.number(start, start + 1, what);
    if (number === undefined) return this.stop(start);
    if (byte === GLOBAL.OPAQUE) return this.opaque(start, number, page, attributes);
    const kind = byte === GLOBAL.ENTITY ? KIND.entity : byte === GLOBAL.STR_T ? KIND.strT : KIND.extT;
    out.addText(kind, start, page, this.open, attributes);
    if (kind === KIND.strT) this.checkOffset(start, number, 'a string');
    if (kind === KIND.entity) this.checkEntity(start, number);
    return true;
  }

  private opaque(start: number, length: number, page: number, attributes: boolean): boolean {
    const { bytes, out } = this;
    out.addText(KIND.opaque, start, page, this.open, attributes);
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
  protected endOfString(start: number, from: number): boolean {
    const next = this.pastString(from);
    if (next >= 0) {
      this.at = next;
      return true;
    }
    this.at = this.bytes.length;
    this.endsInString = true;
    const found = 'end of input';
    return this.report('truncated', start, this.bytes.length, 'the terminator of a string', found);
  }

  private pastString(from: number): number {
    const { bytes } = this;
    const { unit } = this.header.encoding;
    if (unit === 2 || bytes.length < LARGE) return stringEnd(bytes, from, bytes.length, unit);
    return (this.nuls ??= new NulFinder(bytes)).next(from) + 1 || -1;
  }

  /** Reads the number at `at` and moves past it; reports and gives `undefined` where there is none. */
  protected number(start: number, at: number, what: string): number | undefined {
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

  protected checkOffset(start: number, offset: number, what: string): void {
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

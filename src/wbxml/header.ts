import { readMbUint32, mbUint32Width } from '../bytes/index.ts';
import { FALLBACK, UTF_8, charsetOf, type Charset } from './charset.ts';
import type { ProblemList } from './problem.ts';

/** A number as it stands in the bytes: its value, and how many bytes it takes there. */
export interface Stored {
  value: number;
  width: number;
}

/**
 * The fields before the body, as they stand.
 * @see WAP-192-WBXML §5.4
 */
export interface Header {
  /** The version byte: major − 1 in the high four bits, minor in the low four. */
  version: number;
  /** The document type's number, or with `index` the string-table offset of its name. */
  publicId: Stored & { index: boolean };
  /** MIBenum; absent in version 1.0, which has no such field. */
  charset?: Stored;
  /** Length field of the string table, in bytes. */
  tableLength: Stored;
  /** The string table: bytes, half-open. */
  tableStart: number;
  tableEnd: number;
  /** How the strings were read, and why where the header does not say. */
  encoding: Charset;
  /** MIBenum asked for by the caller where the header says 0 or nothing; absent otherwise. */
  givenCharset?: number;
}

/** What `readHeader` found: the header, or how far it got (`at`) before the input stopped making one. */
export type HeaderRead =
  | { ok: true; header: Header; bodyStart: number; bounds: readonly number[] }
  | { ok: false; at: number; bounds: readonly number[] };

const storedShort = (stored: Stored): boolean => stored.width === mbUint32Width(stored.value);

/** `1.3` for 03; any byte has such a form. */
/** Of WBXML 1.3, the newest there is. */
const NEWEST_VERSION = 3;

/** Whether a message may begin with this byte: a version that there is. What begins with more is text, or of another kind. */
export const mayBeginWbxml = (first: number | undefined): boolean =>
  first !== undefined && first <= NEWEST_VERSION;

export const versionText = (version: number): string => `${(version >> 4) + 1}.${version & 15}`;

/**
 * Reads the header. `bounds` are the offsets where each header field that was read begins, in order:
 * version, public id, charset (not in 1.0), length of the string table.
 * @param given MIBenum from the transport, used where the header names none
 */
export function readHeader(bytes: Uint8Array, problems: ProblemList, given?: number): HeaderRead {
  return readUsual(bytes) ?? readAny(bytes, problems, given);
}

/** The header of nearly every message: version 1.3, a public id of one byte, UTF-8, no string table. */
function readUsual(bytes: Uint8Array): HeaderRead | undefined {
  const value = bytes[1] ?? 0;
  if (bytes[0] !== 3 || value === 0 || value >= 0x80 || bytes[2] !== UTF_8 || bytes[3] !== 0)
    return undefined;
  const header: Header = {
    version: 3,
    publicId: { value, width: 1, index: false },
    charset: { value: UTF_8, width: 1 },
    tableLength: { value: 0, width: 1 },
    tableStart: 4,
    tableEnd: 4,
    encoding: FALLBACK,
  };
  return { ok: true, header, bodyStart: 4, bounds: USUAL_BOUNDS };
}

const USUAL_BOUNDS: readonly number[] = [0, 1, 2, 3];

function readAny(bytes: Uint8Array, problems: ProblemList, given?: number): HeaderRead {
  const bounds: number[] = [];
  const version = bytes[0];
  if (version === undefined) {
    problems.error('truncated', 0, 0, 'a version byte', 'end of input', 'nothing could be read');
    return { ok: false, at: 0, bounds };
  }
  if (!mayBeginWbxml(version)) {
    const found = `version byte ${version.toString(16).padStart(2, '0')} (${versionText(version)})`;
    problems.warn('unknown-version', 0, 1, 'version 1.0 to 1.3 (00 to 03)', found, 'read as version 1.3');
  }
  bounds.push(0);
  let at = 1;
  const field = (what: string): Stored | undefined => {
    const read = readMbUint32(bytes, at);
    if (read.fault) {
      reportNumber(problems, read.fault, at, read.next, what);
      return undefined;
    }
    bounds.push(at);
    const stored = { value: read.value, width: read.next - at };
    if (!storedShort(stored)) reportLong(problems, at, read.next, stored);
    at = read.next;
    return stored;
  };

  const publicIdAt = at;
  const first = field('the public id');
  if (!first) return { ok: false, at, bounds };
  let publicId: Header['publicId'] = { ...first, index: false };
  if (first.value === 0 && first.width === 1) {
    const index = field('the string-table offset of the public id');
    if (!index) return { ok: false, at: publicIdAt, bounds: bounds.slice(0, 1) };
    bounds.pop(); // both numbers are one token
    publicId = { ...index, index: true };
  }
  const charset = version === 0 ? undefined : field('the charset');
  if (version !== 0 && !charset) return { ok: false, at, bounds };
  const tableLength = field('the length of the string table');
  if (!tableLength) return { ok: false, at, bounds };
  if (tableLength.value > bytes.length - at) {
    const found = `${bytes.length - at} bytes to the end of input`;
    problems.error(
      'truncated',
      at - tableLength.width,
      bytes.length,
      `a string table of ${tableLength.value} bytes`,
      found,
      'the rest is kept as bytes',
    );
    return { ok: false, at, bounds };
  }
  const header: Header = {
    version,
    publicId,
    ...(charset && { charset }),
    tableLength,
    tableStart: at,
    tableEnd: at + tableLength.value,
    ...chooseCharset(charset, given, problems, at - tableLength.width),
  };
  return { ok: true, header, bodyStart: header.tableEnd, bounds };
}

function chooseCharset(
  charset: Stored | undefined,
  given: number | undefined,
  problems: ProblemList,
  end: number,
): { encoding: Charset; givenCharset?: number } {
  if (!charset || charset.value === 0) {
    const asked = given === undefined || given === UTF_8 ? undefined : charsetOf(given);
    return asked ? { encoding: asked, givenCharset: asked.mib } : { encoding: FALLBACK };
  }
  const named = charsetOf(charset.value);
  if (!named) {
    const found = `MIBenum ${charset.value}`;
    problems.warn(
      'unknown-charset',
      end - charset.width,
      end,
      'a known charset',
      found,
      'strings read as UTF-8',
    );
  }
  return { encoding: named ?? FALLBACK };
}

/** An unfinished or over-wide number: nothing behind it can be trusted. */
export function reportNumber(
  problems: ProblemList,
  fault: 'truncated' | 'too-large',
  start: number,
  end: number,
  what: string,
): void {
  const found = fault === 'truncated' ? 'end of input' : 'more than 5 bytes or 32 bits';
  problems.error(fault, start, end, `${what} (an mb_u_int32)`, found, 'the rest is kept as bytes');
}

/** A number written with leading 80 bytes: legal to the letter, but no encoder writes it. */
export function reportLong(problems: ProblemList, start: number, end: number, stored: Stored): void {
  const short = mbUint32Width(stored.value);
  problems.warn(
    'long-number',
    start,
    end,
    `${short} ${short === 1 ? 'byte' : 'bytes'} for ${stored.value}`,
    `${stored.width} bytes`,
    'the same value',
  );
}

import { inflate, type InflateFault } from '../../../bytes/index.ts';
import { latin1Text } from '../../text-bytes.ts';
import { numbersOf } from '../packets/byte-order.ts';

/** A file in a zip archive. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  /** Where its packed bytes begin, and how many they are; −1 where only unpacking tells. */
  from: number;
  packed: number;
}

/** The files of an archive; `whole` says whether its directory was found. */
export interface ZipDirectory {
  entries: ZipEntry[];
  whole: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED = 1;
const SIZES_BEHIND = 8;

/** Where the record that ends the directory is, looked for from the end; −1 where there is none. */
function endRecord(bytes: Uint8Array): number {
  const { u32 } = numbersOf(bytes, true);
  const lowest = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= lowest; at--)
    if (bytes[at] === 0x50 && u32(at) === END) return at;
  return -1;
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return latin1Text(bytes.subarray(at, at + length));
}

/** Where the bytes of a file begin behind its own header; −1 where there is no such header. */
function dataStart(bytes: Uint8Array, at: number): number {
  const { u16, u32 } = numbersOf(bytes, true);
  if (at + 30 > bytes.length || u32(at) !== LOCAL) return -1;
  const from = at + 30 + u16(at + 26) + u16(at + 28);
  return from <= bytes.length ? from : -1;
}

function fromDirectory(bytes: Uint8Array, end: number): ZipEntry[] {
  const { u16, u32 } = numbersOf(bytes, true);
  const entries: ZipEntry[] = [];
  for (let at = u32(end + 16); at + 46 <= end && u32(at) === CENTRAL;) {
    const nameLength = u16(at + 28);
    const from = dataStart(bytes, u32(at + 42));
    const name = nameAt(bytes, at + 46, nameLength);
    const encrypted = (u16(at + 8) & ENCRYPTED) !== 0;
    if (from >= 0) entries.push({ name, encrypted, method: u16(at + 10), from, packed: u32(at + 20) });
    at += 46 + nameLength + u16(at + 30) + u16(at + 32);
  }
  return entries;
}

/** Files by their own headers, one behind the other, where the directory is lost. */
function fromHeaders(bytes: Uint8Array): ZipEntry[] {
  const { u16, u32 } = numbersOf(bytes, true);
  const entries: ZipEntry[] = [];
  for (let at = 0; ;) {
    const from = dataStart(bytes, at);
    if (from < 0) return entries;
    const flags = u16(at + 6);
    const method = u16(at + 8);
    const unsaid = (flags & SIZES_BEHIND) !== 0 && u32(at + 18) === 0;
    const packed = unsaid ? -1 : u32(at + 18);
    entries.push({
      name: nameAt(bytes, at + 30, u16(at + 26)),
      encrypted: (flags & ENCRYPTED) !== 0,
      method,
      from,
      packed,
    });
    if (!unsaid) {
      at = from + packed;
      continue;
    }
    // the next header is looked for; a false one would only end the list early
    let next = bytes.indexOf(0x50, from);
    while (next >= 0 && u32(next) !== LOCAL) next = bytes.indexOf(0x50, next + 1);
    if (next < 0) return entries;
    at = next;
  }
}

/** The files of a zip archive, in the order of its directory; `undefined` where the bytes do not begin like one. */
export function readZip(bytes: Uint8Array): ZipDirectory | undefined {
  if (numbersOf(bytes, true).u32(0) !== LOCAL) return undefined;
  const end = endRecord(bytes);
  const entries = end < 0 ? [] : fromDirectory(bytes, end);
  return entries.length > 0 ? { entries, whole: true } : { entries: fromHeaders(bytes), whole: false };
}

/** The bytes of a file; what went wrong beside those that could be read. */
export function unzip(
  bytes: Uint8Array,
  { method, from, packed }: ZipEntry,
  limit: number,
): { bytes: Uint8Array; fault?: InflateFault | 'unknown-method' } {
  const end = packed < 0 ? bytes.length : Math.min(bytes.length, from + packed);
  const cut = packed >= 0 && from + packed > bytes.length;
  if (method === 0) {
    const stored = bytes.slice(from, Math.min(end, from + limit));
    return cut ? { bytes: stored, fault: 'truncated' } : { bytes: stored };
  }
  if (method !== 8) return { bytes: new Uint8Array(0), fault: 'unknown-method' };
  const made = inflate(bytes.subarray(0, end), from, limit);
  return made.fault ? { bytes: made.bytes, fault: made.fault } : { bytes: made.bytes };
}

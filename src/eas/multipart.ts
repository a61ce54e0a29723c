/** One part of a multipart answer: bytes of the body, half-open; cut where the body ends before it. */
export interface Part {
  start: number;
  end: number;
  /** Bytes it should have. */
  length: number;
}

const NUMBER = 4;
const ROW = 2 * NUMBER;

/**
 * The parts of a multipart answer: their number, offset and length of each, little endian, then the parts; the first,
 * which is WBXML, right behind that table.
 * @returns `undefined` where no such table begins the bytes, or nothing is behind it
 * @see MS-ASCMD §2.2.1.10.1
 */
export function readMultipart(bytes: Uint8Array): Part[] | undefined {
  if (bytes.length < NUMBER + ROW) return undefined;
  const count = uint32(bytes, 0);
  const table = NUMBER + ROW * count;
  if (count === 0 || table >= bytes.length) return undefined;
  const parts: Part[] = [];
  let behind = table;
  for (let i = 0; i < count; i++) {
    const at = NUMBER + ROW * i;
    const start = uint32(bytes, at);
    const length = uint32(bytes, at + NUMBER);
    // the first right behind the table, the others in order
    if (i === 0 ? start !== table : start < behind) return undefined;
    behind = start + length;
    parts.push({ start: Math.min(start, bytes.length), end: Math.min(behind, bytes.length), length });
  }
  return parts;
}

/** Little endian; a view costs more. */
function uint32(bytes: Uint8Array, at: number): number {
  const byte = (i: number): number => bytes[at + i] as number;
  return (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)) >>> 0;
}

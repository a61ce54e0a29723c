/** A view costs as much as some dozen bytes one by one. */
const WORTH_A_VIEW = 64;

/**
 * A text that is equal for equal bytes: their number and two hashes of 32 bits, of four bytes at a time (of the kin of
 * FNV-1a). It is compared within one sitting and kept nowhere.
 */
export function sameness(bytes: Uint8Array | undefined): string {
  if (!bytes) return 'absent';
  const { length } = bytes;
  let one = 0x811c9dc5 | 0; // a number of 32 bits with sign is faster than any other
  let other = 0x1234567;
  let i = 0;
  if (length >= WORTH_A_VIEW) {
    const words = new DataView(bytes.buffer, bytes.byteOffset, length);
    for (; i + 4 <= length; i += 4) {
      const word = words.getInt32(i);
      one = Math.imul(one ^ word, 0x01000193);
      one ^= one >>> 15; // or the high bits of a word would reach nothing below them
      other = (Math.imul(other, 31) + word) | 0;
    }
  }
  for (; i < length; i++) {
    const byte = bytes[i] as number;
    one = Math.imul(one ^ byte, 0x01000193);
    other = (Math.imul(other, 31) + byte) | 0;
  }
  return `${length} ${one} ${other}`;
}

/** True where bytes are a gzip of no bytes at all: such a body stands where a proxy packs an empty reply. */
export function packsNothing(bytes: Uint8Array | undefined): boolean {
  if (!bytes || bytes.length < 18 || bytes.length > 100) return false;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false;
  return bytes.subarray(-8).every((byte) => byte === 0); // checksum and length of nothing
}

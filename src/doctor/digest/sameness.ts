/** A text that is equal for equal bytes: their number and two hashes of 32 bits (FNV-1a, and one of its kin). */
export function sameness(bytes: Uint8Array | undefined): string {
  if (!bytes) return 'absent';
  let one = 0x811c9dc5 | 0; // a number of 32 bits with sign is faster than any other
  let other = 0x1234567;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    one = Math.imul(one ^ byte, 0x01000193);
    other = (Math.imul(other, 31) + byte) | 0;
  }
  return `${bytes.length}-${(one >>> 0).toString(16)}-${(other >>> 0).toString(16)}`;
}

/** True where bytes are a gzip of no bytes at all: such a body stands where a proxy packs an empty reply. */
export function packsNothing(bytes: Uint8Array | undefined): boolean {
  if (!bytes || bytes.length < 18 || bytes.length > 100) return false;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false;
  return bytes.subarray(-8).every((byte) => byte === 0); // checksum and length of nothing
}

/** True where a terminator stands in the bytes at a place where a reader would see it. */
export function hasTerminator(bytes: Uint8Array, unit: 1 | 2): boolean {
  if (unit === 1) return bytes.includes(0);
  for (let i = 0; i + 1 < bytes.length; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return true;
  return false;
}

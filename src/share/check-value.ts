const BASIS = 0x811c_9dc5;
const PRIME = 0x0100_0193;

/**
 * FNV-1a over bytes: 32 bits that differ wherever one byte differs, and nearly always where more do. It guards
 * against accidents on the way; it keeps nobody from making a link.
 */
export function checkValue(bytes: Uint8Array): number {
  let value = BASIS;
  for (let i = 0; i < bytes.length; i++) value = Math.imul(value ^ (bytes[i] as number), PRIME);
  return value >>> 0;
}

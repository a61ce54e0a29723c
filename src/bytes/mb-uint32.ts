const MORE_FOLLOWS = 0x80;
const MAX_BYTES = 5; // ceil(32 / 7)
const MAX = 0xffff_ffff;

/** What `readMbUint32` found: a value and where it ends, or why it is none. */
export interface MbUint32 {
  value: number;
  /** Offset just past it; where `fault` is set, just past what was looked at. */
  next: number;
  /** `truncated`: the input ends mid-number. `too-large`: over 5 bytes or 32 bits. */
  fault?: 'truncated' | 'too-large';
}

/**
 * Reads an mb_u_int32: groups of 7 bits, highest first, top bit set on all but the last.
 * @param at where it starts, in bytes
 * @param end the first byte that is not there any more
 * @see WAP-192-WBXML §5.1
 */
export function readMbUint32(bytes: Uint8Array, at: number, end = bytes.length): MbUint32 {
  let value = 0;
  for (let i = 0; i < MAX_BYTES; i++) {
    if (at + i >= end) return { value, next: at + i, fault: 'truncated' };
    const byte = bytes[at + i] as number;
    value = value * 0x80 + (byte & 0x7f); // not `<<`: bit 31 would turn negative
    if (byte & MORE_FOLLOWS) continue;
    return value > MAX ? { value, next: at + i + 1, fault: 'too-large' } : { value, next: at + i + 1 };
  }
  return { value, next: at + MAX_BYTES, fault: 'too-large' };
}

/** How many bytes the shortest form of `value` takes, 1 to 5. */
export function mbUint32Width(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  return value < 0x1000_0000 ? 4 : 5;
}

/**
 * Writes `value`, 0 to 2³² − 1, as mb_u_int32 at `at` and returns the offset past it.
 * @param width bytes to use, the shortest form at least; a longer form is padded with leading 80.
 */
export function writeMbUint32(
  into: Uint8Array,
  at: number,
  value: number,
  width = mbUint32Width(value),
): number {
  for (let i = width - 1; i >= 0; i--) {
    into[at + i] = (value % 0x80) | (i === width - 1 ? 0 : MORE_FOLLOWS);
    value = Math.floor(value / 0x80);
  }
  return at + width;
}

/** Reads unsigned numbers out of bytes; past the end they are 0: compare with `length` before. */
export interface Numbers {
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
}

/** Numbers with the low byte first, or the high one. */
export function numbersOf(bytes: Uint8Array, lowFirst: boolean): Numbers {
  const at = (i: number): number => bytes[i] ?? 0;
  if (lowFirst) {
    return {
      u16: (i) => at(i) | (at(i + 1) << 8),
      u32: (i) => (at(i) | (at(i + 1) << 8) | (at(i + 2) << 16)) + at(i + 3) * 0x100_0000,
    };
  }
  return {
    u16: (i) => (at(i) << 8) | at(i + 1),
    u32: (i) => at(i) * 0x100_0000 + ((at(i + 1) << 16) | (at(i + 2) << 8) | at(i + 3)),
  };
}

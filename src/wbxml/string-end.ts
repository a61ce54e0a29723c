/** Offset just past the terminator of the string at `at`, or −1 where none comes before `end`. */
export function stringEnd(bytes: Uint8Array, at: number, end: number, unit: 1 | 2): number {
  if (unit === 1) {
    const zero = bytes.indexOf(0, at);
    return zero < 0 || zero >= end ? -1 : zero + 1;
  }
  for (let i = at; i + 1 < end; i += 2) if (bytes[i] === 0 && bytes[i + 1] === 0) return i + 2;
  return -1;
}

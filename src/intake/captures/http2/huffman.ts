/**
 * How many bits the code of each byte has; the last is the end of a string. The codes follow from the lengths: they
 * count up, shorter ones first, bytes of one length in their order.
 * @see RFC 7541 Appendix B
 */
// prettier-ignore
const LENGTHS: readonly number[] = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28,
  28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6,
  5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
  13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
  7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
  15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5,
  6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
  20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23,
  24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
  22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23,
  21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
  26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25,
  19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
  20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
  26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
  30,
];
const END_OF_STRING = 256;
const LONGEST = 30;
/** What fills up the last byte is shorter than a byte (§5.2). */
const MOST_PADDING = 7;

/** The codes of each length: the first of them, and whose they are in their order. */
interface Codes {
  first: number;
  symbols: readonly number[];
}

const BY_LENGTH: readonly Codes[] = (() => {
  const all: Codes[] = [];
  let next = 0;
  for (let length = 0; length <= LONGEST; length++) {
    const symbols = [...LENGTHS.keys()].filter((symbol) => LENGTHS[symbol] === length);
    all.push({ first: next, symbols });
    next = (next + symbols.length) * 2;
  }
  return all;
})();

/**
 * Undoes the Huffman code of a header string (RFC 7541 §5.2).
 * @returns a character for each byte; `undefined` where the bits are no such code, or are filled up with other than
 *   the first bits of the end of a string
 */
export function fromHuffman(bytes: Uint8Array): string | undefined {
  const units: string[] = [];
  let code = 0;
  let length = 0;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      code = code * 2 + ((byte >> bit) & 1);
      length++;
      const codes = BY_LENGTH[length];
      if (!codes) return undefined;
      const symbol = codes.symbols[code - codes.first];
      if (symbol === undefined) continue;
      if (symbol === END_OF_STRING) return undefined;
      units.push(String.fromCharCode(symbol));
      code = 0;
      length = 0;
    }
  }
  return length <= MOST_PADDING && code === 2 ** length - 1 ? units.join('') : undefined;
}

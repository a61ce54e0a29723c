/** Index of U+10000 among the codes of four bytes: from there on they are in order of the characters, without a gap. */
const SUPPLEMENTARY = 189_000;
/** How many stand for characters below it, in their order, with gaps where those have codes of two bytes. */
const BASIC = 39_420;

/** The code of four bytes with an index, in their order: 81 30 81 30 is 0. */
function fourBytes(index: number): Uint8Array {
  return Uint8Array.of(
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  );
}

/**
 * The code of four bytes of a character in GB18030, which has one for each that no shorter code is of; `undefined` for
 * the few that are out of order.
 * @param decode the runtime's own table
 */
export function gb18030Code(
  character: string,
  decode: (bytes: Uint8Array) => string,
): Uint8Array | undefined {
  const point = character.codePointAt(0) ?? 0;
  if (point > 0xffff) return fourBytes(SUPPLEMENTARY + point - 0x1_0000);
  let low = 0;
  for (let high = BASIC; low < high;) {
    const middle = (low + high) >> 1;
    if (decode(fourBytes(middle)) < character) low = middle + 1;
    else high = middle;
  }
  const code = fourBytes(low);
  return decode(code) === character ? code : undefined;
}

/** Codes of three bytes, 8f and two of 94: those of JIS X 0212 in EUC-JP. */
export function* eucJpCodes(): Generator<Uint8Array> {
  for (let b = 0xa1; b < 0xff; b++) for (let c = 0xa1; c < 0xff; c++) yield Uint8Array.of(0x8f, b, c);
}

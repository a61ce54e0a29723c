const utf8 = new TextEncoder();
const LINE = utf8.encode('A line of text that is as long as such lines are. ');
const WORD = LINE.subarray(0, 20);

/** A row of it: short and long strings, and bytes, in tags of two code pages. */
const ROW = [
  ...[0x00, 0x00, 0x4b, 0x03, ...WORD, 0x00, 0x01],
  ...[0x00, 0x11, 0x4b, 0x03, ...LINE, 0x00, 0x01],
  ...[0x4c, 0xc3, LINE.length, ...LINE, 0x01],
];
const ROWS = 100;

/** Bytes like those of a large message, to be read for nothing. */
export const rehearsalMessage = (): Uint8Array =>
  Uint8Array.from([3, 1, 0x6a, 0, 0x45, ...Array.from({ length: ROWS }, () => ROW).flat(), 1]);

/** How often they are read, until what reads them is compiled for speed. */
export const REHEARSALS = 10;

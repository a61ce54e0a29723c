import { grouped } from '../../bytes/index.ts';

/** Words of the grid in which bytes are written. */
export const words = {
  grid: 'Bytes as hex',
  byteAt: (offset: number, byte: string) => `offset ${offset}, ${byte}`,
  end: (offset: number) => `offset ${offset}, the end: type to add bytes`,
  editBytes: 'Edit bytes',
  typing: 'Typing',
  over: 'overwrites',
  between: 'inserts',
  modeAbout: 'Insert: write over bytes, or put them in between',
  inserts: 'Typing inserts',
  overwrites: 'Typing overwrites',
  bytesToWrite: 'Bytes to write',
  hex: 'hex',
  overwrite: 'Overwrite',
  insert: 'Insert',
  fill: 'Fill',
  delete: 'Delete',
  bytesOverwritten: 'bytes overwritten',
  bytesAdded: 'bytes added',
  writtenOver: (bytes: number) => `${counted(bytes)} written over`,
  putIn: (bytes: number) => `${counted(bytes)} put in`,
  takenOut: (bytes: number) => `${counted(bytes)} taken out`,
  filled: (bytes: number) => `${counted(bytes)} filled`,
  nowBetween: 'Typing puts bytes in between.',
  nowOver: 'Typing writes over bytes.',
  characters: 'Keys are characters. Escape: digits again.',
  digits: 'Keys are digits.',
  /** What was done, and to which bytes. */
  doneAt: (what: string, first: number, last: number) =>
    `${what}, ${last > first ? `bytes ${first}–${last}` : `byte ${first}`}.`,
  nothingPasted: (why: string) => `Nothing pasted. ${why}`,
  changedMeanwhile: 'Something else was done before it was read.',
  nothingToFill: 'Nothing is selected to be filled.',
  fillWith: 'Two digits fill the selection.',
  oneMore: (digit: string) => `${digit}, one digit more.`,
  tooWide: (character: string) => `“${character}” is more than one byte: type its bytes as digits.`,
  putInAt: (byte: string, at: number) => `${byte} put in at ${at}.`,
  byteIs: (at: number, byte: string) => `Byte ${at} is ${byte}.`,
  noMessage: 'There is no message to write into.',
  readAsHex: 'Read as hex.',
  nothingToRead: 'There was nothing in it to read.',
  notEncoded: (expected = '', found = '') =>
    `The XML cannot be encoded: expected ${expected}, found ${found}.`,
  manyMessages: (count: number) =>
    `That holds ${grouped(count)} messages. Paste it outside the bytes to open them.`,
};

const counted = (count: number): string => (count === 1 ? '1 byte' : `${grouped(count)} bytes`);

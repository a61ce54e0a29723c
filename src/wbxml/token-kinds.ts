/** Kinds of tokens. Numbers because the token table holds numbers; names because people read them. */
export const KIND = {
  version: 0,
  publicId: 1,
  charset: 2,
  stringTableLength: 3,
  stringTableEntry: 4,
  switchPage: 5,
  tag: 6,
  literalTag: 7,
  end: 8,
  strI: 9,
  strT: 10,
  entity: 11,
  extI: 12,
  extT: 13,
  ext: 14,
  opaque: 15,
  pi: 16,
  attributeStart: 17,
  attributeLiteral: 18,
  attributeValue: 19,
  unread: 20,
} as const;

export type TokenKind = keyof typeof KIND;
export type KindNumber = (typeof KIND)[TokenKind];

/** Name of a kind by its number. */
export const KIND_NAMES: readonly TokenKind[] = Object.keys(KIND) as TokenKind[];

/** Which of the three alphabets a token was read in: the header, tag space or attribute space. */
export type CodeSpace = 'header' | 'tag' | 'attribute';

/** The global tokens of WAP-192-WBXML §7.1. Compare whole bytes with these before masking with 3f. */
export const GLOBAL = {
  SWITCH_PAGE: 0x00,
  END: 0x01,
  ENTITY: 0x02,
  STR_I: 0x03,
  LITERAL: 0x04,
  EXT_I_0: 0x40,
  PI: 0x43,
  LITERAL_C: 0x44,
  EXT_T_0: 0x80,
  STR_T: 0x83,
  LITERAL_A: 0x84,
  EXT_0: 0xc0,
  OPAQUE: 0xc3,
  LITERAL_AC: 0xc4,
} as const;

const GLOBAL_NAMES: Readonly<Record<number, string>> = {
  0x00: 'SWITCH_PAGE',
  0x01: 'END',
  0x02: 'ENTITY',
  0x03: 'STR_I',
  0x04: 'LITERAL',
  0x40: 'EXT_I_0',
  0x41: 'EXT_I_1',
  0x42: 'EXT_I_2',
  0x43: 'PI',
  0x44: 'LITERAL_C',
  0x80: 'EXT_T_0',
  0x81: 'EXT_T_1',
  0x82: 'EXT_T_2',
  0x83: 'STR_T',
  0x84: 'LITERAL_A',
  0xc0: 'EXT_0',
  0xc1: 'EXT_1',
  0xc2: 'EXT_2',
  0xc3: 'OPAQUE',
  0xc4: 'LITERAL_AC',
};

/** The specification's name of a global token, or `undefined` for any other byte. */
export const globalName = (byte: number): string | undefined => GLOBAL_NAMES[byte];

/** Low six bits of a tag byte: which tag. */
export const TAG_CODE = 0x3f;
/** Set on a tag byte that content and an END follow. */
export const CONTENT_BIT = 0x40;
/** Set on a tag byte that an attribute list and its END follow. */
export const ATTRIBUTE_BIT = 0x80;

import { hexByte } from '../bytes/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import {
  ATTRIBUTE_BIT,
  CONTENT_BIT,
  KIND,
  TAG_CODE,
  UTF_8,
  globalName,
  type KindNumber,
} from '../wbxml/index.ts';
import { characterAt } from './characters.ts';
import { charsetOfMessage } from './shown-text.ts';
import { attributeName, tagName } from './token-names.ts';
import type { Part } from './token-parts.ts';

/** Some bits of a byte that mean something together, from bit `high` down to bit `low`; bit 7 is the first. */
export interface BitField {
  high: number;
  low: number;
  /** `0` or `1` for each. */
  bits: string;
  text: string;
}

/** A byte as two groups of four bits: `0100 1011`. */
export function bitsOf(byte: number): string {
  const bits = byte.toString(2).padStart(8, '0');
  return `${bits.slice(0, 4)} ${bits.slice(4)}`;
}

function field(byte: number, high: number, low: number, text: string): BitField {
  const bits = byte
    .toString(2)
    .padStart(8, '0')
    .slice(7 - high, 8 - low);
  return { high, low, bits, text };
}

/**
 * What the bits of a byte mean in its part of token `i`. Either empty (a character, data: the bits say nothing by
 * themselves) or all eight bits, from bit 7 down.
 * @see WAP-192-WBXML §5.1, §5.4, §5.8
 */
export function bitFields(decoded: Decoded, i: number, part: Part, offset: number): BitField[] {
  const byte = decoded.bytes[offset] as number;
  switch (part.name) {
    case 'version':
      return [
        field(byte, 7, 4, `major version less one: ${byte >> 4}`),
        field(byte, 3, 0, `minor version: ${byte & 15}`),
      ];
    case 'mark':
      return [field(byte, 7, 0, 'no number: a string-table offset follows')];
    case 'number':
      return [
        field(byte, 7, 7, byte & 0x80 ? 'more bytes of the number follow' : 'last byte of the number'),
        field(byte, 6, 0, `seven bits of the number: ${byte & 0x7f}`),
      ];
    case 'page':
      return [field(byte, 7, 0, `page ${byte}`)];
    case 'token':
      return tokenFields(decoded, i, byte);
    case 'text':
      return isUtf8Character(decoded, part, offset) ? utf8Fields(byte) : [];
    case 'terminator':
    case 'data':
    case 'unread':
      return [];
    default:
      return part.name satisfies never;
  }
}

function tokenFields(decoded: Decoded, i: number, byte: number): BitField[] {
  const kind: KindNumber = decoded.tokens.kind(i);
  const name = globalName(byte);
  if (kind === KIND.tag || kind === KIND.literalTag) {
    const code =
      kind === KIND.tag
        ? `${hexByte(byte & TAG_CODE)} ${tagName(decoded, i)}`
        : '04 LITERAL: the name is in the string table';
    return [
      field(byte, 7, 7, byte & ATTRIBUTE_BIT ? 'attributes follow' : 'no attributes'),
      field(byte, 6, 6, byte & CONTENT_BIT ? 'content follows' : 'no content'),
      field(byte, 5, 0, code),
    ];
  }
  if (kind === KIND.attributeStart) {
    return [
      field(byte, 7, 7, 'an attribute start'),
      field(byte, 6, 0, `${hexByte(byte)} ${attributeName(decoded, i)}`),
    ];
  }
  if (kind === KIND.attributeValue) {
    return [
      field(byte, 7, 7, 'a piece of a value'),
      field(byte, 6, 0, `${hexByte(byte)}, by its whole byte`),
    ];
  }
  // A global token counts as a whole: its low six bits alone would name another one.
  return [field(byte, 7, 0, `the global token ${name ?? hexByte(byte)}`)];
}

const isUtf8Character = (decoded: Decoded, part: Part, offset: number): boolean =>
  charsetOfMessage(decoded).mib === UTF_8 &&
  characterAt(decoded, part.start, part.end, offset)?.text !== undefined;

function utf8Fields(byte: number): BitField[] {
  if (byte < 0x80) return [];
  if (byte < 0xc0) {
    return [field(byte, 7, 6, 'goes on with a character'), field(byte, 5, 0, 'six bits of its code')];
  }
  const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  return [
    field(byte, 7, 7 - length, `first of ${length} bytes of a character`),
    field(byte, 6 - length, 0, 'the highest bits of its code'),
  ];
}

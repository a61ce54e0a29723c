import { describe, expect, test } from 'vitest';
import { hexByte } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { globalName } from '../wbxml/index.ts';
import { faultOf } from '../testing/fuzz.ts';

const ALL = Array.from({ length: 256 }, (_, byte) => byte);

/** Kinds by the specification's table of global tokens; anything else is a tag in tag space. */
const GLOBAL_KINDS: Readonly<Record<string, string>> = {
  SWITCH_PAGE: 'switchPage',
  END: 'end',
  ENTITY: 'entity',
  STR_I: 'strI',
  LITERAL: 'literalTag',
  LITERAL_A: 'literalTag',
  LITERAL_C: 'literalTag',
  LITERAL_AC: 'literalTag',
  PI: 'pi',
  STR_T: 'strT',
  OPAQUE: 'opaque',
  EXT_0: 'ext',
  EXT_1: 'ext',
  EXT_2: 'ext',
  EXT_I_0: 'extI',
  EXT_I_1: 'extI',
  EXT_I_2: 'extI',
  EXT_T_0: 'extT',
  EXT_T_1: 'extT',
  EXT_T_2: 'extT',
};

const inTags = (byte: number): string => GLOBAL_KINDS[globalName(byte) ?? ''] ?? 'tag';

/** Attribute space: 44, 84, C4 and PI have no meaning; the rest are starts below 80 and values above. */
function inAttributes(byte: number): string {
  const name = globalName(byte);
  if (name === 'LITERAL') return 'attributeLiteral';
  if (name === 'PI' || name?.startsWith('LITERAL_')) return 'unread';
  return GLOBAL_KINDS[name ?? ''] ?? (byte < 0x80 ? 'attributeStart' : 'attributeValue');
}

/** What may follow the byte: nothing, a number that is an END too, text, an attribute list. */
const TAILS: readonly (readonly number[])[] = [
  [],
  [0x01],
  [0x01, 0x01, 0x01],
  [0x00, 0x01, 0x01],
  [0x61, 0x00, 0x01, 0x01],
  [0x05, 0x01, 0x61, 0x00, 0x01],
  [0x80, 0x01, 0x01],
  [0xff, 0xff, 0xff, 0xff, 0xff],
];

describe.each([
  { type: 'activesync', head: [3, 1, 0x6a, 0] },
  { type: 'si-1.0', head: [3, 5, 0x6a, 0] },
  { type: 'none', head: [3, 2, 0x6a, 4, 0x61, 0x62, 0x63, 0] },
])('all 256 bytes, read as $type', ({ head }) => {
  test('inside the root', () => {
    for (const byte of ALL) {
      const bytes = Uint8Array.of(...head, 0x45, byte, 0x61, 0x00, 0x01, 0x01);
      const { tokens } = decode(bytes);
      const at = tokens.atOffset(head.length + 1);
      expect(`${hexByte(byte)} ${tokens.at(at).kind}`).toBe(`${hexByte(byte)} ${inTags(byte)}`);
      expect(tokens.start(at)).toBe(head.length + 1);
    }
  });

  test('in an attribute list, behind a start', () => {
    for (const byte of ALL) {
      const bytes = Uint8Array.of(...head, 0x85, 0x05, byte, 0x02, 0x61, 0x00, 0x01);
      const { tokens } = decode(bytes);
      const token = tokens.at(tokens.atOffset(head.length + 2));
      expect(`${hexByte(byte)} ${token.kind}`).toBe(`${hexByte(byte)} ${inAttributes(byte)}`);
      if (token.kind !== 'unread') expect(token.space).toBe('attribute');
    }
  });

  test('as the root: tags, PI, and SWITCH_PAGE only', () => {
    for (const byte of ALL) {
      const { tokens } = decode(Uint8Array.of(...head, byte, 0x05, 0x01, 0x01));
      const kind = inTags(byte);
      const isAllowed = ['tag', 'literalTag', 'pi', 'switchPage'].includes(kind);
      expect(tokens.at(tokens.atOffset(head.length)).kind, hexByte(byte)).toBe(isAllowed ? kind : 'unread');
    }
  });

  test('laws 1, 2 and 4 hold for each byte at every place, whatever follows', () => {
    const faults: string[] = [];
    const places = [
      [],
      [0x45],
      [0x85],
      [0x85, 0x05],
      [0xc5, 0x05, 0x01],
      [0x45, 0x01],
      [0x43, 0x05],
      [0x45, 0x43],
    ];
    for (const place of places) {
      for (const byte of ALL) {
        for (const tail of TAILS) {
          const fault = faultOf(Uint8Array.of(...head, ...place, byte, ...tail), {});
          if (fault !== undefined) faults.push(fault);
        }
      }
    }
    expect(faults.slice(0, 3)).toEqual([]);
  });

  test('laws 1, 2 and 4 hold for each byte of the header changed', () => {
    const faults: string[] = [];
    for (let at = 0; at < head.length; at++) {
      for (const byte of ALL) {
        const bytes = Uint8Array.of(...head, 0x45, 0x03, 0x61, 0x00, 0x01);
        bytes[at] = byte;
        const fault = faultOf(bytes, {});
        if (fault !== undefined) faults.push(fault);
      }
    }
    expect(faults.slice(0, 3)).toEqual([]);
  });
});

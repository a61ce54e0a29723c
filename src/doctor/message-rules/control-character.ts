import { hexByte } from '../../bytes/index.ts';
import { HERE_TOO } from '../further-places.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { MAX_PLACES } from '../walk/fault.ts';

export const controlCharacter: MessageRule = {
  id: 'control-character',
  breach: 'MUST',
  consequence: { what: 'tolerated', basis: 'reported' },
  basis: 'spec',
  source: 'XML 1.0 §2.2; tine20 issue 4106; Z-Push passes them on',
  judge(scene) {
    const { bytes, document } = scene.decoded;
    if (document.header?.encoding.unit !== 1) return [];
    const { controls, controlled } = scene.index;
    const [first] = controls;
    if (first === undefined) return [];
    const places = controls.map((start) => ({ start, end: start + 1 }));
    const all = controls.length < MAX_PLACES;
    return [
      {
        start: first,
        end: first + 1,
        text: `Byte ${hexByte(bytes[first] as number)} in a string is a control character. XML has no form for it, so that a reader that makes XML of the message may fail on it.`,
        related: places.slice(1).map((place) => ({ ...place, text: HERE_TOO })),
        times: controlled,
        ...(all && {
          fix: {
            title: controls.length === 1 ? 'Take this byte out' : `Take these ${controls.length} bytes out`,
            edits: places.map((place) => ({ ...place, bytes: new Uint8Array() })),
          },
        }),
      },
    ];
  },
};

export const controlCharacterPage: RulePage = {
  title: 'A control character in a text',
  scope: 'message',
  why: 'Of the characters below 20 only tab, line feed and carriage return may stand in XML, and ActiveSync is XML. Servers are on record whose own encoder fails on one; what an iPhone does is not.',
  covers: ['WBXML-TXT-03', 'D19'],
  bad: { hex: '03016a00 45 5c4f 4b0331070001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};

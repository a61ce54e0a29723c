import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, isOf, tagsNamed, textIn } from './elements.ts';

const NOTE = /^IPM\.StickyNote(?:\.|$)/i;

export const wrongNoteClass: MessageRule = {
  id: 'wrong-note-class',
  about: ['Notes:MessageClass'],
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASNOTE R56, R119',
  judge(scene) {
    const isAsked = isOf(scene, 'request', 'Sync');
    const places = tagsNamed(scene, 'Notes:MessageClass').filter(
      (i) => scene.decoded.tokens.hasContent(i) && !NOTE.test(textIn(scene, i)),
    );
    return atFirst(
      scene,
      places,
      (i) => ({
        text: `MessageClass is “${textIn(scene, i).slice(0, 100)}”. That of a note is IPM.StickyNote, or begins with it.${isAsked ? ' A server refuses the item with Status 6.' : ''}`,
        ...(isAsked && { consequence: { what: 'rejected', by: 'server', basis: 'spec' } }),
      }),
      elementSpan,
    );
  },
};

export const wrongNoteClassPage: RulePage = {
  title: 'A note of another class',
  scope: 'message',
  versions: '14.0-16.1',
  why: 'The class says that the item is a note. An item of another class in the folder of notes is none that a client knows how to show.',
  covers: ['SCHEMA-06'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0017 460349504d2e4e6f74650001 01 01 010101 01',
    side: 'response',
    version: '14.1',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0017 460349504d2e537469636b794e6f74650001 01 01 010101 01',
    side: 'response',
    version: '14.1',
  },
};

import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan, keyName } from '../scene.ts';
import { atFirst, keyNamed, tagsNamed, textIn } from './elements.ts';

const ORGANIZER = 'Calendar:OrganizerEmail';
const GUEST = 'Calendar:Email';
const SCHEME = /^\s*mailto:/i;

export const addressWithScheme: MessageRule = {
  id: 'address-with-scheme',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCAL 2.2.2.35; MS-ASDTYPE 2.7.3',
  judge(scene) {
    return [ORGANIZER, GUEST].flatMap((name) => {
      const places = tagsNamed(scene, name).filter((i) => SCHEME.test(textIn(scene, i)));
      return atFirst(
        scene,
        places,
        (i) => ({
          text: `${keyName(scene, keyNamed(name), { key: keyNamed(name) })} is “${textIn(scene, i).slice(0, 100)}”. It is an address alone; “mailto:” is how iCalendar writes it.`,
          // What a guest’s is may be any text; only the recommended form is an address.
          ...(name === GUEST && {
            source: 'MS-ASCAL 2.2.2.19',
            breach: 'SHOULD',
            consequence: { what: 'hurts', basis: 'inferred' },
          }),
        }),
        elementSpan,
      );
    });
  },
};

export const addressWithSchemePage: RulePage = {
  title: 'An address with “mailto:”',
  scope: 'message',
  why: 'It comes from a calendar that is stored as iCalendar. An answer to the invitation goes to an address that there is not, and whose own address it is does not show.',
  covers: ['SCHEMA-06'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 59036d61696c746f3a61406578616d706c652e636f6d0001 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 48 4d03313a310001 5d 0004 590361406578616d706c652e636f6d0001 01 01 010101 01',
    side: 'response',
  },
};

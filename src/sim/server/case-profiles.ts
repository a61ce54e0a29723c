import { faultById } from '../faults/index.ts';
import type { Alteration } from './draft.ts';
import { classIn, redundantSwitch, shiftedEnvelope, topStatus } from './manners.ts';
import type { ServerProfile } from './profile.ts';
import type { Habits } from './types.ts';

const alterationOf = (id: string): Alteration[] => {
  const alteration = faultById(id)?.alteration;
  return alteration ? [alteration] : [];
};

const CASE = 'shtrumj/19_10_alt_365';

interface Attempt {
  id: string;
  title: string;
  about: string;
  commit: string;
  alterations: readonly Alteration[];
  habits?: Habits;
}

const TOP_KEY = alterationOf('synckey-under-sync');
const SHIFTED_ITEMS = alterationOf('shifted-email-tokens');
const BODY_ON_14 = alterationOf('page-14-for-17');
const ALWAYS_1 = alterationOf('collection-id-always-1');

/** The server of the case at each of its attempts: what its builder did to the envelope and to the items. */
const attempts: readonly Attempt[] = [
  {
    id: 'case-37',
    title: 'The case: 37 bytes',
    about: 'Status and SyncKey under Sync, copied from FolderSync; key 1.',
    commit: '42728a4',
    alterations: [...TOP_KEY, redundantSwitch],
  },
  {
    id: 'case-113',
    title: 'The case: 113 bytes',
    about: 'The same with a long key: it stands there twice.',
    commit: '42728a4',
    alterations: [...TOP_KEY, redundantSwitch],
    habits: { keyForm: 'braces' },
  },
  {
    id: 'case-first-mail',
    title: 'The case: a mail with the first key',
    about: 'The first answer brings items, by the wrong table.',
    commit: '4183e29',
    alterations: [...SHIFTED_ITEMS, ...TOP_KEY, redundantSwitch],
    habits: { itemsOnZero: true },
  },
  {
    id: 'case-shifted',
    title: 'The case: shifted tokens',
    about: 'Tokens “corrected” from a wrong encoder: 37 bytes again.',
    commit: 'f00fc17',
    alterations: [...TOP_KEY, shiftedEnvelope, redundantSwitch],
  },
  {
    id: 'case-46',
    title: 'The case: Class added',
    about: 'Class in the Collection; the key under Sync is still there.',
    commit: 'a9b742d',
    alterations: [classIn('first'), ...TOP_KEY, redundantSwitch],
  },
  {
    id: 'case-36',
    title: 'The case: accepted',
    about:
      'Status and SyncKey under Sync are gone; items are still by the wrong table, their bodies on page 14.',
    commit: '66373d1',
    alterations: [...SHIFTED_ITEMS, ...BODY_ON_14, classIn('first'), redundantSwitch],
  },
  {
    id: 'case-39',
    title: 'The case: Status back under Sync',
    about: 'No redundant SWITCH_PAGE; empty replies are taken, items are not.',
    commit: 'd2bc1c2',
    alterations: [...SHIFTED_ITEMS, ...BODY_ON_14, classIn('first'), topStatus],
  },
  {
    id: 'case-38',
    title: 'The case: mail on the phone',
    about: 'Right tokens, Class last, an empty Commands in the first answer.',
    commit: 'a3e3b19',
    alterations: [classIn('last'), ...alterationOf('empty-commands'), redundantSwitch],
  },
];

/** They are what they are in the order of the case. */
export const caseProfiles: readonly ServerProfile[] = attempts.map(
  ({ id, title, about, commit, alterations, habits }): ServerProfile => ({
    id,
    title,
    about,
    versions: ['12.1', '14.0', '14.1'],
    habits: { provisioning: 'none', keyForm: 'plain', ...habits },
    headers: {},
    alterations: [...ALWAYS_1, ...alterations],
    folders: 'mail',
    traits: [
      { what: about, basis: 'reported', source: `${CASE}, commit ${commit}` },
      {
        what: 'CollectionId is always 1, in every attempt.',
        basis: 'reported',
        source: `${CASE}: parser token 51`,
      },
    ],
  }),
);

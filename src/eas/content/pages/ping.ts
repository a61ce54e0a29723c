import type { PageContent } from '../types.ts';
import { text, words } from '../value-types.ts';

/** Code page 13: the folders to watch. */
export const pingContent: PageContent = {
  page: 'Ping',
  document: 'MS-ASCMD',
  values: {
    Id: text(0, 64),
    Class: {
      ...words('Email', 'Calendar', 'Contacts', 'Tasks', 'Notes'),
      versions: { Notes: '14.0-16.1' }, // MS-ASCMD R6282
    },
  },
};

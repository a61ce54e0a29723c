import type { PageContent } from '../types.ts';
import { COMPACT_DATE } from '../value-types.ts';

/** Code page 23: the properties of a note. */
export const notesContent: PageContent = {
  page: 'Notes',
  document: 'MS-ASNOTE',
  values: {
    LastModifiedDate: COMPACT_DATE,
  },
  contents: {
    Categories: { source: 'MS-ASNOTE, Categories', children: [['Category', '0-300']] },
  },
};

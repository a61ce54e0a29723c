import type { PageContent } from '../types.ts';

/** Code page 23: the properties of a note. */
export const notesContent: PageContent = {
  page: 'Notes',
  document: 'MS-ASNOTE',
  contents: {
    Categories: { source: 'MS-ASNOTE, Categories', children: [['Category', '0-300']] },
  },
};

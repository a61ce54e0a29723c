import type { PageContent } from '../types.ts';

/** Code page 1: the properties of a contact. Page 12 adds texts only. */
export const contactsContent: PageContent = {
  page: 'Contacts',
  document: 'MS-ASCNTC',
  contents: {
    Categories: { source: 'MS-ASCNTC, Categories', children: [['Category', '0-300']] },
    Children: { source: 'MS-ASCNTC, Children', children: [['Child', '0-300']] },
  },
};

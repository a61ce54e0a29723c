import type { PageContent } from '../types.ts';
import { BASE64 } from '../value-types.ts';

/** Code page 1: the properties of a contact. Page 12 adds texts only. */
export const contactsContent: PageContent = {
  page: 'Contacts',
  document: 'MS-ASCNTC',
  values: {
    Picture: BASE64, // empty where a phone takes it away
  },
  contents: {
    Categories: { source: 'MS-ASCNTC, Categories', children: [['Category', '0-300']] },
    Children: { source: 'MS-ASCNTC, Children', children: [['Child', '0-300']] },
  },
};

import type { PageContent } from '../types.ts';
import { BYTE } from '../value-types.ts';

/** Code page 19: the properties of a file. */
export const documentLibraryContent: PageContent = {
  page: 'DocumentLibrary',
  document: 'MS-ASDOC',
  values: {
    IsFolder: BYTE,
    IsHidden: BYTE,
  },
};

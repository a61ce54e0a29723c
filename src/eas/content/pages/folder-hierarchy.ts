import type { PageContent } from '../types.ts';
import { UNSIGNED, numbers, text } from '../value-types.ts';

/** Code page 7: folders. */
export const folderHierarchyContent: PageContent = {
  page: 'FolderHierarchy',
  document: 'MS-ASCMD',
  values: {
    DisplayName: text(1, 256),
    ServerId: text(1, 64),
    ParentId: text(1, 64),
    Type: numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
    SyncKey: text(1, 64),
    Count: UNSIGNED,
  },
};

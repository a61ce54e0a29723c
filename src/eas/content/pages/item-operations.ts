import type { PageContent } from '../types.ts';
import { range, text } from '../value-types.ts';

/** Code page 20: items fetched, emptied and moved one by one. */
export const itemOperationsContent: PageContent = {
  page: 'ItemOperations',
  document: 'MS-ASCMD',
  values: {
    Store: text(1, 256),
    Range: range(9),
    DstFldId: text(1, 64),
    UserName: text(0, 100),
    Password: text(0, 256),
  },
};

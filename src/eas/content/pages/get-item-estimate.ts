import type { PageContent } from '../types.ts';
import { text } from '../value-types.ts';

/** Code page 6: how many items wait. */
export const getItemEstimateContent: PageContent = {
  page: 'GetItemEstimate',
  document: 'MS-ASCMD',
  values: { CollectionId: text(1, 64) },
};

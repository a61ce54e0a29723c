import type { PageContent } from '../types.ts';
import { text } from '../value-types.ts';

/** Code page 5: the ids of items that move. */
export const moveContent: PageContent = {
  page: 'Move',
  document: 'MS-ASCMD',
  values: {
    SrcMsgId: text(1, 64),
    SrcFldId: text(1, 64),
    DstFldId: text(1, 64),
    DstMsgId: text(1, 64),
  },
};

import type { PageContent } from '../types.ts';
import { UNSIGNED, range } from '../value-types.ts';

/** Code page 25: the search of 16.1. */
export const findContent: PageContent = {
  page: 'Find',
  document: 'MS-ASCMD',
  values: { Range: range(3), MaxSize: UNSIGNED, MaxPictures: UNSIGNED },
  contents: {
    Picture: {
      source: 'MS-ASCMD, Picture(Find)',
      children: [
        ['MaxSize', '0-1'],
        ['MaxPictures', '0-1'],
      ],
    },
  },
};

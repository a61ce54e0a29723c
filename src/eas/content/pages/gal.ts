import type { PageContent } from '../types.ts';

/** Code page 16: entries of the directory. */
export const galContent: PageContent = {
  page: 'GAL',
  document: 'MS-ASCMD',
  contents: {
    Picture: {
      source: 'MS-ASCMD, Picture(GAL)',
      order: 'should',
      children: [
        ['Status', '1'],
        ['Data', '0-1'],
      ],
    },
  },
};

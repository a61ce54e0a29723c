import type { CommandContent } from './types.ts';

/** What a phone asks with Search. */
export const searchRequest: CommandContent = {
  root: 'Search:Search',
  content: {
    source: 'MS-ASCMD, Search',
    children: [
      [
        'Store',
        '1-*',
        {
          content: {
            source: 'MS-ASCMD, Store(Search)',
            children: [
              ['Name', '1'],
              ['Query', '1'],
              ['Options', '0-1'],
            ],
          },
        },
      ],
    ],
  },
};

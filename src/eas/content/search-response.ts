import { searchProperties } from './items.ts';
import type { CommandContent, Content } from './types.ts';

const RESULT: Content = {
  source: 'MS-ASCMD, Result(Search)',
  order: 'should',
  children: [
    ['AirSync:Class', '0-1'],
    ['LongId', '0-1'],
    ['AirSync:CollectionId', '0-1'],
    [
      'Properties',
      '0-1',
      { content: { source: 'MS-ASCMD, Properties(Search)', item: true, children: searchProperties } },
    ],
  ],
};

/** What a server answers to Search. */
export const searchResponse: CommandContent = {
  root: 'Search:Search',
  content: {
    source: 'MS-ASCMD, Search; R4315',
    order: 'should',
    blank: ['Response'],
    children: [
      ['Status', '1'],
      [
        'Response',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD, Response(Search)',
            children: [
              [
                'Store',
                '1',
                {
                  content: {
                    source: 'MS-ASCMD, Store(Search)',
                    order: 'should',
                    children: [
                      ['Status', '1'],
                      ['Result', '0-*', { content: RESULT }],
                      ['Range', '0-1'],
                      ['Total', '0-1'],
                    ],
                  },
                },
              ],
            ],
          },
        },
      ],
    ],
  },
};

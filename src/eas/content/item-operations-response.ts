import { fetchedProperties } from './items.ts';
import type { CommandContent, Content } from './types.ts';

const FETCHED: Content = {
  source: 'MS-ASCMD, Fetch(ItemOperations); response schema',
  order: 'should',
  children: [
    ['Status', '1'],
    ['AirSync:CollectionId', '0-1'],
    ['AirSync:ServerId', '0-1'],
    ['Search:LongId', '0-1'],
    ['AirSync:Class', '0-1'],
    ['DocumentLibrary:LinkId', '0-1'],
    ['AirSyncBase:FileReference', '0-1'],
    [
      'Properties',
      '0-1',
      {
        content: { source: 'MS-ASCMD, Properties(ItemOperations)', item: true, children: fetchedProperties },
      },
    ],
  ],
};

/** What a server answers to ItemOperations. */
export const itemOperationsResponse: CommandContent = {
  root: 'ItemOperations:ItemOperations',
  content: {
    source: 'MS-ASCMD, ItemOperations; response schema',
    order: 'should',
    children: [
      ['Status', '1'],
      [
        'Response',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD R3820',
            order: 'should',
            least: 'should',
            children: [
              [
                'Move',
                '0-*',
                {
                  content: {
                    source: 'MS-ASCMD, Move(ItemOperations)',
                    children: [
                      ['Status', '1'],
                      ['ConversationId', '1'],
                    ],
                  },
                },
              ],
              [
                'EmptyFolderContents',
                '0-*',
                {
                  content: {
                    source: 'MS-ASCMD, EmptyFolderContents',
                    order: 'should',
                    // Of a request that names no folder Exchange names none either.
                    requiredWhen: [
                      {
                        name: 'CollectionId',
                        sibling: 'Status',
                        is: '1',
                        source: 'MS-ASCMD, EmptyFolderContents',
                      },
                    ],
                    children: [
                      ['Status', '1'],
                      ['AirSync:CollectionId', '0-1'],
                    ],
                  },
                },
              ],
              ['Fetch', '0-*', { content: FETCHED }],
            ],
          },
        },
      ],
    ],
  },
};

import { collectionOptions } from './sync-request.ts';
import type { CommandContent, Content } from './types.ts';
import { integer } from './value-types.ts';

const ASKED: Content = {
  source: 'MS-ASCMD 6.20; R6313, R6314',
  order: 'should',
  // The only order that some clients know at 2.5; servers take any.
  alternate: { versions: '2.5-12.1', names: ['Class', 'CollectionId', 'FilterType', 'SyncKey'] },
  children: [
    ['Class', '0-1'],
    ['AirSync:SyncKey', '1'],
    ['CollectionId', '1'],
    ['AirSync:FilterType', '0-1', { versions: '2.5-12.1', value: integer(0, 8) }],
    ['AirSync:ConversationMode', '0-1'],
    ['AirSync:Options', '0-2', { versions: '14.0-16.1', content: collectionOptions }],
  ],
};

const request: CommandContent = {
  root: 'GetItemEstimate:GetItemEstimate',
  content: {
    source: 'MS-ASCMD, GetItemEstimate',
    children: [
      [
        'Collections',
        '1',
        {
          content: {
            source: 'MS-ASCMD, Collections(GetItemEstimate)',
            children: [['Collection', '1-*', { content: ASKED }]],
          },
        },
      ],
    ],
  },
};

const ANSWERED: Content = {
  source: 'MS-ASCMD, Collection(GetItemEstimate)',
  order: 'should',
  blank: ['Estimate'],
  children: [
    ['Class', '0-1'],
    ['CollectionId', '1'],
    ['Estimate', '0-1'],
  ],
};

const response: CommandContent = {
  root: 'GetItemEstimate:GetItemEstimate',
  content: {
    source: 'MS-ASCMD, GetItemEstimate',
    order: 'should',
    blank: ['Response'],
    children: [
      ['Status', '0-1'],
      [
        'Response',
        '0-*',
        {
          content: {
            source: 'MS-ASCMD, Response(GetItemEstimate)',
            order: 'should',
            blank: ['Collection'],
            children: [
              ['Status', '1'],
              ['Collection', '0-1', { content: ANSWERED }],
            ],
          },
        },
      ],
    ],
  },
};

/** How many items wait in a folder. */
export const getItemEstimate = { request, response };

import { findProperties } from './items.ts';
import type { ChildRow, CommandContent, Content } from './types.ts';
import { CONTAINER, TEXT } from './value-types.ts';

const RANGE: ChildRow = ['Range', '0-1'];
const PICTURE: ChildRow = ['Picture', '0-1'];

const DIRECTORY: Content = {
  source: 'MS-ASCMD, GalSearchCriterion',
  order: 'should',
  children: [
    ['Query', '1', { value: TEXT }],
    ['Options', '0-1', { content: { source: 'MS-ASCMD, Options', children: [RANGE, PICTURE] } }],
  ],
};

const MAILBOX: Content = {
  source: 'MS-ASCMD, MailBoxSearchCriterion',
  order: 'should',
  children: [
    [
      'Query',
      '1',
      {
        value: CONTAINER,
        content: {
          source: 'MS-ASCMD, Query',
          children: [
            ['AirSync:Class', '0-*'],
            ['AirSync:CollectionId', '0-1'],
            ['FreeText', '0-*'],
          ],
        },
      },
    ],
    [
      'Options',
      '0-1',
      { content: { source: 'MS-ASCMD, Options', children: [RANGE, ['DeepTraversal', '0-1'], PICTURE] } },
    ],
  ],
};

/** No schema of the request is at hand: what stands here is what a tablet and Microsoft's own tests send. */
const request: CommandContent = {
  root: 'Find:Find',
  content: {
    source: 'MS-ASCMD, Find',
    order: 'should',
    children: [
      ['SearchId', '1'],
      [
        'ExecuteSearch',
        '1',
        {
          content: {
            source: 'MS-ASCMD, ExecuteSearch',
            least: 'must',
            exclusive: [['GalSearchCriterion', 'MailBoxSearchCriterion']],
            blank: ['MailBoxSearchCriterion'],
            children: [
              ['GalSearchCriterion', '0-1', { content: DIRECTORY }],
              ['MailBoxSearchCriterion', '0-1', { content: MAILBOX }],
            ],
          },
        },
      ],
    ],
  },
};

const RESULT: Content = {
  source: 'MS-ASCMD, Result',
  order: 'should',
  children: [
    ['AirSync:Class', '0-1'],
    ['AirSync:ServerId', '0-1'],
    ['AirSync:CollectionId', '0-1'],
    [
      'Properties',
      '1',
      { content: { source: 'MS-ASCMD, Properties', item: true, children: findProperties } },
    ],
  ],
};

const response: CommandContent = {
  root: 'Find:Find',
  content: {
    source: 'MS-ASCMD, Find',
    order: 'should',
    blank: ['Response'],
    children: [
      ['Status', '1'],
      [
        'Response',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD, Response',
            order: 'should',
            children: [
              ['ItemOperations:Store', '0-1'],
              ['Status', '1'],
              ['Result', '0-*', { content: RESULT }],
              RANGE,
              ['Total', '0-1'],
            ],
          },
        },
      ],
    ],
  },
};

/** Search in mailbox and directory, 16.1 only. */
export const find = { request, response };

import { commandProperties, responseProperties } from './items.ts';
import type { CommandContent, Content } from './types.ts';
import { words } from './value-types.ts';

/** The item's class, where it is not that of the folder: an SMS message in the Inbox. */
const OWN_CLASS = { versions: '14.0-16.1' };

const item: Content = {
  source: 'MS-ASCMD, ApplicationData; R774, R776, R1933',
  item: true,
  children: commandProperties,
};

const answered: Content = { ...item, children: responseProperties };

const DELETE: Content = {
  source: 'MS-ASCMD R1491',
  order: 'should',
  children: [
    ['Class', '0-1', OWN_CLASS],
    ['ServerId', '1'],
  ],
};

/** Exchange names the class of a message that leaves the time span here as well. */
const SOFT_DELETE: Content = { ...DELETE, source: 'MS-ASCMD, SoftDelete' };

const CHANGE: Content = {
  source: 'MS-ASCMD R1040, R1148',
  order: 'must',
  children: [
    ['Class', '0-1', OWN_CLASS],
    ['ServerId', '1'],
    ['ApplicationData', '1', { content: item }],
  ],
};

const COMMANDS: Content = {
  source: 'MS-ASCMD 2.2.3.32, R2053',
  least: 'must',
  children: [
    ['Delete', '0-*', { content: DELETE }],
    ['SoftDelete', '0-*', { content: SOFT_DELETE }],
    ['Change', '0-*', { content: CHANGE }],
    ['Add', '0-*', { content: CHANGE }],
  ],
};

const RESPONSES: Content = {
  source: 'MS-ASCMD 2.2.3.154, R3836',
  least: 'must',
  children: [
    [
      'Change',
      '0-*',
      {
        content: {
          source: 'MS-ASCMD, Change; response schema of Sync',
          order: 'should',
          children: [
            ['Class', '0-1', OWN_CLASS],
            ['ServerId', '1'],
            ['AirSyncBase:InstanceId', '0-1'],
            ['Status', '1'],
            // What an attachment that came with the change is called now.
            ['ApplicationData', '0-1', { versions: '16.0-16.1', content: answered }],
          ],
        },
      },
    ],
    [
      'Add',
      '0-*',
      {
        content: {
          source: 'MS-ASCMD R759; response schema of Sync',
          order: 'should',
          children: [
            ['Class', '0-1', OWN_CLASS],
            ['ClientId', '1'],
            ['ServerId', '0-1'],
            ['Status', '1'],
            ['ApplicationData', '0-1', { content: answered }],
          ],
        },
      },
    ],
    [
      'Delete',
      '0-*',
      {
        content: {
          source: 'MS-ASCMD R6411; response schema of Sync',
          order: 'should',
          children: [
            ['ServerId', '1'],
            ['AirSyncBase:InstanceId', '0-1'],
            ['Status', '1'],
          ],
        },
      },
    ],
    [
      'Fetch',
      '0-*',
      {
        content: {
          source: 'MS-ASCMD R1660, R1662',
          order: 'should',
          requiredWhen: [{ name: 'ApplicationData', sibling: 'Status', is: '1', source: 'MS-ASCMD R5848' }],
          children: [
            ['Class', '0-1', OWN_CLASS],
            ['ServerId', '1'],
            ['Status', '1'],
            ['ApplicationData', '0-1', { content: answered }],
          ],
        },
      },
    ],
  ],
};

const COLLECTION: Content = {
  source: 'MS-ASCMD 2.2.3.181.4, R2842, R1403, R2770',
  order: 'habit',
  // Exchange says first that there is more.
  alternate: {
    versions: '2.5-16.1',
    names: ['Class', 'SyncKey', 'CollectionId', 'Status', 'MoreAvailable', 'Responses', 'Commands'],
  },
  children: [
    ['Class', '0-1', { versions: '2.5-12.1', value: words('Email', 'Calendar', 'Contacts', 'Tasks') }],
    ['SyncKey', '1'],
    ['CollectionId', '1'],
    ['Status', '1'],
    ['Responses', '0-1', { content: RESPONSES }],
    ['MoreAvailable', '0-1'],
    ['Commands', '0-1', { content: COMMANDS }],
  ],
};

/** What a server answers to Sync. */
export const syncResponse: CommandContent = {
  root: 'AirSync:Sync',
  content: {
    source: 'MS-ASCMD 2.2.3.180',
    order: 'should',
    exclusive: [['Limit', 'Collections']],
    blank: ['Collections'],
    children: [
      ['Status', '0-1'],
      ['Limit', '0-1'],
      [
        'Collections',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD R5851',
            least: 'must',
            children: [['Collection', '0-*', { content: COLLECTION }]],
          },
        },
      ],
    ],
  },
};

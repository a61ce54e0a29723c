import { addProperties, changeProperties, ghostedProperties } from './items.ts';
import type { CommandContent, Content } from './types.ts';
import { integer, words } from './value-types.ts';

const DELETE: Content = {
  source: 'MS-ASCMD R1487, R1491',
  order: 'should',
  children: [
    ['ServerId', '1'],
    ['AirSyncBase:InstanceId', '0-1'],
  ],
};

const CHANGE: Content = {
  source: 'MS-ASCMD R1036, R5259, R6239',
  order: 'should',
  children: [
    ['ServerId', '1'],
    ['AirSyncBase:InstanceId', '0-1'],
    [
      'ApplicationData',
      '1',
      { content: { source: 'MS-ASCMD, ApplicationData', item: true, children: changeProperties } },
    ],
    ['Email2:Send', '0-1'],
  ],
};

const ADD: Content = {
  source: 'MS-ASCMD R941, R6240',
  order: 'should',
  children: [
    ['Class', '0-1', { versions: '14.0-16.1' }],
    ['ClientId', '1'],
    [
      'ApplicationData',
      '1',
      { content: { source: 'MS-ASCMD, ApplicationData', item: true, children: addProperties } },
    ],
    ['Email2:Send', '0-1'],
  ],
};

const COMMANDS: Content = {
  source: 'MS-ASCMD 2.2.3.32, R2053',
  least: 'must',
  children: [
    ['Change', '0-*', { content: CHANGE }],
    ['Delete', '0-*', { content: DELETE }],
    ['Add', '0-*', { content: ADD }],
    ['Fetch', '0-*', { content: { source: 'MS-ASCMD, Fetch', children: [['ServerId', '1']] } }],
  ],
};

/** What a phone wants of a collection, for Sync and GetItemEstimate alike. */
export const collectionOptions: Content = {
  source: 'MS-ASCMD R929, R936, R2073, R3430',
  least: 'should',
  children: [
    ['FilterType', '0-1'],
    ['Truncation', '0-1'],
    ['Class', '0-1', { versions: '14.0-16.1' }],
    ['AirSyncBase:BodyPreference', '0-*'],
    ['AirSyncBase:BodyPartPreference', '0-1'],
    ['Conflict', '0-1'],
    ['MIMESupport', '0-1'],
    ['MIMETruncation', '0-1'],
    ['MaxItems', '0-1', { value: integer(1) }],
    ['RightsManagement:RightsManagementSupport', '0-1'],
    ['RTFTruncation', '0-1'],
  ],
};

const COLLECTION: Content = {
  source: 'MS-ASCMD R975, R976, R4544, R4546',
  order: 'must',
  children: [
    ['Class', '0-1', { versions: '2.5-12.1', value: words('Email', 'Calendar', 'Contacts', 'Tasks') }],
    ['SyncKey', '1'],
    ['CollectionId', '1'],
    ['Supported', '0-1', { content: { source: 'MS-ASCMD, Supported', children: ghostedProperties } }],
    ['DeletesAsMoves', '0-1'],
    ['GetChanges', '0-1'],
    ['WindowSize', '0-1'],
    ['ConversationMode', '0-1'],
    ['Options', '0-2', { content: collectionOptions }],
    ['Commands', '0-1', { content: COMMANDS }],
  ],
};

/** What a phone asks with Sync. */
export const syncRequest: CommandContent = {
  root: 'AirSync:Sync',
  content: {
    source: 'MS-ASCMD 2.2.3.180',
    order: 'should',
    exclusive: [['Wait', 'HeartbeatInterval']],
    blank: ['Collections'],
    children: [
      [
        'Collections',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD R2047',
            least: 'must',
            children: [['Collection', '0-*', { content: COLLECTION }]],
          },
        },
      ],
      ['Wait', '0-1'],
      ['HeartbeatInterval', '0-1'],
      ['WindowSize', '0-1'],
      ['Partial', '0-1'],
    ],
  },
};

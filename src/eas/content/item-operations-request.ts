import { schemaProperties } from './items.ts';
import type { CommandContent, Content } from './types.ts';

const FETCH_OPTIONS: Content = {
  source: 'MS-ASCMD, Options(ItemOperations)',
  children: [
    [
      'Schema',
      '0-*',
      { content: { source: 'MS-ASCMD, Schema(ItemOperations)', children: schemaProperties } },
    ],
    ['Range', '0-*'],
    ['UserName', '0-*'],
    ['Password', '0-*'],
    ['AirSync:MIMESupport', '0-*'],
    ['AirSyncBase:BodyPreference', '0-*'],
    ['AirSyncBase:BodyPartPreference', '0-*'],
    ['RightsManagement:RightsManagementSupport', '0-*'],
  ],
};

const FETCH: Content = {
  source: 'MS-ASCMD, Fetch(ItemOperations)',
  blank: ['ServerId', 'CollectionId'],
  children: [
    ['Store', '1'],
    ['AirSync:ServerId', '0-1'],
    ['AirSync:CollectionId', '0-1'],
    ['DocumentLibrary:LinkId', '0-1'],
    ['Search:LongId', '0-1'],
    ['AirSyncBase:FileReference', '0-1'],
    ['Options', '0-1', { content: FETCH_OPTIONS }],
    ['RightsManagement:RemoveRightsManagementProtection', '0-1'],
  ],
};

const EMPTY_FOLDER: Content = {
  source: 'MS-ASCMD, EmptyFolderContents',
  children: [
    ['AirSync:CollectionId', '1'],
    [
      'Options',
      '0-1',
      { content: { source: 'MS-ASCMD, EmptyFolderContents', children: [['DeleteSubFolders', '1']] } },
    ],
  ],
};

const MOVE: Content = {
  source: 'MS-ASCMD, Move(ItemOperations)',
  children: [
    ['ConversationId', '1'],
    ['DstFldId', '1'],
    [
      'Options',
      '0-1',
      { content: { source: 'MS-ASCMD, Move(ItemOperations)', children: [['MoveAlways', '0-1']] } },
    ],
  ],
};

/** What a phone asks with ItemOperations. */
export const itemOperationsRequest: CommandContent = {
  root: 'ItemOperations:ItemOperations',
  content: {
    source: 'MS-ASCMD, ItemOperations',
    blank: ['Fetch'],
    children: [
      ['EmptyFolderContents', '0-*', { content: EMPTY_FOLDER }],
      ['Fetch', '0-*', { content: FETCH }],
      ['Move', '0-*', { content: MOVE }],
    ],
  },
};

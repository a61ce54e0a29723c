import type { CommandContent, Content } from './types.ts';
import { TEXT } from './value-types.ts';

const FOLDER: Content = {
  source: 'MS-ASCMD R4665, R4666',
  order: 'should',
  children: [
    ['ServerId', '1'],
    ['ParentId', '1'],
    ['DisplayName', '1', { value: TEXT }],
    ['Type', '1'],
  ],
};

/** What a server answers to FolderSync. */
export const folderSyncResponse: CommandContent = {
  root: 'FolderHierarchy:FolderSync',
  content: {
    source: 'MS-ASCMD 2.2.3.166.2, R4578',
    order: 'should',
    requiredWhen: [{ name: 'SyncKey', sibling: 'Status', is: '1', source: 'MS-ASCMD R4578' }],
    children: [
      ['Status', '1'],
      ['SyncKey', '0-1'],
      [
        'Changes',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD, Changes',
            children: [
              ['Count', '0-1'],
              ['Update', '0-*', { content: FOLDER }],
              ['Delete', '0-*', { content: { source: 'MS-ASCMD, Delete', children: [['ServerId', '1']] } }],
              ['Add', '0-*', { content: FOLDER }],
            ],
          },
        },
      ],
    ],
  },
};

import type { CommandContent } from './types.ts';

/** What a phone asks with FolderSync. */
export const folderSyncRequest: CommandContent = {
  root: 'FolderHierarchy:FolderSync',
  content: { source: 'MS-ASCMD, FolderSync', children: [['SyncKey', '1']] },
};

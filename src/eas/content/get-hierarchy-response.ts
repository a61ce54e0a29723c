import type { CommandContent } from './types.ts';
import { BYTE, TEXT } from './value-types.ts';

/** What a server answers to GetHierarchy, which FolderSync has replaced. The request has no body. */
export const getHierarchyResponse: CommandContent = {
  root: 'FolderHierarchy:Folders',
  content: {
    source: 'MS-ASCMD, Folders(GetHierarchy)',
    children: [
      [
        'Folder',
        '1-*',
        {
          content: {
            source: 'MS-ASCMD, Folder(GetHierarchy)',
            order: 'should',
            children: [
              ['DisplayName', '1', { value: TEXT }],
              ['ServerId', '1', { value: TEXT }],
              ['Type', '1', { value: BYTE }],
              ['ParentId', '1', { value: TEXT }],
            ],
          },
        },
      ],
    ],
  },
};

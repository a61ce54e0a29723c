import type { ChildRow, CommandContent } from './types.ts';
import { numbers } from './value-types.ts';

const SUCCESS = { name: 'SyncKey', sibling: 'Status', is: '1' };

/** A command that changes one folder: what its request names, and what the answer says besides Status and key. */
const change = (
  name: string,
  asked: readonly ChildRow[],
  answered: readonly ChildRow[] = [],
): Record<'request' | 'response', CommandContent> => ({
  request: {
    root: `FolderHierarchy:${name}`,
    content: { source: `MS-ASCMD, ${name}`, order: 'should', children: [['SyncKey', '1'], ...asked] },
  },
  response: {
    root: `FolderHierarchy:${name}`,
    content: {
      source: `MS-ASCMD, ${name}`,
      order: 'should',
      requiredWhen: [
        { ...SUCCESS, source: 'MS-ASCMD R4569, R5783, R5784' },
        // The phone has no other way to name the folder that was made.
        ...answered.map(([child]) => ({ ...SUCCESS, name: child, source: `MS-ASCMD, ${child}(${name})` })),
      ],
      onlyWhen: [{ ...SUCCESS, source: 'MS-ASCMD R4570, R5785, R5786' }],
      children: [['Status', '1'], ['SyncKey', '0-1'], ...answered],
    },
  },
});

export const folderCreate = change(
  'FolderCreate',
  [
    ['ParentId', '1'],
    ['DisplayName', '1'],
    // The types of default folders are reserved (MS-ASCMD 2.2.3.186.2).
    ['Type', '1', { value: numbers(1, 12, 13, 14, 15, 16, 17) }],
  ],
  [['ServerId', '0-1']],
);
export const folderDelete = change('FolderDelete', [['ServerId', '1']]);
export const folderUpdate = change('FolderUpdate', [
  ['ServerId', '1'],
  ['ParentId', '1'],
  ['DisplayName', '1'],
]);

import type { TagPage } from '../types.ts';

/** Code page 6. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const getItemEstimate = {
  page: 6,
  name: 'GetItemEstimate',
  namespace: 'GetItemEstimate',
  prefix: 'getitemestimate',
  roots: ['GetItemEstimate'],
  source: 'MS-ASWBXML §2.1.2.1.7',
  tags: [
    [0x05, 'GetItemEstimate', 'container', '2.5-16.1'],
    [0x06, 'Version', 'string', '12.1', 'legacy'],
    [0x07, 'Collections', 'container', '2.5-16.1'],
    [0x08, 'Collection', 'container', '2.5-16.1'],
    [0x09, 'Class', 'string', '2.5-12.1'],
    [0x0a, 'CollectionId', 'string', '2.5-16.1'],
    [0x0b, 'DateTime', 'dateTime', '12.1', 'legacy'],
    [0x0c, 'Estimate', 'integer', '2.5-16.1'],
    [0x0d, 'Response', 'container', '2.5-16.1'],
    [0x0e, 'Status', 'integer', '2.5-16.1'],
  ],
  aliases: {
    Folder: 'Collection',
    FolderId: 'CollectionId',
    FolderType: 'Class',
    Folders: 'Collections',
    IEClass: 'Class',
    IECollection: 'Collection',
    IECollectionId: 'CollectionId',
    IECollections: 'Collections',
    IEResponse: 'Response',
    ItemEstimateStatus: 'Status',
  },
} as const satisfies TagPage;

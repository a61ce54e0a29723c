import type { TagPage } from '../types.ts';

/** Code page 19. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const documentLibrary = {
  page: 19,
  name: 'DocumentLibrary',
  namespace: 'DocumentLibrary',
  prefix: 'documentlibrary',
  roots: [],
  source: 'MS-ASWBXML §2.1.2.1.20',
  tags: [
    [0x05, 'LinkId', 'string', '12.0-16.1'],
    [0x06, 'DisplayName', 'string', '12.0-16.1'],
    [0x07, 'IsFolder', 'integer', '12.0-16.1'],
    [0x08, 'CreationDate', 'dateTime', '12.0-16.1'],
    [0x09, 'LastModifiedDate', 'dateTime', '12.0-16.1'],
    [0x0a, 'IsHidden', 'integer', '12.0-16.1'],
    [0x0b, 'ContentLength', 'integer', '12.0-16.1'],
    [0x0c, 'ContentType', 'string', '12.0-16.1'],
  ],
} as const satisfies TagPage;

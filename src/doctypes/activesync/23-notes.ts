import type { TagPage } from '../types.ts';

/** Code page 23. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const notes = {
  page: 23,
  name: 'Notes',
  namespace: 'Notes',
  prefix: 'notes',
  roots: [],
  source: 'MS-ASWBXML §2.1.2.1.24',
  tags: [
    [0x05, 'Subject', 'string', '14.0-16.1'],
    [0x06, 'MessageClass', 'string', '14.0-16.1'],
    [0x07, 'LastModifiedDate', 'string', '14.0-16.1'],
    [0x08, 'Categories', 'container', '14.0-16.1'],
    [0x09, 'Category', 'string', '14.0-16.1'],
  ],
} as const satisfies TagPage;

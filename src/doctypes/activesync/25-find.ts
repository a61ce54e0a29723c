import type { TagPage } from '../types.ts';

/** Code page 25. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const find = {
  page: 25,
  name: 'Find',
  namespace: 'Find',
  prefix: 'find',
  roots: ['Find'],
  source: 'MS-ASWBXML §2.1.2.1.26',
  tags: [
    [0x05, 'Find', 'container', '16.1'],
    [0x06, 'SearchId', 'string', '16.1'],
    [0x07, 'ExecuteSearch', 'container', '16.1'],
    [0x08, 'MailBoxSearchCriterion', 'container', '16.1'],
    [0x09, 'Query', 'container', '16.1'],
    [0x0a, 'Status', 'integer', '16.1'],
    [0x0b, 'FreeText', 'string', '16.1'],
    [0x0c, 'Options', 'container', '16.1'],
    [0x0d, 'Range', 'string', '16.1'],
    [0x0e, 'DeepTraversal', 'empty', '16.1'],
    [0x11, 'Response', 'container', '16.1'],
    [0x12, 'Result', 'container', '16.1'],
    [0x13, 'Properties', 'container', '16.1'],
    [0x14, 'Preview', 'string', '16.1'],
    [0x15, 'HasAttachments', 'boolean', '16.1'],
    [0x16, 'Total', 'integer', '16.1'],
    [0x17, 'DisplayCc', 'string', '16.1'],
    [0x18, 'DisplayBcc', 'string', '16.1'],
    [0x19, 'GalSearchCriterion', 'container', '16.1'],
    [0x20, 'MaxPictures', 'integer', '16.1'],
    [0x21, 'MaxSize', 'integer', '16.1'],
    [0x22, 'Picture', 'container', '16.1'],
  ],
  aliases: {
    GALSearchCriterion: 'GalSearchCriterion',
  },
} as const satisfies TagPage;

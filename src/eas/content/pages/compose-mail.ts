import type { PageContent } from '../types.ts';
import { DATE_TIME, text } from '../value-types.ts';

/** Code page 21: mails that a phone sends, and whom a meeting was forwarded to. */
export const composeMailContent: PageContent = {
  page: 'ComposeMail',
  document: 'MS-ASCMD',
  values: {
    FolderId: text(1, 64),
    ItemId: text(1, 64),
    LongId: text(1, 256),
    InstanceId: DATE_TIME,
  },
  contents: {
    Source: {
      source: 'MS-ASCMD, Source; 2.2.3.98.4',
      least: 'must',
      blank: ['FolderId', 'ItemId'],
      exclusive: [
        ['FolderId', 'LongId'],
        ['ItemId', 'LongId'],
      ],
      children: [
        ['FolderId', '0-1'],
        ['ItemId', '0-1'],
        ['LongId', '0-1'],
        ['InstanceId', '0-1'],
      ],
    },
    Forwardees: { source: 'MS-ASCMD, Forwardees', children: [['Forwardee', '0-*']] },
    Forwardee: {
      source: 'MS-ASCMD, Forwardee',
      children: [
        ['Email', '1', { value: text(1) }],
        ['Name', '0-1'],
      ],
    },
  },
};

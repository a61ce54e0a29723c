import type { ChildRow } from './types.ts';

/** What a server hands out: it lists attachments. */
export const listedAttachments: ChildRow = [
  'AirSyncBase:Attachments',
  '0-1',
  { content: { source: 'MS-ASAIRS 2.2.2.8', children: [['Attachment', '0-*']] } },
];

/** What a server answers: an attachment that came with the request has its name there, and what it is called now. */
export const renamedAttachments: ChildRow = [
  'AirSyncBase:Attachments',
  '0-1',
  {
    content: {
      source: 'MS-ASAIRS 2.2.2.8',
      children: [
        [
          'Attachment',
          '0-*',
          {
            content: {
              source: 'MS-ASAIRS 2.2.2.7',
              children: [
                ['DisplayName', '0-1'],
                ['FileReference', '1'],
                ['ClientId', '0-1'],
                ['Method', '0-1'],
                ['EstimatedDataSize', '0-1'],
                ['ContentId', '0-1'],
                ['ContentLocation', '0-1'],
                ['IsInline', '0-1'],
                ['Email2:UmAttDuration', '0-1'],
                ['Email2:UmAttOrder', '0-1'],
              ],
            },
          },
        ],
      ],
    },
  },
];

/** What a phone uploads: it adds attachments, and takes them away. */
export const uploadedAttachments: ChildRow = [
  'AirSyncBase:Attachments',
  '0-1',
  {
    versions: '16.0-16.1',
    content: {
      source: 'MS-ASAIRS 2.2.2.8',
      children: [
        ['Add', '0-*'],
        ['Delete', '0-*'],
      ],
    },
  },
];

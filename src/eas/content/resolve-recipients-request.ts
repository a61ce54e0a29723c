import type { CommandContent, Content } from './types.ts';

const OPTIONS: Content = {
  source: 'MS-ASCMD, Options(ResolveRecipients)',
  children: [
    ['CertificateRetrieval', '0-1'],
    ['MaxCertificates', '0-1'],
    ['MaxAmbiguousRecipients', '0-1'],
    [
      'Availability',
      '0-1',
      {
        content: {
          source: 'MS-ASCMD, Availability',
          children: [
            ['StartTime', '1'],
            ['EndTime', '0-1'],
          ],
        },
      },
    ],
    [
      'Picture',
      '0-1',
      {
        content: {
          source: 'MS-ASCMD, Picture(ResolveRecipients)',
          children: [
            ['MaxSize', '0-1'],
            ['MaxPictures', '0-1'],
          ],
        },
      },
    ],
  ],
};

/** What a phone asks with ResolveRecipients. */
export const resolveRecipientsRequest: CommandContent = {
  root: 'ResolveRecipients:ResolveRecipients',
  content: {
    source: 'MS-ASCMD, ResolveRecipients',
    blank: ['To'],
    children: [
      ['To', '0-*'],
      ['Options', '0-*', { content: OPTIONS }],
    ],
  },
};

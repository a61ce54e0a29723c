import type { CommandContent, Content } from './types.ts';

const CERTIFICATES: Content = {
  source: 'MS-ASCMD, Certificates(ResolveRecipients)',
  order: 'should',
  children: [
    ['Status', '1'],
    ['CertificateCount', '0-1'],
    ['RecipientCount', '0-1'],
    ['Certificate', '0-*'],
    ['MiniCertificate', '0-*'],
  ],
};

const RECIPIENT: Content = {
  source: 'MS-ASCMD, Recipient',
  order: 'should',
  // Exchange has it so.
  alternate: {
    versions: '2.5-16.1',
    names: ['Type', 'DisplayName', 'EmailAddress', 'Picture', 'Certificates', 'Availability'],
  },
  children: [
    ['Type', '1'],
    ['DisplayName', '1'],
    ['EmailAddress', '1'],
    [
      'Availability',
      '0-1',
      {
        content: {
          source: 'MS-ASCMD, Availability',
          order: 'should',
          children: [
            ['Status', '1'],
            ['MergedFreeBusy', '0-1'],
          ],
        },
      },
    ],
    ['Certificates', '0-1', { content: CERTIFICATES }],
    [
      'Picture',
      '0-*',
      {
        content: {
          source: 'MS-ASCMD, Picture(ResolveRecipients)',
          children: [
            ['Status', '1'],
            ['Data', '0-1'],
          ],
        },
      },
    ],
  ],
};

/** What a server answers to ResolveRecipients. */
export const resolveRecipientsResponse: CommandContent = {
  root: 'ResolveRecipients:ResolveRecipients',
  content: {
    source: 'MS-ASCMD, ResolveRecipients',
    order: 'should',
    children: [
      ['Status', '1'],
      [
        'Response',
        '0-*',
        {
          content: {
            source: 'MS-ASCMD, Response(ResolveRecipients)',
            order: 'should',
            children: [
              ['To', '1'],
              ['Status', '1'],
              ['RecipientCount', '0-1'],
              ['Recipient', '0-*', { content: RECIPIENT }],
            ],
          },
        },
      ],
    ],
  },
};

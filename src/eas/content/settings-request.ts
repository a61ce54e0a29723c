import type { CommandContent, Content } from './types.ts';
import { EMPTY } from './value-types.ts';

/** Asks for what a part holds: a tag without content. */
const GET: Content = { source: 'MS-ASCMD, Get', children: [['Get', '1', { value: EMPTY }]] };

const OOF: Content = {
  source: 'MS-ASCMD, Oof',
  exclusive: [['Get', 'Set']],
  children: [
    ['Get', '0-1', { content: { source: 'MS-ASCMD, Get(Oof)', children: [['BodyType', '1']] } }],
    [
      'Set',
      '0-1',
      {
        content: {
          source: 'MS-ASCMD, Set(Oof)',
          order: 'should',
          children: [
            ['OofState', '0-1'],
            ['StartTime', '0-1'],
            ['EndTime', '0-1'],
            ['OofMessage', '0-3'],
            ['EmailAddresses', '0-1'],
          ],
        },
      },
    ],
  ],
};

/** What a phone asks with Settings. */
export const settingsRequest: CommandContent = {
  root: 'Settings:Settings',
  content: {
    source: 'MS-ASCMD, Settings',
    blank: ['UserInformation'],
    children: [
      ['RightsManagementInformation', '0-1', { content: GET }],
      ['Oof', '0-1', { content: OOF }],
      [
        'DevicePassword',
        '0-1',
        {
          content: {
            source: 'MS-ASCMD, DevicePassword',
            children: [
              [
                'Set',
                '1',
                { content: { source: 'MS-ASCMD, DevicePassword', children: [['Password', '1']] } },
              ],
            ],
          },
        },
      ],
      ['DeviceInformation', '0-1'],
      ['UserInformation', '0-1', { content: GET }],
    ],
  },
};

import type { CommandContent, Content } from './types.ts';
import { CONTAINER } from './value-types.ts';

/** The answer to what a phone said of itself. */
export const deviceInformationAnswer: Content = {
  source: 'MS-ASCMD R2750, R4382, R2758',
  children: [['Status', '1']],
};

const OOF: Content = {
  source: 'MS-ASCMD R2750, R4382',
  children: [
    ['Status', '1'],
    [
      'Get',
      '0-1',
      {
        value: CONTAINER,
        content: {
          source: 'MS-ASCMD, Get(Oof)',
          order: 'should',
          children: [
            ['OofState', '0-1'],
            ['StartTime', '0-1'],
            ['EndTime', '0-1'],
            ['OofMessage', '0-3'],
          ],
        },
      },
    ],
  ],
};

const USER: Content = {
  source: 'MS-ASCMD R2758, R4382',
  children: [
    ['Status', '1'],
    [
      'Get',
      '0-1',
      {
        value: CONTAINER,
        content: {
          source: 'MS-ASCMD, UserInformation',
          children: [
            ['EmailAddresses', '0-1', { versions: '12.0-14.0' }],
            ['Accounts', '0-1'],
          ],
        },
      },
    ],
  ],
};

const RIGHTS: Content = {
  source: 'MS-ASCMD R1742, R3113',
  requiredWhen: [{ name: 'Get', sibling: 'Status', is: '1', source: 'MS-ASCMD R1742, R3113' }],
  children: [
    ['Status', '1'],
    [
      'Get',
      '0-1',
      {
        value: CONTAINER,
        content: {
          source: 'MS-ASCMD, RightsManagementInformation',
          children: [['RightsManagement:RightsManagementTemplates', '1']],
        },
      },
    ],
  ],
};

/** What a server answers to Settings. */
export const settingsResponse: CommandContent = {
  root: 'Settings:Settings',
  content: {
    source: 'MS-ASCMD R4382, R2750',
    children: [
      ['Status', '1'],
      ['Oof', '0-1', { content: OOF }],
      ['DeviceInformation', '0-1', { content: deviceInformationAnswer }],
      ['DevicePassword', '0-1', { content: deviceInformationAnswer }],
      ['UserInformation', '0-1', { content: USER }],
      ['RightsManagementInformation', '0-1', { content: RIGHTS }],
    ],
  },
};

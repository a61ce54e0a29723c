import { deviceInformationAnswer } from './settings-response.ts';
import type { CommandContent, Content } from './types.ts';
import { EMPTY, numbers } from './value-types.ts';

const POLICY: Content = {
  source: 'MS-ASPROV R310, R311, R604, R605',
  order: 'should',
  children: [
    ['PolicyType', '1'],
    ['Status', '1', { value: numbers(1, 2, 3, 4, 5) }],
    ['PolicyKey', '0-1'],
    [
      'Data',
      '0-1',
      {
        // At 2.5 it is a text: the policy as WAP provisioning XML.
        textIn: '2.5',
        content: {
          source: 'MS-ASPROV R965, R966',
          children: [['EASProvisionDoc', '0-1', { requiredIn: '12.0-16.1' }]],
        },
      },
    ],
  ],
};

/** What a server answers to Provision. */
export const provisionResponse: CommandContent = {
  root: 'Provision:Provision',
  content: {
    source: 'MS-ASPROV 2.2.2.53; response schema of Provision',
    order: 'note',
    children: [
      [
        'Settings:DeviceInformation',
        '0-1',
        { content: { ...deviceInformationAnswer, children: [['Status', '0-1']] } },
      ],
      ['Status', '1'],
      [
        'Policies',
        '0-1',
        {
          content: {
            source: 'MS-ASPROV, Policies',
            children: [['Policy', '1', { content: POLICY }]],
          },
        },
      ],
      ['RemoteWipe', '0-1', { value: EMPTY }],
      ['AccountOnlyRemoteWipe', '0-1', { value: EMPTY }],
    ],
  },
};

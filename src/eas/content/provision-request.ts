import type { CommandContent, Content } from './types.ts';
import { numbers } from './value-types.ts';

/** How a phone says that it has wiped: 1 done, 2 failed. */
const WIPED: Content = {
  source: 'MS-ASPROV R377, R385, R393',
  children: [['Status', '1', { value: numbers(1, 2) }]],
};

/** What a phone asks with Provision: first for a policy, then with the key it was given. */
export const provisionRequest: CommandContent = {
  root: 'Provision:Provision',
  content: {
    source: 'MS-ASPROV R320, R368, R608',
    order: 'should',
    blank: ['DeviceInformation', 'Policies'],
    children: [
      ['Settings:DeviceInformation', '0-1', { versions: '14.1-16.1' }],
      [
        'Policies',
        '0-1',
        {
          content: {
            source: 'MS-ASPROV, Policies',
            children: [
              [
                'Policy',
                '1',
                {
                  content: {
                    source: 'MS-ASPROV, Policy',
                    order: 'should',
                    children: [
                      ['PolicyType', '1'],
                      ['PolicyKey', '0-1'],
                      ['Status', '0-1', { value: numbers(1, 2, 3, 4) }],
                    ],
                  },
                },
              ],
            ],
          },
        },
      ],
      ['RemoteWipe', '0-1', { content: WIPED }],
      ['AccountOnlyRemoteWipe', '0-1', { content: WIPED }],
    ],
  },
};

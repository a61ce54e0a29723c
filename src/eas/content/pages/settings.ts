import type { Content, PageContent } from '../types.ts';
import { FLAG, numbers, text } from '../value-types.ts';

const SHORT = text(0, 1024);

const DEVICE: Content = {
  source: 'MS-ASCMD, Set(DeviceInformation)',
  blank: ['Model'],
  children: [
    ['Model', '0-1'],
    ['IMEI', '0-1'],
    ['FriendlyName', '0-1'],
    ['OS', '0-1'],
    ['OSLanguage', '0-1'],
    ['PhoneNumber', '0-1'],
    ['UserAgent', '0-1'],
    ['EnableOutboundSMS', '0-1'],
    ['MobileOperator', '0-1'],
  ],
};

/** Code page 18: settings of the user and the device. DeviceInformation stands as a request has it. */
export const settingsContent: PageContent = {
  page: 'Settings',
  document: 'MS-ASCMD',
  values: {
    OofState: numbers(0, 1, 2),
    Enabled: text(1),
    BodyType: text(1),
    Password: text(0, 255),
    Model: SHORT,
    IMEI: SHORT,
    FriendlyName: SHORT,
    OS: SHORT,
    OSLanguage: SHORT,
    PhoneNumber: SHORT,
    UserAgent: SHORT,
    EnableOutboundSMS: FLAG,
    MobileOperator: SHORT,
  },
  contents: {
    OofMessage: {
      source: 'MS-ASCMD, OofMessage; 2.2.3.12',
      // Each message is for one of three.
      exclusive: [
        ['AppliesToInternal', 'AppliesToExternalKnown'],
        ['AppliesToInternal', 'AppliesToExternalUnknown'],
        ['AppliesToExternalKnown', 'AppliesToExternalUnknown'],
      ],
      children: [
        ['AppliesToInternal', '0-1'],
        ['AppliesToExternalKnown', '0-1'],
        ['AppliesToExternalUnknown', '0-1'],
        ['Enabled', '0-1'],
        ['ReplyMessage', '0-1'],
        ['BodyType', '0-1'],
      ],
    },
    DeviceInformation: {
      source: 'MS-ASCMD, DeviceInformation',
      children: [['Set', '1', { content: DEVICE }]],
    },
    EmailAddresses: {
      // Exchange lists them as it finds them, the first one anywhere.
      source: 'MS-ASCMD, EmailAddresses',
      children: [
        ['SMTPAddress', '0-*'],
        ['PrimarySmtpAddress', '0-1'],
      ],
    },
    Accounts: { source: 'MS-ASCMD, Accounts', children: [['Account', '1-*']] },
    Account: {
      source: 'MS-ASCMD, Account',
      children: [
        ['AccountId', '0-1'],
        ['AccountName', '0-1'],
        ['UserDisplayName', '0-1'],
        ['SendDisabled', '0-1'],
        ['EmailAddresses', '0-1'],
      ],
    },
  },
};

import type { CommandContent, Content } from './types.ts';
import { CONTAINER } from './value-types.ts';

const CERTIFICATES: Content = {
  source: 'MS-ASCMD, Certificate(ValidateCert)',
  children: [['Certificate', '1-*']],
};

const request: CommandContent = {
  root: 'ValidateCert:ValidateCert',
  content: {
    source: 'MS-ASCMD, ValidateCert',
    children: [
      ['CertificateChain', '0-1', { content: CERTIFICATES }],
      ['Certificates', '1', { content: CERTIFICATES }],
      ['CheckCRL', '0-1'],
    ],
  },
};

const response: CommandContent = {
  root: 'ValidateCert:ValidateCert',
  content: {
    source: 'MS-ASCMD, ValidateCert',
    order: 'should',
    blank: ['Certificate'],
    children: [
      ['Status', '1'],
      [
        'Certificate',
        '0-*',
        {
          value: CONTAINER,
          content: {
            source: 'MS-ASCMD, Certificate(ValidateCert)',
            blank: ['Status'],
            children: [['Status', '0-*']],
          },
        },
      ],
    ],
  },
};

/** Asks the server whether certificates are good. */
export const validateCert = { request, response };

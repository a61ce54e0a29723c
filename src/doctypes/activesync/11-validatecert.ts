import type { TagPage } from '../types.ts';

/** Code page 11. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const validateCert = {
  page: 11,
  name: 'ValidateCert',
  namespace: 'ValidateCert',
  prefix: 'validatecert',
  roots: ['ValidateCert'],
  source: 'MS-ASWBXML §2.1.2.1.12',
  tags: [
    [0x05, 'ValidateCert', 'container', '2.5-16.1'],
    [0x06, 'Certificates', 'container', '2.5-16.1'],
    [0x07, 'Certificate', 'string', '2.5-16.1'],
    [0x08, 'CertificateChain', 'container', '2.5-16.1'],
    [0x09, 'CheckCRL', 'integer', '2.5-16.1'],
    [0x0a, 'Status', 'integer', '2.5-16.1'],
  ],
  aliases: {
    CheckCrl: 'CheckCRL',
  },
} as const satisfies TagPage;

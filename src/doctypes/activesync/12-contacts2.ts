import type { TagPage } from '../types.ts';

/** Code page 12. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const contacts2 = {
  page: 12,
  name: 'Contacts2',
  namespace: 'Contacts2',
  prefix: 'contacts2',
  roots: [],
  source: 'MS-ASWBXML §2.1.2.1.13',
  tags: [
    [0x05, 'CustomerId', 'string', '2.5-16.1'],
    [0x06, 'GovernmentId', 'string', '2.5-16.1'],
    [0x07, 'IMAddress', 'string', '2.5-16.1'],
    [0x08, 'IMAddress2', 'string', '2.5-16.1'],
    [0x09, 'IMAddress3', 'string', '2.5-16.1'],
    [0x0a, 'ManagerName', 'string', '2.5-16.1'],
    [0x0b, 'CompanyMainPhone', 'string', '2.5-16.1'],
    [0x0c, 'AccountName', 'string', '2.5-16.1'],
    [0x0d, 'NickName', 'string', '2.5-16.1'],
    [0x0e, 'MMS', 'string', '2.5-16.1'],
  ],
} as const satisfies TagPage;

import type { PageContent } from '../types.ts';
import { BYTE, DATE_TIME, UNSIGNED, integer, text } from '../value-types.ts';

/** Code page 10: recipients, their certificates, free times and pictures. */
export const resolveRecipientsContent: PageContent = {
  page: 'ResolveRecipients',
  document: 'MS-ASCMD',
  values: {
    Type: BYTE,
    To: text(0, 256),
    CertificateRetrieval: integer(1, 3),
    MaxCertificates: integer(0, 9999),
    MaxAmbiguousRecipients: integer(0, 9999),
    StartTime: DATE_TIME,
    EndTime: DATE_TIME,
    MaxSize: UNSIGNED,
    MaxPictures: UNSIGNED,
  },
};

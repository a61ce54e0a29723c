import type { PageContent } from '../types.ts';
import { BASE64 } from '../value-types.ts';

/** Code page 11: certificates. */
export const validateCertContent: PageContent = {
  page: 'ValidateCert',
  document: 'MS-ASCMD',
  values: { Certificate: BASE64 },
};

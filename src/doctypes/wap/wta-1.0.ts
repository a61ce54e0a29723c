import type { DocumentType } from '../types.ts';

/**
 * Wireless Telephony Application 1.0, deprecated.
 * @see the tables of libwbxml
 */
export const wta10: DocumentType = {
  id: 'wta-1.0',
  title: 'WTA 1.0',
  publicId: 3,
  fpi: '-//WAPFORUM//DTD WTA 1.0//EN',
  mediaTypes: [],
  roots: ['WTAI'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      tags: [
        [0x05, 'EVENT'],
        [0x06, 'EVENTTABLE'],
        [0x07, 'TYPE'],
        [0x08, 'URL'],
        [0x09, 'WTAI'],
      ],
    },
  ],
  attributePages: [
    {
      page: 0,
      starts: [
        [0x05, 'NAME'],
        [0x06, 'VALUE'],
      ],
    },
  ],
};

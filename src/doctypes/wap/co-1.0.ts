import type { DocumentType } from '../types.ts';

/**
 * Cache Operation 1.0: a WAP push that makes what is cached invalid.
 * @see the tables of libwbxml, Wireshark
 */
export const co10: DocumentType = {
  id: 'co-1.0',
  title: 'Cache Operation 1.0',
  publicId: 7,
  fpi: '-//WAPFORUM//DTD CO 1.0//EN',
  mediaTypes: ['application/vnd.wap.coc', 'text/vnd.wap.co'],
  roots: ['co'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      tags: [
        [0x05, 'co'],
        [0x06, 'invalidate-object'],
        [0x07, 'invalidate-service'],
      ],
    },
  ],
  attributePages: [
    {
      page: 0,
      starts: [
        [0x05, 'uri'],
        [0x06, 'uri', 'http://'],
        [0x07, 'uri', 'http://www.'],
        [0x08, 'uri', 'https://'],
        [0x09, 'uri', 'https://www.'],
      ],
      values: [
        [0x85, '.com/'],
        [0x86, '.edu/'],
        [0x87, '.net/'],
        [0x88, '.org/'],
      ],
    },
  ],
};

import type { DocumentType } from '../types.ts';

/**
 * Service Loading 1.0: a WAP push that loads an address without asking.
 * @see the tables of libwbxml, Wireshark
 */
export const sl10: DocumentType = {
  id: 'sl-1.0',
  title: 'Service Loading 1.0',
  publicId: 6,
  fpi: '-//WAPFORUM//DTD SL 1.0//EN',
  mediaTypes: ['application/vnd.wap.slc', 'text/vnd.wap.sl'],
  roots: ['sl'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      tags: [[0x05, 'sl']],
    },
  ],
  attributePages: [
    {
      page: 0,
      starts: [
        [0x05, 'action', 'execute-low'],
        [0x06, 'action', 'execute-high'],
        [0x07, 'action', 'cache'],
        [0x08, 'href'],
        [0x09, 'href', 'http://'],
        [0x0a, 'href', 'http://www.'],
        [0x0b, 'href', 'https://'],
        [0x0c, 'href', 'https://www.'],
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

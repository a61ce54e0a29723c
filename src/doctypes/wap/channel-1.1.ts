import type { DocumentType } from '../types.ts';

/**
 * A channel of the telephony repository, 1.1.
 * @see the tables of libwbxml, Wireshark
 */
export const channel11: DocumentType = {
  id: 'channel-1.1',
  title: 'CHANNEL 1.1',
  publicId: 8,
  fpi: '-//WAPFORUM//DTD CHANNEL 1.1//EN',
  mediaTypes: [],
  roots: ['channel'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      tags: [
        [0x05, 'channel'],
        [0x06, 'title'],
        [0x07, 'abstract'],
        [0x08, 'resource'],
      ],
    },
  ],
  attributePages: [
    {
      page: 0,
      starts: [
        [0x05, 'maxspace'],
        [0x06, 'base'],
        [0x07, 'href'],
        [0x08, 'href', 'http://'],
        [0x09, 'href', 'https://'],
        [0x0a, 'lastmod'],
        [0x0b, 'etag'],
        [0x0c, 'md5'],
        [0x0d, 'success'],
        [0x0e, 'success', 'http://'],
        [0x0f, 'success', 'https://'],
        [0x10, 'failure'],
        [0x11, 'failure', 'http://'],
        [0x12, 'failure', 'https://'],
        [0x13, 'EventId'],
      ],
    },
  ],
};

import type { DocumentType } from '../types.ts';

/**
 * Service Indication 1.0: a WAP push that asks the user to load an address.
 * @see WAP-167-ServiceInd §8
 */
export const si10: DocumentType = {
  id: 'si-1.0',
  title: 'Service Indication 1.0',
  publicId: 5,
  fpi: '-//WAPFORUM//DTD SI 1.0//EN',
  mediaTypes: ['application/vnd.wap.sic', 'text/vnd.wap.si'],
  roots: ['si'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      source: 'WAP-167-ServiceInd §8.2',
      tags: [
        [0x05, 'si'],
        [0x06, 'indication'],
        [0x07, 'info'],
        [0x08, 'item'],
      ],
    },
  ],
  attributePages: [
    {
      page: 0,
      starts: [
        [0x05, 'action', 'signal-none'],
        [0x06, 'action', 'signal-low'],
        [0x07, 'action', 'signal-medium'],
        [0x08, 'action', 'signal-high'],
        [0x09, 'action', 'delete'],
        [0x0a, 'created'],
        [0x0b, 'href'],
        [0x0c, 'href', 'http://'],
        [0x0d, 'href', 'http://www.'],
        [0x0e, 'href', 'https://'],
        [0x0f, 'href', 'https://www.'],
        [0x10, 'si-expires'],
        [0x11, 'si-id'],
        [0x12, 'class'],
      ],
      values: [
        [0x85, '.com/'],
        [0x86, '.edu/'],
        [0x87, '.net/'],
        [0x88, '.org/'],
      ],
    },
  ],
  typedValues: [
    { space: 'attribute', page: 0, code: 0x0a, encoding: 'packed-date' },
    { space: 'attribute', page: 0, code: 0x10, encoding: 'packed-date' },
  ],
};

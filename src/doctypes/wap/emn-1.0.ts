import type { DocumentType } from '../types.ts';

/**
 * E-Mail Notification 1.0: says that a mailbox has new mail.
 * The domains have no slash behind them, unlike those of SI: an address of a mailbox ends there.
 * @see the tables of libwbxml, Wireshark, wbxml-stream
 */
export const emn10: DocumentType = {
  id: 'emn-1.0',
  title: 'E-Mail Notification 1.0',
  publicId: 0x0d,
  fpi: '-//WAPFORUM//DTD EMN 1.0//EN',
  mediaTypes: ['application/vnd.wap.emn+wbxml', 'text/vnd.wap.emn+xml'],
  roots: ['emn'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      tags: [[0x05, 'emn']],
    },
  ],
  attributePages: [
    {
      page: 0,
      starts: [
        [0x05, 'timestamp'],
        [0x06, 'mailbox'],
        [0x07, 'mailbox', 'mailat:'],
        [0x08, 'mailbox', 'pop://'],
        [0x09, 'mailbox', 'imap://'],
        [0x0a, 'mailbox', 'http://'],
        [0x0b, 'mailbox', 'http://www.'],
        [0x0c, 'mailbox', 'https://'],
        [0x0d, 'mailbox', 'https://www.'],
      ],
      values: [
        [0x85, '.com'],
        [0x86, '.edu'],
        [0x87, '.net'],
        [0x88, '.org'],
      ],
    },
  ],
  typedValues: [{ space: 'attribute', page: 0, code: 0x05, encoding: 'packed-date' }],
};

import type { DocumentType } from '../types.ts';

/**
 * Meta information 1.1 as a document of its own; usually it is page 1 of SyncML.
 * @see the tables of libwbxml, Wireshark
 */
export const metInf11: DocumentType = {
  id: 'metinf-1.1',
  title: 'MetInf 1.1',
  fpi: '-//SYNCML//DTD MetInf 1.1//EN',
  mediaTypes: [],
  roots: ['MetInf'],
  namespaced: true,
  tagPages: [
    {
      page: 0,
      namespace: 'syncml:metinf',
      prefix: 'metinf',
      roots: ['MetInf'],
      tags: [
        [0x05, 'Anchor'],
        [0x06, 'EMI'],
        [0x07, 'Format'],
        [0x08, 'FreeID'],
        [0x09, 'FreeMem'],
        [0x0a, 'Last'],
        [0x0b, 'Mark'],
        [0x0c, 'MaxMsgSize'],
        [0x0d, 'Mem'],
        [0x0e, 'MetInf'],
        [0x0f, 'Next'],
        [0x10, 'NextNonce'],
        [0x11, 'SharedMem'],
        [0x12, 'Size'],
        [0x13, 'Type'],
        [0x14, 'Version'],
        [0x15, 'MaxObjSize'],
      ],
    },
  ],
};

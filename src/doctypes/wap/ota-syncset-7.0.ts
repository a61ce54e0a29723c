import type { DocumentType } from '../types.ts';

/**
 * Synchronisation settings over the air, 7.0: inline strings only.
 * @see the tables of Nokia/Ericsson OTA Settings 7.0
 */
export const otaSyncSet70: DocumentType = {
  id: 'ota-syncset-7.0',
  title: 'OTA sync settings 7.0',
  mediaTypes: ['application/x-prov.syncset+wbxml', 'application/x-prov.syncset+xml'],
  roots: ['SyncSettings'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      tags: [
        [0x05, 'Addr'],
        [0x06, 'AddrType'],
        [0x07, 'Auth'],
        [0x08, 'AuthLevel'],
        [0x09, 'AuthScheme'],
        [0x0a, 'Bearer'],
        [0x0b, 'ConRef'],
        [0x0c, 'ConType'],
        [0x0d, 'Cred'],
        [0x0e, 'CTType'],
        [0x0f, 'CTVer'],
        [0x10, 'HostAddr'],
        [0x11, 'Name'],
        [0x12, 'Port'],
        [0x13, 'RefID'],
        [0x14, 'RemoteDB'],
        [0x15, 'SyncSettings'],
        [0x16, 'URI'],
        [0x17, 'Username'],
        [0x18, 'Version'],
      ],
    },
  ],
};

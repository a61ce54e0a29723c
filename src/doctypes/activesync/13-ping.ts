import type { TagPage } from '../types.ts';

/** Code page 13. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const ping = {
  page: 13,
  name: 'Ping',
  namespace: 'Ping',
  prefix: 'ping',
  roots: ['Ping'],
  source: 'MS-ASWBXML §2.1.2.1.14',
  tags: [
    [0x05, 'Ping', 'container', '2.5-16.1'],
    [0x06, 'AutdState', 'string', '2.5', 'legacy'],
    [0x07, 'Status', 'integer', '2.5-16.1'],
    [0x08, 'HeartbeatInterval', 'integer', '2.5-16.1'],
    [0x09, 'Folders', 'container', '2.5-16.1'],
    [0x0a, 'Folder', 'container', '2.5-16.1'],
    [0x0b, 'Id', 'string', '2.5-16.1'],
    [0x0c, 'Class', 'string', '2.5-16.1'],
    [0x0d, 'MaxFolders', 'integer', '2.5-16.1'],
    [0x0e, 'Version', 'string', '', 'legacy'],
  ],
  aliases: {
    FolderType: 'Class',
    LifeTime: 'HeartbeatInterval',
    PingClass: 'Class',
    PingFolder: 'Folder',
    PingFolders: 'Folders',
    PingId: 'Id',
    PingStatus: 'Status',
    ServerEntryId: 'Id',
  },
} as const satisfies TagPage;

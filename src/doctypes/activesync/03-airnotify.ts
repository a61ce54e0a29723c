import type { TagPage } from '../types.ts';

/** Code page 3. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const airNotify = {
  page: 3,
  name: 'AirNotify',
  namespace: 'AirNotify',
  prefix: 'airnotify',
  roots: [],
  source: 'MS-ASWBXML §2.1.2.1.4',
  tags: [
    [0x05, 'Notify', 'container', '2.5', 'legacy'],
    [0x06, 'Notification', 'container', '2.5', 'legacy'],
    [0x07, 'Version', 'string', '2.5', 'legacy'],
    [0x08, 'LifeTime', 'string', '2.5', 'legacy'],
    [0x09, 'DeviceInfo', 'container', '2.5', 'legacy'],
    [0x0a, 'Enable', 'string', '2.5', 'legacy'],
    [0x0b, 'Folder', 'string', '2.5', 'legacy'],
    [0x0c, 'ServerId', 'string', '2.5', 'legacy'],
    [0x0d, 'DeviceAddress', 'string', '2.5', 'legacy'],
    [0x0e, 'ValidCarrierProfiles', 'container', '2.5', 'legacy'],
    [0x0f, 'CarrierProfile', 'string', '2.5', 'legacy'],
    [0x10, 'Status', 'string', '2.5', 'legacy'],
    [0x11, 'Responses', 'container', '2.5', 'legacy'],
    [0x12, 'Devices', 'container', '2.5', 'legacy'],
    [0x13, 'Device', 'container', '2.5', 'legacy'],
    [0x14, 'Id', 'string', '2.5', 'legacy'],
    [0x15, 'Expiry', 'string', '2.5', 'legacy'],
    [0x16, 'NotifyGUID', 'string', '2.5', 'legacy'],
    [0x17, 'DeviceFriendlyName', 'string', '2.5', 'legacy'],
  ],
  aliases: {
    Lifetime: 'LifeTime',
    Replies: 'Responses',
    ServerEntryId: 'ServerId',
  },
} as const satisfies TagPage;

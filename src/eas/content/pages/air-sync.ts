import type { PageContent } from '../types.ts';
import { BYTE, FLAG, SWITCH, integer, text, words } from '../value-types.ts';

const LIMIT = 'MS-ASCMD R3227 to R3230: the answer is Status 14 with Limit';

/** Code page 0: what its tags hold in every command that uses them. */
export const airSyncContent: PageContent = {
  page: 'AirSync',
  document: 'MS-ASCMD',
  values: {
    SyncKey: text(1, 64),
    ClientId: text(1, 64),
    ServerId: text(1, 64),
    Class: words('Email', 'Calendar', 'Contacts', 'Tasks', 'SMS', 'Notes'),
    CollectionId: text(1, 64),
    GetChanges: SWITCH,
    WindowSize: {
      ...integer(0, 512),
      clamped: 'MS-ASCMD R4767, R4768: 0 and numbers above 512 count as 512',
    },
    FilterType: integer(0, 8),
    Truncation: integer(0, 9),
    RTFTruncation: BYTE,
    Conflict: FLAG,
    DeletesAsMoves: SWITCH,
    MIMESupport: integer(0, 2),
    MIMETruncation: integer(0, 8),
    Wait: { ...integer(1, 59), negotiated: LIMIT },
    ConversationMode: SWITCH,
    MaxItems: integer(1),
    HeartbeatInterval: { ...integer(60, 3540), negotiated: LIMIT },
  },
  contents: {
    SoftDelete: { source: 'MS-ASCMD, SoftDelete', children: [['ServerId', '1']] },
  },
};

import type { TagPage } from '../types.ts';

/** Code page 22. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const email2 = {
  page: 22,
  name: 'Email2',
  namespace: 'Email2',
  prefix: 'email2',
  roots: [],
  source: 'MS-ASWBXML §2.1.2.1.23',
  tags: [
    [0x05, 'UmCallerID', 'string', '14.0-16.1'],
    [0x06, 'UmUserNotes', 'string', '14.0-16.1'],
    [0x07, 'UmAttDuration', 'integer', '14.0-16.1'],
    [0x08, 'UmAttOrder', 'integer', '14.0-16.1'],
    [0x09, 'ConversationId', 'opaque', '14.0-16.1'],
    [0x0a, 'ConversationIndex', 'opaque', '14.0-16.1'],
    [0x0b, 'LastVerbExecuted', 'integer', '14.0-16.1'],
    [0x0c, 'LastVerbExecutionTime', 'dateTime', '14.0-16.1'],
    [0x0d, 'ReceivedAsBcc', 'boolean', '14.0-16.1'],
    [0x0e, 'Sender', 'string', '14.0-16.1'],
    [0x0f, 'CalendarType', 'integer', '14.0-16.1'],
    [0x10, 'IsLeapMonth', 'integer', '14.0-16.1'],
    [0x11, 'AccountId', 'string', '14.1-16.1'],
    [0x12, 'FirstDayOfWeek', 'integer', '14.1-16.1'],
    [0x13, 'MeetingMessageType', 'integer', '14.1-16.1'],
    [0x15, 'IsDraft', 'boolean', '16.0-16.1'],
    [0x16, 'Bcc', 'string', '16.0-16.1'],
    [0x17, 'Send', 'empty', '16.0-16.1'],
  ],
  aliases: {
    UmCallerId: 'UmCallerID',
  },
} as const satisfies TagPage;

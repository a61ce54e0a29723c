import type { TagPage } from '../types.ts';

/** Code page 8. Rows: code, name, type, first and last protocol version; `legacy` marks tags that MS-ASWBXML 22.2 does not list. */
export const meetingResponse = {
  page: 8,
  name: 'MeetingResponse',
  namespace: 'MeetingResponse',
  prefix: 'meetingresponse',
  roots: ['MeetingResponse'],
  source: 'MS-ASWBXML §2.1.2.1.9',
  tags: [
    [0x05, 'CalendarId', 'string', '2.5-16.1'],
    [0x06, 'CollectionId', 'string', '2.5-16.1'],
    [0x07, 'MeetingResponse', 'container', '2.5-16.1'],
    [0x08, 'RequestId', 'string', '2.5-16.1'],
    [0x09, 'Request', 'container', '2.5-16.1'],
    [0x0a, 'Result', 'container', '2.5-16.1'],
    [0x0b, 'Status', 'integer', '2.5-16.1'],
    [0x0c, 'UserResponse', 'integer', '2.5-16.1'],
    [0x0d, 'Version', 'string', '', 'legacy'],
    [0x0e, 'InstanceId', 'string', '14.1-16.1'],
    [0x10, 'ProposedStartTime', 'string', '16.1'],
    [0x11, 'ProposedEndTime', 'string', '16.1'],
    [0x12, 'SendResponse', 'container', '16.0-16.1'],
  ],
  aliases: {
    CalId: 'CalendarId',
    FolderId: 'CollectionId',
    MeetingResponseResult: 'Result',
    MeetingResponseStatus: 'Status',
    ReqId: 'RequestId',
  },
} as const satisfies TagPage;

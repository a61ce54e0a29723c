import type { PageContent } from '../types.ts';
import { COMPACT_DATE, DATE_TIME, numbers, text } from '../value-types.ts';

/** Code page 8: answers to invitations, and in items a proposed new time. */
export const meetingResponseContent: PageContent = {
  page: 'MeetingResponse',
  document: 'MS-ASCMD',
  values: {
    CalendarId: text(0, 64),
    CollectionId: text(0, 64),
    RequestId: text(0, 64),
    UserResponse: numbers(1, 2, 3),
    InstanceId: DATE_TIME,
    ProposedStartTime: COMPACT_DATE,
    ProposedEndTime: COMPACT_DATE,
  },
  contents: {
    SendResponse: {
      source: 'MS-ASCMD, SendResponse',
      children: [
        ['AirSyncBase:Body', '0-1'],
        ['ProposedStartTime', '0-1'],
        ['ProposedEndTime', '0-1'],
      ],
    },
  },
};

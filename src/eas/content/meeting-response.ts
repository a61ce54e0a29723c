import type { CommandContent } from './types.ts';

const request: CommandContent = {
  root: 'MeetingResponse:MeetingResponse',
  content: {
    source: 'MS-ASCMD, MeetingResponse',
    children: [
      [
        'Request',
        '1-*',
        {
          content: {
            source: 'MS-ASCMD, Request(MeetingResponse)',
            children: [
              ['UserResponse', '1'],
              ['CollectionId', '0-1'],
              ['RequestId', '0-1'],
              ['Search:LongId', '0-1'],
              ['InstanceId', '0-1'],
              ['SendResponse', '0-1'],
            ],
          },
        },
      ],
    ],
  },
};

const response: CommandContent = {
  root: 'MeetingResponse:MeetingResponse',
  content: {
    source: 'MS-ASCMD, MeetingResponse',
    children: [
      [
        'Result',
        '1-*',
        {
          content: {
            source: 'MS-ASCMD, Result(MeetingResponse), R2509; the example of section 4 has LongId',
            order: 'note',
            children: [
              ['RequestId', '0-1'],
              ['Search:LongId', '0-1'],
              ['Status', '1'],
              ['CalendarId', '0-1'],
              ['InstanceId', '0-1'],
            ],
          },
        },
      ],
    ],
  },
};

/** Accepts or declines invitations. */
export const meetingResponse = { request, response };

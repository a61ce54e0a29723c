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
            blank: ['CollectionId', 'RequestId'],
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
    source: 'MS-ASCMD, MeetingResponse; 2.2.2',
    order: 'should',
    least: 'must',
    blank: ['Result'],
    children: [
      // A common code that refuses the whole request; where each answer has one of its own there is none.
      ['Status', '0-1'],
      [
        'Result',
        '0-*',
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

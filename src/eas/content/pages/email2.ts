import type { PageContent } from '../types.ts';
import { FLAG, integer, text } from '../value-types.ts';

/** Code page 22: more properties of a mail. */
export const email2Content: PageContent = {
  page: 'Email2',
  document: 'MS-ASEMAIL',
  values: {
    LastVerbExecuted: integer(0, 3),
    IsLeapMonth: FLAG,
    FirstDayOfWeek: integer(0, 6),
    MeetingMessageType: integer(0, 6),
    Bcc: text(0, 1024),
  },
};

import type { PageContent } from '../types.ts';
import { COMPACT_DATE } from '../value-types.ts';

/** Code page 8, as far as items use it: a proposed new time. */
export const meetingResponseContent: PageContent = {
  page: 'MeetingResponse',
  document: 'MS-ASCMD',
  values: {
    ProposedStartTime: COMPACT_DATE,
    ProposedEndTime: COMPACT_DATE,
  },
};

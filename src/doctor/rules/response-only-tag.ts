import type { RulePage } from '../rule.ts';
import { wrongSideRule } from '../wrong-side.ts';

export const responseOnlyTag = wrongSideRule('response-only-tag', 'request', 'MS-ASCMD R4817');

export const responseOnlyTagPage: RulePage = {
  title: 'A tag of responses in a request',
  scope: 'message',
  side: 'request',
  why: 'Status, MoreAvailable, Responses and their like are answers. A strict server refuses a request with them.',
  covers: ['SCHEMA-02'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 14 010101', side: 'request' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 010101', side: 'request' },
};

import type { RulePage } from '../rule.ts';
import { wrongSideRule } from '../wrong-side.ts';

export const requestOnlyTag = wrongSideRule('request-only-tag', 'response', 'MS-ASCMD R4817');

export const requestOnlyTagPage: RulePage = {
  title: 'A tag of requests in a response',
  scope: 'message',
  side: 'response',
  why: 'GetChanges, WindowSize, Options and their like are questions. In an answer they mean nothing.',
  covers: ['SCHEMA-02', 'D9'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 13 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};

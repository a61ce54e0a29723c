import { AT_START, at, type ConversationRule, type WideJudgement } from '../digest/index.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const listsInReply: ConversationRule = {
  id: 'lists-in-reply',
  breach: 'habit',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASHTTP R707, R708, R709, R800',
  judge: (talk) =>
    talk.lanes.flatMap(({ pairs }) => {
      const all = pairs.filter(
        ({ request, response }) =>
          request?.http.method === 'POST' &&
          response !== undefined &&
          (response.http.versions !== undefined || response.http.commands !== undefined),
      );
      const [first] = all;
      if (!first) return [];
      const finding: WideJudgement = {
        ...at(first, 'response', AT_START),
        text: 'The reply lists versions or commands, which belong to OPTIONS. In another reply they tell the phone to begin anew; Z-Push sends them always, without harm.',
        times: all.length,
      };
      return [finding];
    }),
};

export const listsInReplyPage: RulePage = {
  title: 'Lists of OPTIONS in another reply',
  scope: 'conversation',
  side: 'response',
  why: 'Read by the letter they mean that what the server offers has changed.',
  covers: ['HTTP-OPT-04'],
  bad: {
    exchanges: [
      {
        request: post('Sync', SYNC_KEY_0),
        response: reply(SYNC_KEY_1, { 'MS-ASProtocolVersions': '14.0,14.1' }),
      },
    ],
  },
  good: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) }] },
};

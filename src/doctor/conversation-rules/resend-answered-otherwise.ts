import { at, quoted, type ConversationRule } from '../digest/index.ts';
import { answered, asked, deletes, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';
import { resendsOf } from './resends.ts';

export const resendAnsweredOtherwise: ConversationRule = {
  id: 'resend-answered-otherwise',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R5106 to R5122',
  judge: (talk) =>
    talk.lanes.flatMap((lane) =>
      resendsOf(lane).flatMap(({ first, again }) => {
        const [before, now] = [first.answered, again.answered];
        // With several folders in one reply the others may have changed.
        const single = [first, again].every(({ pair }) => pair.response?.sync?.collections.length === 1);
        if (!single || !now?.key || before?.key?.text !== now.key.text) return [];
        if (first.pair.response?.same === again.pair.response?.same) return [];
        const counts = [before.commands?.count ?? 0, now.commands?.count ?? 0] as const;
        const how = counts[0] === counts[1] ? 'other bytes' : `${counts[1]} changes instead of ${counts[0]}`;
        return [
          {
            ...at(again.pair, 'response', now),
            text: `The phone sent key ${quoted(again.asked.key?.text ?? '')} again and got ${how} under the same new key. A resend gets the same answer.`,
            related: [{ ...at(first.pair, 'response', before), text: 'The first answer.' }],
          },
        ];
      }),
    ),
};

const request = { hex: sync(asked('1', '2')) };
const reply = (...ids: readonly string[]): { hex: string } => ({
  hex: sync(answered('2', '2', deletes(...ids))),
});

export const resendAnsweredOtherwisePage: RulePage = {
  title: 'A resend that gets another answer',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'One key stands for one state. If two answers with different items have the same key, the phone has one of two states, and the server does not know which.',
  covers: ['SYNC-KEY-03'],
  bad: {
    exchanges: [
      { request, response: reply('2:1') },
      { request, response: reply('2:1', '2:2') },
    ],
  },
  good: {
    exchanges: [
      { request, response: reply('2:1') },
      { request, response: reply('2:1') },
    ],
  },
};

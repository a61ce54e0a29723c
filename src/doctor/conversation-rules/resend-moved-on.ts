import { at, quoted, type ConversationRule, type TurnOf } from '../digest/index.ts';
import { answered, asked, deletes, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';
import { resendsOf } from './resends.ts';

/** A resend that gets another key: the server took its own last answer for one that arrived. */
export const resendMovedOn: ConversationRule = {
  id: 'resend-moved-on',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R5106 to R5122',
  judge: (talk) =>
    talk.lanes.flatMap((lane) =>
      resendsOf(lane).flatMap(({ first, again }) => {
        const [before, now] = [keyOf(first), keyOf(again)];
        if (!before || !now || before.text === now.text || now.text === again.asked.key?.text) return [];
        return [
          {
            ...at(again.pair, 'response', now),
            text: `The phone sent key ${quoted(again.asked.key?.text ?? '')} again, and the server moved on from ${quoted(before.text)} to ${quoted(now.text)}. A repeated key means that the last answer did not arrive: it is given again.`,
            related: [{ ...at(first.pair, 'response', before), text: 'The key of the first answer.' }],
          },
        ];
      }),
    ),
};

const keyOf = ({ answered }: TurnOf) => answered?.key;

const request = { hex: sync(asked('1', '2')) };
const reply = (key: string): { hex: string } => ({ hex: sync(answered(key, '2', deletes('2:1'))) });

export const resendMovedOnPage: RulePage = {
  title: 'The key moves on although the phone did not',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'Only the phone says that a reply arrived, by using its key. A server that moves on when it writes the reply loses the items of every reply that gets lost.',
  covers: ['SYNC-KEY-04', 'D24'],
  bad: {
    exchanges: [
      { request, response: reply('2') },
      { request, response: reply('3') },
    ],
  },
  good: {
    exchanges: [
      { request, response: reply('2') },
      { request, response: reply('2') },
    ],
  },
};

import { reactionsTo } from '../../eas/index.ts';
import { at, quoted, type ConversationRule } from '../digest/index.ts';
import {
  answered,
  asked,
  holding,
  leaf,
  sync,
  SYNC_KEY_0,
  SYNC_KEY_1,
} from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';
import { ordinal } from './stories.ts';

/** Key 0, first key, Status 3, key 0 …: the server does not know the key that it has just handed out. */
export const keyRefusedAtOnce: ConversationRule = {
  id: 'key-refused-at-once',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R4424 to R4428, R4598',
  judge: (talk) =>
    talk.lanes.flatMap((lane) =>
      [...lane.turns.values()].flatMap((turns) => {
        let rounds = 0;
        return turns.flatMap((turn, i) => {
          const issued = turns[i - 1]?.answered;
          const status = turn.answered?.status;
          const key = issued?.status?.text === '1' ? issued.key : undefined;
          if (status?.text !== '3' || !key || key.text !== turn.asked.key?.text || key.text === '0')
            return [];
          rounds++;
          const again = rounds > 1 ? `${ordinal(rounds)} time: the` : 'The';
          return [
            {
              ...at(turn.pair, 'response', status),
              text: `${again} server refuses key ${quoted(key.text)} with Status 3, and it handed that key out in its last reply. The phone goes back to key 0, and the round begins anew.`,
              // Once may be meant: what the server kept is gone, and all is to be synced anew.
              ...(rounds === 1 && { breach: 'SHOULD' as const, consequence: ONCE }),
              phone: reactionsTo('key-refused-at-once'),
              related: [
                {
                  ...at(turns[i - 1]?.pair ?? turn.pair, 'response', key),
                  text: 'Here the key was handed out.',
                },
              ],
            },
          ];
        });
      }),
    ),
};

const ONCE = { what: 'hurts', by: 'phone', basis: 'inferred' } as const;

const refused = sync(holding('4f', leaf('4b', '1'), leaf('52', '2'), leaf('4e', '3')));

export const keyRefusedAtOncePage: RulePage = {
  title: 'A key refused that was just handed out',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'Most often key 0 did not reset what is stored for the folder, or one row is kept for all folders. Where Status 3 does not help, some phones recover with Status 12 only.',
  covers: ['D25', 'SYNC-ST-03'],
  bad: {
    exchanges: [
      { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } },
      { request: { hex: sync(asked('1', '2')) }, response: { hex: refused } },
    ],
  },
  good: {
    exchanges: [
      { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } },
      { request: { hex: sync(asked('1', '2')) }, response: { hex: sync(answered('1', '2')) } },
    ],
  },
};

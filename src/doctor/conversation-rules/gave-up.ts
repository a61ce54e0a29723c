import { at, quoted, type ConversationRule } from '../digest/index.ts';
import { answered, asked, deletes, sync, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const gaveUp: ConversationRule = {
  id: 'gave-up',
  breach: 'habit',
  consequence: { what: 'tolerated', by: 'server', basis: 'reported' },
  basis: 'reported',
  source: 'loop detection of Z-Push, comment on iPhones',
  judge: (talk) =>
    talk.lanes.flatMap((lane) =>
      [...lane.turns.values()].flatMap((turns) =>
        turns.flatMap((turn, i) => {
          const [first, second] = [turns[i - 2], turns[i - 1]];
          const key = second?.asked.key;
          if (turn.asked.key?.text !== '0' || !first || !key || key.text === '0') return [];
          if (first.asked.key?.text !== key.text || second.answered?.status?.text === '3') return [];
          if (second.answered?.key === undefined || second.answered.key.text === key.text) return [];
          return [
            {
              ...at(turn.pair, 'request', turn.asked.key),
              text: `The phone gave key ${quoted(key.text)} up and starts anew with key 0: it could not use what it got. Look at the answers before this one.`,
              related: [
                { ...at(second.pair, 'response', second.answered.key), text: 'The last answer before it.' },
              ],
            },
          ];
        }),
      ),
    ),
};

const turn = {
  request: { hex: sync(asked('1', '2')) },
  response: { hex: sync(answered('2', '2', deletes('2:1'))) },
};
const start = { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } };

export const gaveUpPage: RulePage = {
  title: 'The phone starts anew',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'request',
  why: 'After some rounds with the same key a phone drops what it has of the folder. The server has to take the new family of keys, and forget what it counted for the old one.',
  covers: ['SYNC-KEY-08'],
  bad: { exchanges: [turn, turn, start] },
  good: { exchanges: [turn, start] },
};

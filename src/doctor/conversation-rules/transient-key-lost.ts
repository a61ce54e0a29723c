import { at, quoted, type ConversationRule } from '../digest/index.ts';
import { answered, asked, holding, leaf, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

const TRANSIENT = ['5', '16'];

export const transientKeyLost: ConversationRule = {
  id: 'transient-key-lost',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4435 to R4438, R4468',
  judge: (talk) =>
    talk.lanes.flatMap((lane) =>
      [...lane.turns.values()].flatMap((turns) =>
        turns.flatMap((turn, i) => {
          const before = turns[i - 1];
          const [first, now] = [before?.answered?.status, turn.answered?.status];
          if (!before || !first || !now || !TRANSIENT.includes(first.text) || now.text !== '3') return [];
          if (before.asked.key?.text !== turn.asked.key?.text || turn.asked.key?.text === '0') return [];
          return [
            {
              ...at(turn.pair, 'response', now),
              text: `After Status ${first.text} the phone tries key ${quoted(turn.asked.key?.text ?? '')} again, and now it is not valid. Status ${first.text} passes: the key has to stay.`,
              related: [{ ...at(before.pair, 'response', first), text: 'The first answer.' }],
            },
          ];
        }),
      ),
    ),
};

const turn = (status: string, key = '1') => ({
  request: { hex: sync(asked('1', '2')) },
  response: { hex: sync(holding('4f', leaf('4b', key), leaf('52', '2'), leaf('4e', status))) },
});

export const transientKeyLostPage: RulePage = {
  title: 'A key lost over a passing failure',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'The phone loads the whole folder again because the server was busy for a moment.',
  covers: ['SYNC-ST-05'],
  bad: { exchanges: [turn('5'), turn('3')] },
  good: {
    exchanges: [
      turn('5'),
      { request: { hex: sync(asked('1', '2')) }, response: { hex: sync(answered('1', '2')) } },
    ],
  },
};

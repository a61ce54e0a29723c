import { AT_START, at, isHttpOk, type ConversationRule } from '../digest/index.ts';
import { answered, asked, deletes, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const morePromised: ConversationRule = {
  id: 'more-promised',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4771, R3456',
  judge: (talk) =>
    talk.lanes.flatMap((lane) =>
      [...lane.turns.values()].flatMap((turns) =>
        turns.flatMap((turn, i) => {
          const before = turns[i - 1];
          const more = before?.answered?.moreAvailable;
          const { response } = turn.pair;
          if (!more || before.answered?.key?.text !== turn.asked.key?.text || !response) return [];
          if (!isHttpOk(response) || !['wbxml', 'empty'].includes(response.body)) return [];
          const { answered } = turn;
          if (turn.asked.getChanges?.text === '0' || (answered?.commands?.count ?? 0) > 0) return [];
          if (answered?.moreAvailable) return []; // promised again: of that a rule about the reply alone speaks
          if ((answered?.status && answered.status.text !== '1') || response.status?.text.match(/^[02-9]/))
            return [];
          return [
            {
              ...at(turn.pair, 'response', answered?.key ?? AT_START),
              text: 'The last reply said MoreAvailable, and this one brings nothing. A phone that is told of more asks at once, without a pause.',
              related: [{ ...at(before.pair, 'response', more), text: 'Here more was promised.' }],
            },
          ];
        }),
      ),
    ),
};

const first = {
  request: { hex: sync(asked('1', '2')) },
  response: { hex: sync(answered('2', '2', '14', deletes('2:1'))) },
};

export const morePromisedPage: RulePage = {
  title: 'More was promised, and nothing came',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'MoreAvailable stands where something is left, and nowhere else.',
  covers: ['SYNC-RSP-15'],
  bad: {
    exchanges: [
      first,
      { request: { hex: sync(asked('2', '2')) }, response: { hex: sync(answered('2', '2')) } },
    ],
  },
  good: {
    exchanges: [
      first,
      {
        request: { hex: sync(asked('2', '2')) },
        response: { hex: sync(answered('3', '2', deletes('2:2'))) },
      },
    ],
  },
};

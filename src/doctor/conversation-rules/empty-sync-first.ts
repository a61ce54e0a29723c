import { AT_START, at, isEmptyReply, type ConversationRule } from '../digest/index.ts';
import {
  message,
  holding,
  leaf,
  post,
  reply,
  SYNC_KEY_0,
  SYNC_KEY_1,
} from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const emptySyncFirst: ConversationRule = {
  id: 'empty-sync-first',
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R673, R674, R4456',
  ground: 'no-body',
  judge: (talk) =>
    talk.lanes.flatMap((lane) => {
      const syncs = lane.of('Sync');
      const first = syncs.findIndex(({ request }) => request?.body !== 'empty');
      const before = first < 0 ? syncs : syncs.slice(0, first);
      return before.flatMap((pair) =>
        isEmptyReply(pair.response)
          ? [
              {
                ...at(pair, 'response', AT_START),
                text: 'An empty Sync is answered with nothing, and no Sync here came before it. It asks for the one before again; where nothing is kept the answer is Status 13.',
                related: [{ ...at(pair, 'request', AT_START), text: 'The empty request.' }],
              },
            ]
          : [],
      );
    }),
};

export const emptySyncFirstPage: RulePage = {
  title: 'An empty Sync with nothing before it',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  versions: '12.1-16.1',
  why: 'Nothing to nothing tells neither side anything: the phone believes that all is well.',
  covers: ['SYNC-REQ-08', 'SYNC-REQ-12'],
  bad: { exchanges: [{ request: post('Sync', ''), response: reply('') }] },
  good: {
    exchanges: [
      { request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) },
      {
        request: post(
          'Ping',
          message(
            '000d',
            holding(
              '45',
              leaf('48', '900'),
              holding('49', holding('4a', leaf('4b', '2'), leaf('4c', 'Email'))),
            ),
          ),
        ),
        response: reply(message('000d', holding('45', leaf('47', '1')))),
      },
    ],
  },
};

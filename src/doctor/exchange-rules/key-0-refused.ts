import { reactionsTo } from '../../eas/index.ts';
import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { asked, holding, leaf, sync, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const key0Refused: ExchangeRule = {
  id: 'key-0-refused',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R4598, R4424 to R4428',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      const status = answered?.status;
      if (asked.key?.text !== '0' || status?.text !== '3') return [];
      return [
        {
          ...at(pair, 'response', status),
          text: 'Key 0 is answered with Status 3, “this key is not valid”. Key 0 is always valid: it means to start anew.',
          related: [{ ...at(pair, 'request', asked.key), text: 'The request has key 0.' }],
          phone: reactionsTo('key-0-refused'),
        },
      ];
    });
  },
};

export const key0RefusedPage: RulePage = {
  title: 'Key 0 refused',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'Status 3 sends a phone back to key 0. Where key 0 itself gets Status 3 there is no way out: reset what is stored for the folder, and answer with a first key.',
  covers: ['SYNC-INIT-09', 'D25'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('0', '2')) },
        response: { hex: sync(holding('4f', leaf('4b', '0'), leaf('52', '2'), leaf('4e', '3'))) },
      },
    ],
  },
  good: { exchanges: [{ request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } }] },
};

import { reactionsTo } from '../../eas/index.ts';
import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, deletes, sync, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const itemsAtKey0: ExchangeRule = {
  id: 'items-at-key-0',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R648, R5033 to R5037, R5555',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      if (asked.key?.text !== '0' || !answered) return [];
      const { commands, responses, moreAvailable } = answered;
      // Operations sent with key 0 are the request's fault.
      const part = isFull(commands)
        ? { mark: commands, name: 'items' }
        : isFull(responses) && !isFull(asked.commands)
          ? { mark: responses, name: 'Responses' }
          : moreAvailable && { mark: moreAvailable, name: 'MoreAvailable' };
      if (!part) return [];
      return [
        {
          ...at(pair, 'response', part.mark),
          text: `The reply to key 0 has ${part.name}. It brings the first key and nothing else; items come when the phone has asked with that key.`,
          related: [{ ...at(pair, 'request', asked.key), text: 'The request has key 0.' }],
          phone: reactionsTo('items-at-key-0'),
        },
      ];
    });
  },
};

const isFull = <T extends { count: number }>(part: T | undefined): part is T =>
  part !== undefined && part.count > 0;

export const itemsAtKey0Page: RulePage = {
  title: 'Items in the reply to key 0',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'With key 0 a phone does not ask for changes: GetChanges is then 0 of itself.',
  covers: ['SYNC-INIT-06', 'D7'],
  bad: {
    exchanges: [
      { request: { hex: SYNC_KEY_0 }, response: { hex: sync(answered('1', '2', deletes('2:1'))) } },
    ],
  },
  good: { exchanges: [{ request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } }] },
};

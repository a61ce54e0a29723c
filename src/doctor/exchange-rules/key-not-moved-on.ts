import { deviationFor, reactionsTo } from '../../eas/index.ts';
import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, deletes, sync } from './example-bytes.ts';

/** Changes under the key that the phone already has: the next request looks like a resend of this one. */
export const keyNotMovedOn: ExchangeRule = {
  id: 'key-not-moved-on',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R4603, R5034',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      const { key, commands, status } = answered ?? {};
      if (!key || key.text === '0' || key.text !== asked.key?.text) return [];
      if (!commands || commands.count === 0 || (status && status.text !== '1')) return [];
      return [
        {
          ...at(pair, 'response', key),
          text: 'The reply has changes, but its key is the one of the request. A reply with changes carries a new key: with the old one a lost reply cannot be told from one that arrived.',
          related: [
            { ...at(pair, 'request', asked.key), text: 'The key of the request.' },
            { ...at(pair, 'response', commands), text: 'The changes.' },
          ],
          phone: reactionsTo('key-not-moved-on'),
          deviation: deviationFor('key-not-moved-on'),
        },
      ];
    });
  },
};

export const keyNotMovedOnPage: RulePage = {
  title: 'Changes without a new key',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'The key names the state that the phone has after the reply. If it stays, the next request asks for the same changes again.',
  covers: ['SYNC-KEY-02', 'SYNC-KEY-07', 'D6'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2')) },
        response: { hex: sync(answered('1', '2', deletes('2:1'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2')) },
        response: { hex: sync(answered('2', '2', deletes('2:1'))) },
      },
    ],
  },
};

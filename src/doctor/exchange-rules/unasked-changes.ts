import { at, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, deletes, leaf, sync } from './example-bytes.ts';

export const unaskedChanges: ExchangeRule = {
  id: 'unasked-changes',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R3125',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      const commands = answered?.commands;
      if (asked.getChanges?.text !== '0' || !commands || commands.count === 0) return [];
      if (asked.key?.text === '0') return []; // the first key brings no items, GetChanges or not
      return [
        {
          ...at(pair, 'response', commands),
          text: 'The request has GetChanges 0, and the reply has changes. It may have Responses, but no Commands.',
          related: [{ ...at(pair, 'request', asked.getChanges), text: 'No changes are asked for.' }],
        },
      ];
    });
  },
};

export const unaskedChangesPage: RulePage = {
  title: 'Changes where none were asked for',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'With GetChanges 0 a phone sends its own changes and is not ready to take others.',
  covers: ['SYNC-REQ-06'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', leaf('53', '0'))) },
        response: { hex: sync(answered('2', '2', deletes('2:1'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', leaf('53', '0'))) },
        response: { hex: sync(answered('2', '2')) },
      },
    ],
  },
};

import { AT_START, at, operationsOf, quoted, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, fetch, holding, leaf, sync } from './example-bytes.ts';

export const unansweredFetch: ExchangeRule = {
  id: 'unanswered-fetch',
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R1660, R760',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      if (!answered || (answered.status && answered.status.text !== '1')) return [];
      const { responses, commands } = answered;
      if (responses && responses.count > responses.list.length) return [];
      const known = new Set(
        operationsOf(answered, 'responses').flatMap(({ kind, serverId }) =>
          kind === 'Fetch' && serverId ? [serverId.text] : [],
        ),
      );
      const open = operationsOf(asked, 'commands').filter(
        ({ kind, serverId }) => kind === 'Fetch' && serverId && !known.has(serverId.text),
      );
      const [first] = open;
      if (!first?.serverId) return [];
      const place = responses ?? commands ?? answered.key ?? AT_START;
      return [
        {
          ...at(pair, 'response', place),
          text: `The Fetch of ${quoted(first.serverId.text)} has no answer. It belongs into Responses, with ServerId, Status and ApplicationData.`,
          related: open
            .slice(0, 100)
            .map((one) => ({ ...at(pair, 'request', one), text: 'This Fetch has no answer.' })),
        },
      ];
    });
  },
};

export const unansweredFetchPage: RulePage = {
  title: 'A Fetch without an answer',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'The phone waits for the item it asked for. The message stays on “Loading”.',
  covers: ['SYNC-RSP-20'],
  bad: {
    exchanges: [
      { request: { hex: sync(asked('1', '2', fetch('2:1'))) }, response: { hex: sync(answered('1', '2')) } },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', fetch('2:1'))) },
        response: {
          hex: sync(answered('1', '2', holding('46', holding('4a', leaf('4d', '2:1'), leaf('4e', '8'))))),
        },
      },
    ],
  },
};

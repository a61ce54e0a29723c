import { AT_START, at, isEmptyReply, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, deletes, sync } from './example-bytes.ts';

export const emptyReplyToOperations: ExchangeRule = {
  id: 'empty-reply-to-operations',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4603, R667',
  ground: 'no-body',
  judge(pair) {
    const { request, response } = pair;
    const sent = request?.sync?.collections.find(
      ({ key, commands }) => commands && commands.count > 0 && key?.text !== '0',
    );
    if (!sent?.commands || !isEmptyReply(response)) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'Operations of the phone are answered without a body. The reply must carry the new key, or the phone sends them again.',
        related: [{ ...at(pair, 'request', sent.commands), text: 'The operations.' }],
      },
    ];
  },
};

export const emptyReplyToOperationsPage: RulePage = {
  title: 'Operations answered with nothing',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'An empty reply means that nothing changed. Where the phone sent changes of its own, its key moves on, and it learns that only from a body.',
  covers: ['SYNC-RSP-19'],
  bad: { exchanges: [{ request: { hex: sync(asked('1', '2', deletes('2:1'))) }, response: { hex: '' } }] },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', deletes('2:1'))) },
        response: { hex: sync(answered('2', '2')) },
      },
    ],
  },
};

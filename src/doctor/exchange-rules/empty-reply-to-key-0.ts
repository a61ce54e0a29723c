import { deviationFor } from '../../eas/index.ts';
import { AT_START, at, isEmptyReply, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const emptyReplyToKey0: ExchangeRule = {
  id: 'empty-reply-to-key-0',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4599',
  ground: 'no-body',
  judge(pair) {
    const { request, response } = pair;
    const first = request?.sync?.collections.find(({ key }) => key?.text === '0');
    if (!first?.key || !isEmptyReply(response)) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'Key 0 is answered without a body. Only a reply can bring the first key, so the phone asks again with key 0.',
        related: [{ ...at(pair, 'request', first.key), text: 'The request has key 0.' }],
        deviation: deviationFor('empty-reply-to-key-0'),
      },
    ];
  },
};

export const emptyReplyToKey0Page: RulePage = {
  title: 'Key 0 answered with nothing',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'An empty reply means that nothing changed. For key 0 there is always something: the first key. For a folder that does not exist, answer with Status 12.',
  covers: ['SYNC-INIT-07', 'D22'],
  bad: { exchanges: [{ request: { hex: SYNC_KEY_0 }, response: { hex: '' } }] },
  good: { exchanges: [{ request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } }] },
};

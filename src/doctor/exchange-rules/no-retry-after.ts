import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const noRetryAfter: ExchangeRule = {
  id: 'no-retry-after',
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R190; MS-ASCMD R7551',
  ground: 'refused-by-http',
  judge(pair) {
    const { response } = pair;
    if (response?.http.status !== 503 || (response.http.retryAfter ?? '').trim() !== '') return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'The HTTP status 503 tells the phone to wait, and no Retry-After says how long.',
      },
    ];
  },
};

export const noRetryAfterPage: RulePage = {
  title: 'Told to wait, without how long',
  scope: 'exchange',
  side: 'response',
  why: 'A busy server that names a time is asked again after it, and not before.',
  covers: ['HTTP-503-01'],
  bad: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply('', {}, 503) }] },
  good: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) }] },
};

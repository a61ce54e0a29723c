import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const noNewAddress: ExchangeRule = {
  id: 'no-new-address',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R183, R224',
  ground: 'refused-by-http',
  judge(pair) {
    const { response } = pair;
    if (response?.http.status !== 451 || (response.http.location ?? '').trim() !== '') return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'The HTTP status 451 sends the phone to another server, but there is no X-MS-Location that says where.',
      },
    ];
  },
};

export const noNewAddressPage: RulePage = {
  title: 'Sent elsewhere, without an address',
  scope: 'exchange',
  side: 'response',
  why: 'A phone moves to the address in X-MS-Location. Without it the account stands still.',
  covers: ['HTTP-451-01'],
  bad: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply('', {}, 451) }] },
  good: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) }] },
};

import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const noChallenge: ExchangeRule = {
  id: 'no-challenge',
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R178',
  ground: 'refused-by-http',
  judge(pair) {
    const { response } = pair;
    if (response?.http.status !== 401 || !response.http.hasHeaders) return [];
    if ((response.http.challenge ?? '').trim() !== '') return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'The HTTP status 401 asks for credentials, and no WWW-Authenticate says which.',
      },
    ];
  },
};

export const noChallengePage: RulePage = {
  title: 'Refused without saying what is asked for',
  scope: 'exchange',
  side: 'response',
  why: 'The HTTP status 401 is for credentials and nothing else: the phone asks the person for the password.',
  covers: ['HTTP-401-01'],
  bad: {
    exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply('', { 'Content-Length': '0' }, 401) }],
  },
  good: { exchanges: [{ request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) }] },
};

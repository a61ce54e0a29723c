import { AT_START, at, isHttpOk, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { listed } from '../scene.ts';
import { offer, OPTIONS } from './options-example.ts';

export const noOffer: ExchangeRule = {
  id: 'no-offer',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R247, R248, 2.2.4.1.2',
  judge(pair) {
    const { request, response } = pair;
    if (request?.http.method !== 'OPTIONS' || !response?.http.hasHeaders || !isHttpOk(response)) return [];
    const { versions = '', commands = '' } = response.http;
    const missing = [
      ...(versions.trim() === '' ? ['MS-ASProtocolVersions'] : []),
      ...(commands.trim() === '' ? ['MS-ASProtocolCommands'] : []),
    ];
    if (missing.length === 0) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: `The reply to OPTIONS has no ${listed(missing, 'and no')}. A phone learns from it what the server speaks.`,
      },
    ];
  },
};

export const noOfferPage: RulePage = {
  title: 'OPTIONS without an offer',
  scope: 'exchange',
  side: 'response',
  why: 'The two lists are what a phone asks OPTIONS for. Without them the account is not set up.',
  covers: ['HTTP-OPT-01'],
  bad: {
    exchanges: [
      { request: OPTIONS, response: { hex: '', http: { status: 200, headers: { Allow: 'OPTIONS,POST' } } } },
    ],
  },
  good: { exchanges: [{ request: OPTIONS, response: offer('14.1,16.0,16.1', ',Find') }] },
};

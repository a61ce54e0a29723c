import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { offer, OPTIONS } from './options-example.ts';

export const optionsRefused: ExchangeRule = {
  id: 'options-refused',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R2371; MS-ASPROV R61103',
  ground: 'refused-by-http',
  judge(pair) {
    const { request, response } = pair;
    if (request?.http.method !== 'OPTIONS' || response?.http.status !== 449) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'OPTIONS is answered with the HTTP status 449. No policy is asked of OPTIONS: the phone does not know yet what the server speaks.',
      },
    ];
  },
};

export const optionsRefusedPage: RulePage = {
  title: 'OPTIONS refused for want of a policy',
  scope: 'exchange',
  side: 'response',
  why: 'OPTIONS comes first, with policy key 0 or none. Provision comes after it.',
  covers: ['HTTP-OPT-03'],
  bad: { exchanges: [{ request: OPTIONS, response: { hex: '', http: { status: 449 } } }] },
  good: { exchanges: [{ request: OPTIONS, response: offer('14.1,16.0,16.1', ',Find') }] },
};

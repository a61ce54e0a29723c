import { AT_START, at, isHttpOk, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { offer, OPTIONS } from './options-example.ts';

const NEWEST = '16.1';

export const oldOffer: ExchangeRule = {
  id: 'old-offer',
  breach: 'habit',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'jobisoft/TbSync issues 775, 778; EAS-4-TbSync issue 312',
  judge(pair) {
    const { request, response } = pair;
    const versions = response?.http.versions;
    if (request?.http.method !== 'OPTIONS' || !response || !isHttpOk(response)) return [];
    if (versions === undefined || versions.trim() === '' || versions.includes(NEWEST)) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'The server does not offer version 16.1. Phones take a lower one; Exchange Online itself takes nothing else since March 2026.',
      },
    ];
  },
};

export const oldOfferPage: RulePage = {
  title: 'An offer without 16.1',
  scope: 'exchange',
  side: 'response',
  why: 'An iPhone takes the highest version that both sides know. What is tried at a lower one is not tried at the one it speaks with Exchange Online.',
  covers: ['HTTP-VER-02'],
  bad: { exchanges: [{ request: OPTIONS, response: offer('12.1,14.0,14.1') }] },
  good: { exchanges: [{ request: OPTIONS, response: offer('14.1,16.0,16.1', ',Find') }] },
};

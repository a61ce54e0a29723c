import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const unreadableQuery: ExchangeRule = {
  id: 'unreadable-query',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R23 to R54, R81 to R86',
  judge(pair) {
    const fault = pair.request?.http.queryFault;
    if (fault === undefined) return [];
    const text = `The base64 query of the address cannot be read. ${fault}`;
    return [{ ...at(pair, 'request', AT_START), text }];
  },
};

const post = (query: string) => ({
  hex: SYNC_KEY_0,
  http: { method: 'POST', url: `/Microsoft-Server-ActiveSync?${query}` },
});

export const unreadableQueryPage: RulePage = {
  title: 'A base64 query that cannot be read',
  scope: 'exchange',
  side: 'request',
  versions: '12.1-16.1',
  why: 'Version times ten, number of the command, locale in two bytes; then DeviceId, policy key and DeviceType, each with its length before it. The policy key has four bytes or none.',
  covers: ['HTTP-URL-02'],
  // 141, Sync, locale 0409, DeviceId D1, a policy key of 2 bytes, DeviceType iPhone; then with none.
  bad: { exchanges: [{ request: post('jQAJBAJEMQIABwZpUGhvbmU='), response: { hex: SYNC_KEY_1 } }] },
  good: { exchanges: [{ request: post('jQAJBAJEMQAGaVBob25l'), response: { hex: SYNC_KEY_1 } }] },
};

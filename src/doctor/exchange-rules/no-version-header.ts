import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

/** A plain query does not name the version, so a header has to. Speaks only where the headers were kept. */
export const noVersionHeader: ExchangeRule = {
  id: 'no-version-header',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R404',
  judge(pair) {
    const { request } = pair;
    if (!request || request.side !== 'request') return [];
    const { method, hasPlainQuery, version, contentType, agent } = request.http;
    const wereKept = contentType !== undefined && agent !== undefined;
    if (method !== 'POST' || !hasPlainQuery || !wereKept || (version ?? '') !== '') return [];
    if (request.version?.how === 'said') return [];
    return [
      {
        ...at(pair, 'request', AT_START),
        text: 'The request has no MS-ASProtocolVersion. With a plain query the server cannot know which version is spoken.',
      },
    ];
  },
};

const headers = {
  'Content-Type': 'application/vnd.ms-sync.wbxml',
  'User-Agent': 'Apple-iPhone16C2/2301.341',
};

export const noVersionHeaderPage: RulePage = {
  title: 'A request that names no version',
  scope: 'exchange',
  side: 'request',
  why: 'A server that is told nothing takes it for an old version, and answers in its shape.',
  covers: ['HTTP-VER-01'],
  bad: {
    exchanges: [{ request: post('Sync', SYNC_KEY_0, headers), response: reply(SYNC_KEY_1) }],
  },
  good: {
    exchanges: [
      {
        request: post('Sync', SYNC_KEY_0, { ...headers, 'MS-ASProtocolVersion': '14.1' }),
        response: reply(SYNC_KEY_1),
      },
    ],
  },
};

import { versionBit } from '../../eas/index.ts';
import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from './example-bytes.ts';

export const otherVersion: ExchangeRule = {
  id: 'other-version',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP R158, R404',
  judge(pair) {
    const { request, response } = pair;
    const asked = request?.version?.how === 'known' ? request.version.value : undefined;
    const told = response?.http.version;
    if (asked === undefined || told === undefined || told === asked || versionBit(told) === 0) return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: `The request speaks version ${asked}, and the reply says ${told}. A server answers in the version it was asked in.`,
      },
    ];
  },
};

const version = (value: string): Record<string, string> => ({ 'MS-ASProtocolVersion': value });

export const otherVersionPage: RulePage = {
  title: 'A reply in another version',
  scope: 'exchange',
  side: 'response',
  why: 'The version decides what may stand in a message. A phone reads the reply as one of the version it named.',
  covers: ['HTTP-VER-01'],
  bad: {
    exchanges: [
      { request: post('Sync', SYNC_KEY_0, version('16.1')), response: reply(SYNC_KEY_1, version('14.1')) },
    ],
  },
  good: {
    exchanges: [
      { request: post('Sync', SYNC_KEY_0, version('14.1')), response: reply(SYNC_KEY_1, version('14.1')) },
    ],
  },
};

import { AT_START, at, isAt, isEmptyReply, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, leaf, sync } from './example-bytes.ts';

export const emptyReplyTooOld: ExchangeRule = {
  id: 'empty-reply-too-old',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.1.21.2',
  ground: 'no-body',
  judge(pair) {
    const { request, response } = pair;
    if (!request?.sync || !isEmptyReply(response) || !isAt(pair, '2.5-12.0')) return [];
    const collections = request.sync.collections;
    // With key 0 or with operations another rule speaks.
    if (collections.length === 0 || collections.some(({ key, commands }) => key?.text === '0' || commands))
      return [];
    return [
      {
        ...at(pair, 'response', AT_START),
        text: 'A Sync before version 12.1 is answered without a body. Empty replies came with 12.1.',
        versionBound: true,
      },
    ];
  },
};

const CLASS = leaf('50', 'Email');

export const emptyReplyTooOldPage: RulePage = {
  title: 'An empty reply before 12.1',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  versions: '2.5-12.0',
  why: 'A phone of that time expects every collection in the reply, also one without changes.',
  covers: ['SYNC-RSP-18'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2').replace('4f', `4f ${CLASS}`)), version: '12.0' },
        response: { hex: '' },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2').replace('4f', `4f ${CLASS}`)), version: '12.0' },
        response: { hex: sync(answered('1', '2').replace('4f', `4f ${CLASS}`)) },
      },
    ],
  },
};

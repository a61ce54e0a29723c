import { AT_START, at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message, post, reply } from './example-bytes.ts';

/** A Ping without a body reuses what was asked before; where nothing is kept the phone is told so by Status 3. */
export const emptyPingRefused: ExchangeRule = {
  id: 'empty-ping-refused',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R335, R3151, R3152',
  ground: 'no-body', // it says what the empty request means, too
  judge(pair) {
    const { request, response } = pair;
    if (request?.command !== 'Ping' || request.body !== 'empty' || response?.status?.text !== '4') return [];
    return [
      {
        ...at(pair, 'response', response.status),
        text: 'A Ping without a body is answered with Status 4, “wrong syntax”. It is allowed; where nothing is kept of an earlier one the answer is Status 3.',
        related: [{ ...at(pair, 'request', AT_START), text: 'It means: watch the same folders as before.' }],
      },
    ];
  },
};

const status = (code: string): string => message('000d', holding('45', leaf('47', code)));
const PING = message(
  '000d',
  holding('45', leaf('48', '900'), holding('49', holding('4a', leaf('4b', '2'), leaf('4c', 'Email')))),
);

export const emptyPingRefusedPage: RulePage = {
  title: 'A Ping without a body called wrong',
  scope: 'exchange',
  commands: ['Ping'],
  side: 'response',
  why: 'After Status 3 a phone sends the whole Ping again. After Status 4 it takes its own request for wrong.',
  covers: ['PING-02'],
  bad: { exchanges: [{ request: post('Ping', ''), response: reply(status('4')) }] },
  good: { exchanges: [{ request: post('Ping', PING), response: reply(status('1')) }] },
};

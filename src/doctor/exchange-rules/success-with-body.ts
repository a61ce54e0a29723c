import { at, isHttpOk, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message, post, reply } from './example-bytes.ts';

const SENDING = ['ComposeMail:SendMail', 'ComposeMail:SmartReply', 'ComposeMail:SmartForward'];

export const successWithBody: ExchangeRule = {
  id: 'success-with-body',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.177.16',
  judge(pair) {
    const { response } = pair;
    if (!response || !isHttpOk(response) || !SENDING.includes(response.rootName ?? '')) return [];
    if (response.side !== 'response' || response.status?.text !== '1') return [];
    return [
      {
        ...at(pair, 'response', response.status),
        text: 'The reply says Status 1 in a body. That a mail was sent is said without one: a body is for failures only.',
      },
    ];
  },
};

const MAIL = message('0015', holding('45', leaf('51', 'a1'), '08', `50 c3 02 0d0a 01`));

export const successWithBodyPage: RulePage = {
  title: 'A mail that was sent, told in a body',
  scope: 'exchange',
  commands: ['SendMail', 'SmartReply', 'SmartForward'],
  side: 'response',
  versions: '14.0-16.1',
  why: 'A phone takes an empty reply for success and a body for the Status of a failure.',
  covers: ['SEND-01'],
  bad: {
    exchanges: [
      {
        request: { ...post('SendMail', MAIL), version: '14.1' },
        response: reply(message('0015', holding('45', leaf('52', '1')))),
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { ...post('SendMail', MAIL), version: '14.1' },
        response: reply(message('0015', holding('45', leaf('52', '120')))),
      },
    ],
  },
};

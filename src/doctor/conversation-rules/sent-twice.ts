import { AT_START, at, isHttpOk, quoted, type ConversationRule, type Pair } from '../digest/index.ts';
import { holding, leaf, message, post, reply } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const sentTwice: ConversationRule = {
  id: 'sent-twice',
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4848, R4850',
  ground: 'no-body',
  judge: (talk) =>
    talk.lanes.flatMap(({ pairs }) => {
      const sent = new Map<string, Pair>();
      return pairs.flatMap((pair) => {
        const { request, response } = pair;
        const id = request?.clientId;
        const went =
          response && isHttpOk(response) && (response.body === 'empty' || response.status?.text === '1');
        if (!id || !went) return [];
        const first = sent.get(id.text);
        sent.set(id.text, first ?? pair);
        if (!first?.request?.clientId) return [];
        return [
          {
            ...at(pair, 'response', AT_START),
            text: `The mail with ClientId ${quoted(id.text)} was sent already, and the server sends it again. The second time it answers with Status 118.`,
            related: [
              { ...at(pair, 'request', id), text: 'The same ClientId.' },
              { ...at(first, 'request', first.request.clientId), text: 'Here it was sent first.' },
              { ...at(first, 'response', AT_START), text: 'It went well.' },
            ],
          },
        ];
      });
    }),
};

const MAIL = message('0015', holding('45', leaf('51', 'a1'), '08', '50 c3 02 0d0a 01'));
const SENT = message('0015', holding('45', leaf('52', '120')));
const DOUBLE = message('0015', holding('45', leaf('52', '118')));
const mail = { ...post('SendMail', MAIL), version: '14.1' };

export const sentTwicePage: RulePage = {
  title: 'A mail sent twice',
  scope: 'conversation',
  commands: ['SendMail', 'SmartReply', 'SmartForward'],
  side: 'response',
  versions: '14.0-16.1',
  why: 'A phone that gets no answer sends the mail again under the same ClientId, so that it goes out once.',
  covers: ['SEND-02'],
  bad: {
    exchanges: [
      { request: mail, response: { hex: '' } },
      { request: mail, response: { hex: '' } },
    ],
  },
  good: {
    exchanges: [
      { request: mail, response: reply(SENT) },
      { request: mail, response: reply(DOUBLE) },
    ],
  },
};

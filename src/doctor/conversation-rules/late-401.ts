import { AT_START, at, commandOf, isHttpOk, type ConversationRule } from '../digest/index.ts';
import { post, reply, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const late401: ConversationRule = {
  id: 'late-401',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'inferred',
  source: 'MS-ASHTTP R178',
  ground: 'refused-by-http',
  judge: (talk) =>
    talk.lanes.flatMap(({ pairs }) => {
      const first = pairs.find(
        (pair) => pair.request?.http.method !== 'OPTIONS' && pair.response && isHttpOk(pair.response),
      );
      return pairs.flatMap((pair) => {
        if (!first || pair.exchange <= first.exchange || pair.response?.http.status !== 401) return [];
        return [
          {
            ...at(pair, 'response', AT_START),
            text: `${commandOf(pair) ?? 'The request'} is answered with the HTTP status 401, and the phone was let in before. If it is not the password, say what is wrong with a Status: the phone asks the person for a new one.`,
            related: [{ ...at(first, 'response', AT_START), text: 'Here the phone was let in.' }],
          },
        ];
      });
    }),
};

const good = { request: post('Sync', SYNC_KEY_0), response: reply(SYNC_KEY_1) };

export const late401Page: RulePage = {
  title: 'Refused after it was let in',
  scope: 'conversation',
  side: 'response',
  why: 'The HTTP status 401 is for credentials only. A policy or a state that is not right is told otherwise.',
  covers: ['HTTP-401-01'],
  bad: {
    exchanges: [
      good,
      {
        request: post('Sync', SYNC_KEY_0),
        response: reply('', { 'WWW-Authenticate': 'Basic realm="mail"' }, 401),
      },
    ],
  },
  good: { exchanges: [good] },
};

import { AT_START, at, commandOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message, post, reply } from './example-bytes.ts';

export const gatewayTimeout: ExchangeRule = {
  id: 'gateway-timeout',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'Apple TS4511',
  ground: 'refused-by-http',
  judge(pair) {
    const { request, response } = pair;
    const status = response?.http.status;
    if (status !== 502 && status !== 504) return [];
    const isPing = commandOf(pair) === 'Ping';
    const heartbeat = request?.ping?.heartbeat;
    const seconds = heartbeat ? ` The phone asked it to wait ${heartbeat.text} seconds.` : '';
    return [
      {
        ...at(pair, 'response', AT_START),
        text: isPing
          ? `A proxy ended the Ping with the HTTP status ${status}. It has to hold the connection longer than the heartbeat.${seconds}`
          : `A proxy answered with the HTTP status ${status}: the server behind it did not, or not in time.`,
        related: heartbeat ? [{ ...at(pair, 'request', heartbeat), text: 'The heartbeat.' }] : [],
      },
    ];
  },
};

const PING = message(
  '000d',
  holding('45', leaf('48', '900'), holding('49', holding('4a', leaf('4b', '2'), leaf('4c', 'Email')))),
);

export const gatewayTimeoutPage: RulePage = {
  title: 'A proxy that does not wait',
  scope: 'exchange',
  side: 'response',
  why: 'A Ping is open for many minutes. A proxy that closes it makes the phone connect again and again.',
  covers: ['PING-07'],
  bad: { exchanges: [{ request: post('Ping', PING), response: reply('', {}, 504) }] },
  good: {
    exchanges: [
      { request: post('Ping', PING), response: reply(message('000d', holding('45', leaf('47', '1')))) },
    ],
  },
};

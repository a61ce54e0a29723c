import { reactionsTo } from '../../eas/index.ts';
import { AT_START, at, commandOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { post, reply } from './example-bytes.ts';
import { PHASE_1, phase1Reply } from './provision-example.ts';

export const provisionRefused: ExchangeRule = {
  id: 'provision-refused',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASPROV 3.1.5.1',
  ground: 'refused-by-http',
  judge(pair) {
    const { response } = pair;
    if (commandOf(pair) !== 'Provision' || !response) return [];
    const code = response.http.status ?? 200;
    if (code !== 449 && code < 500) return [];
    const why =
      code === 449
        ? 'which asks for Provision. That has no end.'
        : 'a failure of the server. Answer with a Status instead: phones repeat Provision without pause.';
    return [
      {
        ...at(pair, 'response', AT_START),
        text: `Provision is answered with the HTTP status ${code}, ${why}`,
        phone: reactionsTo('provision-refused'),
      },
    ];
  },
};

export const provisionRefusedPage: RulePage = {
  title: 'Provision itself is refused',
  scope: 'exchange',
  commands: ['Provision'],
  side: 'response',
  why: 'A phone that may not do Provision cannot do anything: no other command is open to it.',
  covers: ['PROV-09', 'PROV-12'],
  bad: { exchanges: [{ request: post('Provision', PHASE_1), response: reply('', {}, 449) }] },
  good: { exchanges: [{ request: post('Provision', PHASE_1), response: reply(phase1Reply('8')) }] },
};

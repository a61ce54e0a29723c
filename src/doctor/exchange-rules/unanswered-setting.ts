import { deviationFor } from '../../eas/index.ts';
import { AT_START, at, wentWell, type ExchangeRule, type Pair, type WideJudgement } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { listed } from '../scene.ts';
import { holding, leaf, message } from './example-bytes.ts';

export const unansweredSetting: ExchangeRule = {
  id: 'unanswered-setting',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.177.15, R4382',
  judge(pair) {
    const { request, response } = pair;
    if (!request?.settings || !response?.settings || !wentWell(response)) return [];
    const { settings } = response;
    const open = Object.entries(request.settings).filter(([name]) => !Object.hasOwn(settings, name));
    if (open.length === 0) return unansweredOof(pair);
    return [
      {
        ...at(pair, 'response', response.status ?? AT_START),
        text: `The reply leaves out ${listed(open.map(([name]) => name))}. Each part of the request gets an answer with a Status of its own.`,
        related: open.map(([name, mark]) => ({
          ...at(pair, 'request', mark),
          text: `${name} has no answer.`,
        })),
        deviation: deviationFor('unanswered-setting'),
      },
    ];
  },
};

/** An Oof that was asked for, answered as if it had been set. */
function unansweredOof(pair: Pair): WideJudgement[] {
  const { request, response } = pair;
  const { get } = request?.oof ?? {};
  const { status, get: given } = response?.oof ?? {};
  if (!get || given || status?.text !== '1') return [];
  return [
    {
      ...at(pair, 'response', status),
      text: 'Oof is answered with Status 1, and Get is missing: the settings that were asked for stand in there.',
      related: [{ ...at(pair, 'request', get), text: 'They are asked for here.' }],
      breach: 'SHOULD',
      consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
    },
  ];
}

const request = message('0012', holding('45', holding('5d', '07')));

export const unansweredSettingPage: RulePage = {
  title: 'A setting without an answer',
  scope: 'exchange',
  commands: ['Settings'],
  side: 'response',
  versions: '12.0-16.1',
  why: 'A phone that asks for several settings in one request finds each by its name.',
  covers: ['SET-02'],
  bad: {
    exchanges: [
      { request: { hex: request }, response: { hex: message('0012', holding('45', leaf('46', '1'))) } },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: request },
        response: {
          hex: message(
            '0012',
            holding(
              '45',
              leaf('46', '1'),
              holding('5d', leaf('46', '1'), holding('47', holding('5e', leaf('5f', 'a@example.com')))),
            ),
          ),
        },
      },
    ],
  },
};

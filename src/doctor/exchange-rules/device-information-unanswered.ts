import { deviationFor } from '../../eas/index.ts';
import { AT_START, at, wentWell, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { PHASE_1_DEVICE, phase1Reply, phase1ReplyDevice } from './provision-example.ts';

export const deviceInformationUnanswered: ExchangeRule = {
  id: 'device-information-unanswered',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASPROV 2.2.2.53',
  judge(pair) {
    const { request, response } = pair;
    // A server that has no policy to give (its Policy has Status 2) has no use for the device either.
    const policy = response?.provision?.policies[0]?.status?.text;
    const sent = request?.provision?.deviceInformation;
    if (!sent || !response?.provision || !wentWell(response)) return [];
    if (response.provision.deviceInformation || response.provision.wipe) return []; // an order to wipe needs no more
    return [
      {
        ...at(pair, 'response', response.status ?? AT_START),
        text: 'The phone told about its device, and the reply has no DeviceInformation with a Status.',
        related: [{ ...at(pair, 'request', sent), text: 'What the phone told.' }],
        deviation: policy === '2' ? deviationFor('device-information-unanswered') : undefined,
      },
    ];
  },
};

export const deviceInformationUnansweredPage: RulePage = {
  title: 'DeviceInformation without an answer',
  scope: 'exchange',
  commands: ['Provision'],
  side: 'response',
  versions: '14.1-16.1',
  why: 'Exchange always answers it. What a phone does without the answer is not on record.',
  covers: ['PROV-08'],
  bad: {
    exchanges: [{ request: { hex: PHASE_1_DEVICE, version: '14.1' }, response: { hex: phase1Reply('8') } }],
  },
  good: {
    exchanges: [
      { request: { hex: PHASE_1_DEVICE, version: '14.1' }, response: { hex: phase1ReplyDevice('8') } },
    ],
  },
};

import { at, quoted, type ConversationRule, type Lane, type WideJudgement } from '../digest/index.ts';
import { holding, leaf, message } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

/** A heartbeat that is refused although the server named it itself, as the nearest that it takes. */
export const ownLimitRefused: ConversationRule = {
  id: 'own-limit-refused',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD, HeartbeatInterval(Ping), Status(Ping)',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

const REFUSED = '5';

function judgeLane(lane: Lane): WideJudgement[] {
  const pings = lane.of('Ping');
  return pings.flatMap((pair, i) => {
    const before = pings[i - 1];
    const named = before?.response?.status?.text === REFUSED ? before.response.ping?.heartbeat : undefined;
    const { request, response } = pair;
    if (!before || !named || response?.status?.text !== REFUSED) return [];
    if (request?.ping?.heartbeat?.text !== named.text) return [];
    return [
      {
        ...at(pair, 'response', response.status),
        text: `The phone asks for the heartbeat of ${quoted(named.text)} seconds that the last reply named, and it is refused again. What Status 5 names must be taken.`,
        related: [{ ...at(before, 'response', named), text: 'Here the server named it.' }],
      },
    ];
  });
}

const ask = (seconds: string): string =>
  message(
    '000d',
    holding('45', leaf('48', seconds), holding('49', holding('4a', leaf('4b', '2'), leaf('4c', 'Email')))),
  );
const refused = (seconds: string): string =>
  message('000d', holding('45', leaf('47', REFUSED), leaf('48', seconds)));
const over = message('000d', holding('45', leaf('47', '1')));

export const ownLimitRefusedPage: RulePage = {
  title: 'A limit that the server does not keep itself',
  scope: 'conversation',
  commands: ['Ping'],
  side: 'response',
  why: 'A phone takes the interval that it is told, and asks again. Where that is refused, too, it finds none, and no mail is pushed.',
  covers: ['PING-03'],
  bad: {
    exchanges: [
      { request: { hex: ask('1200') }, response: { hex: refused('900') } },
      { request: { hex: ask('900') }, response: { hex: refused('600') } },
    ],
  },
  good: {
    exchanges: [
      { request: { hex: ask('1200') }, response: { hex: refused('900') } },
      { request: { hex: ask('900') }, response: { hex: over } },
    ],
  },
};

import {
  AT_START,
  at,
  isHttpOk,
  quoted,
  turnsOf,
  type ConversationRule,
  type Lane,
  type Pair,
  type WideJudgement,
} from '../digest/index.ts';
import { answered, asked, deletes, holding, leaf, message, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const pingWithoutChanges: ConversationRule = {
  id: 'ping-without-changes',
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R5636',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

/** Once may be chance: what was new is gone again. Twice in a row is a loop. */
function judgeLane(lane: Lane): WideJudgement[] {
  const told = new Map<string, Pair>();
  const inVain = new Map<string, number>();
  const found: WideJudgement[] = [];
  for (const pair of lane.pairs) {
    const { response } = pair;
    if (response?.ping && response.status?.text === '2') {
      for (const { text } of response.ping.folders) told.set(text, pair);
    }
    for (const { asked, answered } of turnsOf(pair)) {
      const id = asked.id?.text ?? '';
      const ping = told.get(id);
      if (!ping || asked.key?.text === '0' || !response || !isHttpOk(response)) continue;
      if (answered?.status && answered.status.text !== '1') continue;
      told.delete(id);
      const isNew = (answered?.commands?.count ?? 0) > 0;
      const times = isNew ? 0 : (inVain.get(id) ?? 0) + 1;
      inVain.set(id, times);
      if (times !== 2) continue;
      const folder = ping.response?.ping?.folders.find(({ text }) => text === id) ?? AT_START;
      found.push({
        ...at(pair, 'response', answered?.key ?? AT_START),
        text: `Ping said for the second time that the folder ${quoted(id)} changed, and the Sync after it brings nothing again. The phone goes round between the two without end.`,
        related: [{ ...at(ping, 'response', folder), text: 'Here the folder is told as changed.' }],
      });
    }
  }
  return found;
}

const PING = message(
  '000d',
  holding('45', leaf('48', '900'), holding('49', holding('4a', leaf('4b', '2'), leaf('4c', 'Email')))),
);
const ping = {
  request: { hex: PING },
  response: { hex: message('000d', holding('45', leaf('47', '2'), holding('49', leaf('4a', '2')))) },
};
const nothing = { request: { hex: sync(asked('1', '2')) }, response: { hex: sync(answered('1', '2')) } };
const something = {
  request: { hex: sync(asked('1', '2')) },
  response: { hex: sync(answered('2', '2', deletes('2:1'))) },
};

export const pingWithoutChangesPage: RulePage = {
  title: 'Ping tells of changes that Sync does not bring',
  scope: 'conversation',
  commands: ['Ping', 'Sync'],
  side: 'response',
  why: 'The two look at different states: what Ping compares with must be what the last Sync gave.',
  covers: ['PING-05'],
  bad: { exchanges: [ping, nothing, ping, nothing] },
  good: { exchanges: [ping, nothing, ping, something] },
};

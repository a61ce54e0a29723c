import { reactionsTo } from '../../eas/index.ts';
import {
  AT_START,
  at,
  quoted,
  type ConversationRule,
  type Lane,
  type WideJudgement,
} from '../digest/index.ts';
import { holding, leaf, message, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const unprimedPingRefused: ConversationRule = {
  id: 'unprimed-ping-refused',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'Horde commit 64446e94',
  ground: 'server-error',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

/** The whole Ping fails, and one of its folders was not synced yet while others were. */
function judgeLane(lane: Lane): WideJudgement[] {
  const primed = new Set<string>();
  return lane.pairs.flatMap((pair) => {
    for (const { id } of pair.request?.sync?.collections ?? []) if (id) primed.add(id.text);
    const { request, response } = pair;
    const folder = request?.ping?.folders.find(({ text }) => !primed.has(text));
    const failed = response?.status?.text === '4' || (response?.http.status ?? 0) === 500;
    if (!request?.ping || !folder || !failed || primed.size === 0) return [];
    return [
      {
        ...at(pair, 'response', response?.status ?? AT_START),
        text: `The whole Ping fails, and it names the folder ${quoted(folder.text)}, which was not synced yet. Phones do that: pass over such a folder and watch the others.`,
        related: [{ ...at(pair, 'request', folder), text: 'The folder without a first Sync.' }],
        phone: reactionsTo('unprimed-ping-refused'),
      },
    ];
  });
}

const ping = (status: string) => ({
  request: {
    hex: message(
      '000d',
      holding('45', leaf('48', '900'), holding('49', holding('4a', leaf('4b', '3'), leaf('4c', 'Email')))),
    ),
  },
  response: { hex: message('000d', holding('45', leaf('47', status))) },
});
const first = { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } };

export const unprimedPingRefusedPage: RulePage = {
  title: 'A Ping refused for a folder not synced yet',
  scope: 'conversation',
  commands: ['Ping'],
  side: 'response',
  why: 'A phone that is refused pings again at once, with the same folders.',
  covers: ['PING-04'],
  bad: { exchanges: [first, ping('4')] },
  good: { exchanges: [first, ping('1')] },
};

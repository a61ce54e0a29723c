import {
  AT_START,
  at,
  commandOf,
  quoted,
  type ConversationRule,
  type Lane,
  type WideJudgement,
} from '../digest/index.ts';
import { folder, folderList, folderSync, post, reply } from '../exchange-rules/example-bytes.ts';
import { phase2, phase2Reply } from '../exchange-rules/provision-example.ts';
import type { RulePage } from '../rule.ts';
import { asksForProvision, permanentKey } from './stories.ts';

/** Commands that carry no policy key. */
const WITHOUT = ['Ping', 'Provision', 'Autodiscover'];

export const otherPolicyKey: ConversationRule = {
  id: 'other-policy-key',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASPROV R425, R618, R61103',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

function judgeLane(lane: Lane): WideJudgement[] {
  const found = new Map<string, WideJudgement>();
  let key: string | undefined;
  for (const pair of lane.pairs) {
    key = permanentKey(pair) ?? key;
    const sent = pair.request?.http.policyKey;
    const command = commandOf(pair);
    if (key === undefined || sent === undefined || sent === key) continue;
    if (command === undefined || WITHOUT.includes(command) || pair.request?.http.method === 'OPTIONS')
      continue;
    const known = found.get(sent);
    if (known) {
      known.times = (known.times ?? 1) + 1;
      continue;
    }
    found.set(sent, {
      ...at(pair, 'request', AT_START),
      text: `The request carries policy key ${quoted(sent)}, and the phone was given ${quoted(key)}. Each command but Ping and Provision carries the one that came last.`,
      // Where it is refused, the consequence is seen.
      ...(asksForProvision(pair.response) && {
        consequence: { what: 'rejected', by: 'server', basis: 'reported' },
      }),
    });
  }
  return [...found.values()];
}

const provision = { request: post('Provision', phase2('7')), response: reply(phase2Reply('8')) };
const list = (key: string) => ({
  request: post('FolderSync', folderSync('0'), { 'X-MS-PolicyKey': key }),
  response: reply(folderList('1', folder('1', 'Inbox', '2'))),
});

export const otherPolicyKeyPage: RulePage = {
  title: 'Another policy key than was given',
  scope: 'conversation',
  side: 'request',
  why: 'By the key a server knows that the phone holds the policy in force.',
  covers: ['HTTP-POL-01'],
  bad: { exchanges: [provision, list('7')] },
  good: { exchanges: [provision, list('8')] },
};

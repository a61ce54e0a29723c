import { reactionsTo } from '../../eas/index.ts';
import {
  AT_START,
  at,
  commandOf,
  type ConversationRule,
  type Lane,
  type Pair,
  type WideJudgement,
} from '../digest/index.ts';
import { folder, folderList, folderSync, post, reply } from '../exchange-rules/example-bytes.ts';
import { phase2, phase2Reply } from '../exchange-rules/provision-example.ts';
import type { RulePage } from '../rule.ts';
import { asksForProvision, permanentKey } from './stories.ts';

export const provisionAgain: ConversationRule = {
  id: 'provision-again',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASPROV R421, R626; MS-ASCMD R4905 to R4915',
  ground: 'refused-by-http',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

/** The first command after a finished Provision must be taken, where it carries the key that came with it. */
function judgeLane(lane: Lane): WideJudgement[] {
  const found: WideJudgement[] = [];
  let done: { pair: Pair; key: string } | undefined;
  for (const pair of lane.pairs) {
    const key = permanentKey(pair);
    if (key !== undefined) {
      done = { pair, key };
      continue;
    }
    const command = commandOf(pair);
    if (!done || command === undefined || command === 'Provision' || !pair.response) continue;
    const sent = pair.request?.http.policyKey;
    if (asksForProvision(pair.response) && (sent === undefined || sent === done.key)) {
      const { status } = pair.response;
      const how = status ? `Status ${status.text}` : `the HTTP status ${pair.response.http.status ?? 449}`;
      found.push({
        ...at(pair, 'response', status ?? AT_START),
        text: `The phone has been through Provision, and its next command is refused with ${how} again. With the key that came last it must be taken.`,
        phone: reactionsTo('provision-again'),
        related: [
          {
            ...at(done.pair, 'response', done.pair.response?.provision?.policies[0]?.key ?? AT_START),
            text: `Here the key ${done.key} was handed out.`,
          },
        ],
      });
    }
    done = undefined;
  }
  return found;
}

const provision = {
  request: post('Provision', phase2('7'), { 'X-MS-PolicyKey': '7' }),
  response: reply(phase2Reply('8')),
};
const request = post('FolderSync', folderSync('0'), { 'X-MS-PolicyKey': '8' });

export const provisionAgainPage: RulePage = {
  title: 'Provision without end',
  scope: 'conversation',
  commands: ['Provision'],
  side: 'response',
  why: 'The server keeps another key than it handed out, or looks for it elsewhere. The phone does Provision again, and again.',
  covers: ['PROV-11', 'PROV-01', 'HTTP-449-02'],
  bad: { exchanges: [provision, { request, response: reply('', {}, 449) }] },
  good: {
    exchanges: [provision, { request, response: reply(folderList('1', folder('1', 'Inbox', '2'))) }],
  },
};

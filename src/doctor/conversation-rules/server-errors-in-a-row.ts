import { reactionsTo } from '../../eas/index.ts';
import {
  AT_START,
  at,
  type ConversationRule,
  type Lane,
  type Pair,
  type WideJudgement,
} from '../digest/index.ts';
import { answered, asked, post, reply, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

const ENOUGH = 3;

export const serverErrorsInARow: ConversationRule = {
  id: 'server-errors-in-a-row',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'Apple support 102023',
  ground: 'server-error',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

function judgeLane(lane: Lane): WideJudgement[] {
  const found: WideJudgement[] = [];
  let run: Pair[] = [];
  const close = (): void => {
    const last = run.at(-1);
    if (last && run.length >= ENOUGH) {
      found.push({
        ...at(last, 'response', AT_START),
        text: `${run.length} Syncs in a row are answered with an HTTP failure. An iPhone then distrusts what it has, and loads the folders anew from key 0.`,
        times: run.length,
        phone: reactionsTo('server-error'),
        related: run
          .slice(0, -1)
          .slice(0, 20)
          .map((pair) => ({ ...at(pair, 'response', AT_START), text: 'A failure before it.' })),
      });
    }
    run = [];
  };
  for (const pair of lane.of('Sync')) {
    const status = pair.response?.http.status ?? 0;
    if (status >= 500 && ![502, 503, 504].includes(status)) run.push(pair);
    else close();
  }
  close();
  return found;
}

const failed = (key: string) => ({
  request: post('Sync', sync(asked(key, '2'))),
  response: reply('', {}, 500),
});

export const serverErrorsInARowPage: RulePage = {
  title: 'Sync fails again and again',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'One bad item that the server cannot write makes every round fail. Leave the item out, and answer with a Status.',
  covers: ['HTTP-500-01'],
  bad: { exchanges: [failed('1'), failed('2'), failed('3')] },
  good: {
    exchanges: [{ request: post('Sync', sync(asked('1', '2'))), response: reply(sync(answered('1', '2'))) }],
  },
};

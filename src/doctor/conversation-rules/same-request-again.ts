import { reactionsTo } from '../../eas/index.ts';
import {
  at,
  type ConversationRule,
  type Pair,
  type Talk,
  type WideJudgement,
  type WidePlace,
} from '../digest/index.ts';
import { SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';
import type { Finding } from '../types.ts';
import { firstSentence } from '../sentence.ts';
import { isRefusal } from './refused-again.ts';
import { ordinal, shouldMoveOn, subjectOf } from './stories.ts';

/** Two in a row are no loop: a phone may ask twice for the same folder, and a reply may be lost. */
const ENOUGH = 3;

export const sameRequestAgain: ConversationRule = {
  id: 'same-request-again',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'inferred',
  source: 'MS-ASCMD R4598, R5106 to R5122; reports of phones that loop',
  judge: (talk) => talk.lanes.flatMap((lane) => runsOf(lane.pairs).map((run) => say(run, talk))),
};

/** What a phone sends while it has no folders yet. */
const FOLDER_SYNC = 'FolderSync';
const BEFORE_FOLDERS: readonly string[] = [FOLDER_SYNC, 'Provision', 'Settings', 'OPTIONS'];

/** Runs of the same request about the same thing, each but the last with an answer that should have ended it. */
function runsOf(pairs: readonly Pair[]): Pair[][] {
  const open = new Map<string, Pair[]>();
  const found: Pair[][] = [];
  const close = (run: Pair[] | undefined): void => {
    if (run && run.length >= ENOUGH && !run.slice(0, -1).every(isRefusal)) found.push(run);
  };
  for (const pair of pairs) {
    if (!pair.request || pair.request.length === 0) continue;
    if (!BEFORE_FOLDERS.includes(pair.request.command ?? '')) {
      close(open.get(FOLDER_SYNC));
      open.delete(FOLDER_SYNC); // the phone has its folders: another list later is no loop
    }
    const subject = subjectOf(pair);
    const run = open.get(subject);
    const last = run?.at(-1);
    if (run && last?.request?.same === pair.request.same && shouldMoveOn(last)) run.push(pair);
    else {
      close(run);
      open.set(subject, [pair]);
    }
  }
  for (const run of open.values()) close(run);
  return found;
}

function say(run: readonly Pair[], talk: Talk): WideJudgement {
  const last = run.at(-1) as Pair;
  const answered = run.slice(0, -1).findLast(({ response }) => response) ?? last;
  const worst = talk.worstOf(answered.exchange, 'response');
  const replies = run.flatMap(({ response }) => (response && response.length > 0 ? [response.same] : []));
  const sameBytes = replies.length >= ENOUGH - 1 && new Set(replies).size === 1;
  const wrong = worst
    ? `What is wrong with the last one: ${firstSentence(worst.text)}`
    : 'Nothing was found in the answers that explains it.';
  const cached = sameBytes
    ? ' The answers are the same bytes each time; one may be kept from before a mend.'
    : '';
  return {
    ...at(last, 'request', { start: 0, end: last.request?.length ?? 0 }),
    text: `${ordinal(run.length)} time the same request: the phone did not take the answers. ${wrong}${cached}`,
    times: run.length,
    phone: reactionsTo('same-request-again'),
    related: [
      ...(worst ? [{ ...placeOf(worst), text: firstSentence(worst.text) }] : []),
      ...run
        .slice(0, -1)
        .slice(0, 20)
        .map((pair, i) => ({
          ...at(pair, 'request', { start: 0, end: pair.request?.length ?? 0 }),
          text: `The ${ordinal(i + 1).toLowerCase()} time.`,
        })),
    ],
  };
}

const placeOf = ({ exchange, side, start, end }: Finding): WidePlace => ({ exchange, side, start, end });

export const sameRequestAgainPage: RulePage = {
  title: 'The same request again and again',
  scope: 'conversation',
  why: 'A phone does not say that it cannot use a reply. It asks again with the same key, and after some rounds with key 0. Twice is not a loop yet: a second key 0 may follow shortly after the first.',
  covers: ['D23', 'SYNC-INIT-09', 'SYNC-INIT-11', 'SYNC-ST-04', 'FLOW-03'],
  bad: {
    exchanges: [1, 2, 3].map(() => ({ request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } })),
  },
  good: {
    exchanges: [1, 2].map(() => ({ request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } })),
  },
};

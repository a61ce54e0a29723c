import { reactionsTo } from '../../eas/index.ts';
import {
  at,
  quoted,
  type ConversationRule,
  type Pair,
  type TurnOf,
  type Value,
  type WideJudgement,
} from '../digest/index.ts';
import {
  answered,
  asked,
  holding,
  leaf,
  sync,
  SYNC_KEY_0,
  SYNC_KEY_1,
} from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';
import { ordinal } from './stories.ts';

/** Key 0, first key, Status 3, key 0 …: the server does not know the key that it has just handed out. */
export const keyRefusedAtOnce: ConversationRule = {
  id: 'key-refused-at-once',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R4424 to R4428, R4598',
  judge: (talk) =>
    talk.lanes.flatMap((lane) => [
      ...[...lane.turns.values()].flatMap((turns) => refusals(turns.map(ofTurn), SYNC)),
      ...refusals(lane.of('FolderSync').map(ofTree), TREE),
    ]),
};

/** A question with a key and its answer, of a folder or of the list of all. */
interface Asked {
  pair: Pair;
  key: string | undefined;
  status: Value | undefined;
  next: Value | undefined;
}

const ofTurn = ({ pair, asked, answered }: TurnOf): Asked => ({
  pair,
  key: asked.key?.text,
  status: answered?.status,
  next: answered?.key,
});
const ofTree = (pair: Pair): Asked => ({
  pair,
  key: pair.request?.hierarchy?.key?.text,
  status: pair.response?.status,
  next: pair.response?.hierarchy?.key,
});

/** The Status that refuses a key, and what a phone does then. */
const SYNC = {
  refusal: '3',
  then: 'The phone goes back to key 0, and the round begins anew.',
  reports: true,
};
const TREE = {
  refusal: '9',
  then: 'The phone asks for all folders with key 0, and syncs each of them anew.',
  reports: false,
};

function refusals(story: readonly Asked[], { refusal, then, reports }: typeof SYNC): WideJudgement[] {
  let rounds = 0;
  return story.flatMap(({ pair, key, status }, i) => {
    const before = story[i - 1];
    const issued = before?.status?.text === '1' ? before.next : undefined;
    if (status?.text !== refusal || !before || !issued || issued.text !== key || key === '0') return [];
    rounds++;
    const again = rounds > 1 ? `${ordinal(rounds)} time: the` : 'The';
    return [
      {
        ...at(pair, 'response', status),
        text: `${again} server refuses key ${quoted(key)} with Status ${refusal}, and it handed that key out in its last reply. ${then}`,
        // Once may be meant: what the server kept is gone, and all is to be synced anew.
        ...(rounds === 1 && { breach: 'SHOULD' as const, consequence: ONCE }),
        ...(reports && { phone: reactionsTo('key-refused-at-once') }),
        related: [{ ...at(before.pair, 'response', issued), text: 'Here the key was handed out.' }],
      },
    ];
  });
}

const ONCE = { what: 'hurts', by: 'phone', basis: 'inferred' } as const;

const refused = sync(holding('4f', leaf('4b', '1'), leaf('52', '2'), leaf('4e', '3')));

export const keyRefusedAtOncePage: RulePage = {
  title: 'A key refused that was just handed out',
  scope: 'conversation',
  commands: ['Sync', 'FolderSync'],
  side: 'response',
  why: 'Most often key 0 did not reset what is stored for the folder, or one row is kept for all folders. Where Status 3 does not help, some phones recover with Status 12 only.',
  covers: ['D25', 'SYNC-ST-03'],
  bad: {
    exchanges: [
      { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } },
      { request: { hex: sync(asked('1', '2')) }, response: { hex: refused } },
    ],
  },
  good: {
    exchanges: [
      { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } },
      { request: { hex: sync(asked('1', '2')) }, response: { hex: sync(answered('1', '2')) } },
    ],
  },
};

import {
  at,
  quoted,
  turnsOf,
  type ConversationRule,
  type Lane,
  type WideJudgement,
} from '../digest/index.ts';
import { answered, asked, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

const ENOUGH = 2;

/** Keys that count on through all folders: one state for what has many. */
export const sharedKey: ConversationRule = {
  id: 'shared-key',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'inferred' },
  basis: 'inferred',
  source: 'MS-ASCMD R4596',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

function judgeLane(lane: Lane): WideJudgement[] {
  const found: WideJudgement[] = [];
  let last: { id: string; key: number } | undefined;
  let times = 0;
  for (const pair of lane.pairs) {
    for (const { asked, answered } of turnsOf(pair)) {
      const key = numberOf(answered?.key?.text);
      const before = numberOf(asked.key?.text);
      if (!answered?.key || key === undefined || before === undefined || key === before) continue;
      const id = asked.id?.text ?? '';
      // Its own count would have gone from `before` to the next number.
      const isOfOther = last !== undefined && last.id !== id && key === last.key + 1 && key !== before + 1;
      if (isOfOther && ++times === ENOUGH && last) {
        found.push({
          ...at(pair, 'response', answered.key),
          text: `The folder ${quoted(id)} goes from key ${before} to ${key}, one on from the key of the folder ${quoted(last.id)}. Keys seem to count through all folders; each has a state of its own.`,
        });
      }
      last = { id, key };
    }
  }
  return found;
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

const turn = (id: string, key: string, next: string) => ({
  request: { hex: sync(asked(key, id)) },
  response: { hex: sync(answered(next, id)) },
});

export const sharedKeyPage: RulePage = {
  title: 'One key for all folders',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'If one counter stands for all folders, key 0 of one resets the others, and a phone is told of changes it has, or of none.',
  covers: ['SYNC-KEY-06'],
  bad: { exchanges: [turn('2', '0', '1'), turn('3', '0', '2'), turn('2', '1', '3'), turn('3', '2', '4')] },
  good: { exchanges: [turn('2', '0', '1'), turn('3', '0', '1'), turn('2', '1', '2'), turn('3', '1', '2')] },
};

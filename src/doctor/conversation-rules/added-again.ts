import {
  at,
  operationsOf,
  quoted,
  type ConversationRule,
  type TurnOf,
  type WideJudgement,
} from '../digest/index.ts';
import { answered, asked, holding, leaf, sync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

/** An Add for an item that the phone was given before, and confirmed, or that it sent itself. */
export const addedAgain: ConversationRule = {
  id: 'added-again',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD R757',
  judge: (talk) => talk.lanes.flatMap((lane) => [...lane.turns.values()].flatMap(judgeTurns)),
};

function judgeTurns(turns: readonly TurnOf[]): WideJudgement[] {
  const held = new Map<string, TurnOf>();
  const found: WideJudgement[] = [];
  let last: TurnOf | undefined;
  for (const turn of turns) {
    const key = turn.asked.key?.text;
    if (last && key !== '0' && last.answered?.key?.text === key) take(last, held);
    // Anew, or an exchange is missing here: what the phone holds is not known.
    else if (key === '0' || key !== last?.asked.key?.text) held.clear();
    for (const id of given(turn)) held.set(id, turn);
    const twice = operationsOf(turn.answered ?? turn.asked, 'commands').filter(
      ({ kind, serverId }) => turn.answered && kind === 'Add' && serverId && held.has(serverId.text),
    );
    const [first] = twice;
    const from = first?.serverId && held.get(first.serverId.text);
    if (first?.serverId && from) {
      found.push({
        ...at(turn.pair, 'response', first),
        text: `The phone has the item ${quoted(first.serverId.text)} already, and the reply adds it again. A phone takes that for a Change.`,
        times: twice.length,
        related: [{ ...at(from.pair, 'response', from.answered ?? first), text: 'Here it got this id.' }],
      });
    }
    last = turn;
  }
  return found;
}

/** Ids of items that the phone sent, and that the reply gives it. */
const given = ({ answered }: TurnOf): string[] =>
  (answered ? operationsOf(answered, 'responses') : []).flatMap(({ kind, serverId, status }) =>
    kind === 'Add' && serverId && status?.text === '1' ? [serverId.text] : [],
  );

/** What a phone holds when it has taken a reply. */
function take(turn: TurnOf, held: Map<string, TurnOf>): void {
  for (const { kind, serverId } of operationsOf(turn.answered ?? turn.asked, 'commands')) {
    if (!serverId) continue;
    if (kind === 'Add') held.set(serverId.text, turn);
    else if (kind !== 'Change') held.delete(serverId.text);
  }
  for (const { kind, serverId } of operationsOf(turn.asked, 'commands')) {
    if (kind === 'Delete' && serverId) held.delete(serverId.text);
  }
}

const ADD = holding('56', holding('47', leaf('4d', '2:1'), holding('5d', '0017', leaf('45', 'x'), '0000')));
const turn = (key: string, next: string, ...more: readonly string[]) => ({
  request: { hex: sync(asked(key, '2')) },
  response: { hex: sync(answered(next, '2', ...more)) },
});

export const addedAgainPage: RulePage = {
  title: 'An item added twice',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  why: 'The server does not know what the phone holds. It costs traffic now, and shows that the state of the two is not the same.',
  covers: ['SYNC-RSP-13'],
  bad: { exchanges: [turn('1', '2', ADD), turn('2', '3', ADD)] },
  good: { exchanges: [turn('1', '2', ADD), turn('2', '3')] },
};

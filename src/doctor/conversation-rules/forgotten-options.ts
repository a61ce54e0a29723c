import { deviationFor, reactionsTo } from '../../eas/index.ts';
import { at, type ConversationRule, type TurnOf, type WideJudgement } from '../digest/index.ts';
import { typeWord, unaskedBody } from '../exchange-rules/body-types.ts';
import { answered, asked, sync } from '../exchange-rules/example-bytes.ts';
import { bodyItem, PLAIN_TEXT } from '../exchange-rules/body-example.ts';
import type { RulePage } from '../rule.ts';
import { listed } from '../scene.ts';

/** Options hold until others come: a request without them asks for the same as the one before. */
export const forgottenOptions: ConversationRule = {
  id: 'forgotten-options',
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.125.5',
  judge: (talk) => talk.lanes.flatMap((lane) => [...lane.turns.values()].flatMap(judgeTurns)),
};

function judgeTurns(turns: readonly TurnOf[]): WideJudgement[] {
  let options: TurnOf | undefined;
  return turns.flatMap((turn) => {
    if (turn.asked.options) {
      options = turn;
      return [];
    }
    const body = options && turn.answered && unaskedBody(options.asked, turn.answered);
    if (!body || !options?.asked.options) return [];
    return [
      {
        ...at(turn.pair, 'response', body),
        text: `The body is of ${typeWord(body.text)}; an earlier request asked for ${listed(options.asked.asked.map(typeWord), 'or')}. This request has no Options, so those before hold.`,
        related: [{ ...at(options.pair, 'request', options.asked.options), text: 'What was asked for.' }],
        phone: reactionsTo('unasked-body-type'),
        deviation: deviationFor('unasked-body-type'),
      },
    ];
  });
}

const first = {
  request: { hex: sync(asked('1', '2', PLAIN_TEXT)), version: '14.1' },
  response: { hex: sync(answered('2', '2', bodyItem('1'))) },
};
const second = (type: string) => ({
  request: { hex: sync(asked('2', '2')), version: '14.1' },
  response: { hex: sync(answered('3', '2', bodyItem(type, '2:2'))) },
});

export const forgottenOptionsPage: RulePage = {
  title: 'Options that the server forgot',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'response',
  versions: '12.0-16.1',
  why: 'A phone need not repeat its Options. A server that takes a request without them for one with none sends what was not asked for.',
  covers: ['SYNC-REQ-11'],
  bad: { exchanges: [first, second('2')] },
  good: { exchanges: [first, second('1')] },
};

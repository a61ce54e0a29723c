import { AT_START, at, operationsOf, quoted, turnsOf, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, holding, leaf, sync } from './example-bytes.ts';

/** An item of the phone for which the reply has no id: the phone cannot know that it was stored. */
export const unansweredAdd: ExchangeRule = {
  id: 'unanswered-add',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R759, R760',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      if (!answered || answered.status?.text !== '1' || asked.key?.text === '0') return [];
      const { responses } = answered;
      if (responses && responses.count > responses.list.length) return [];
      const known = new Set(
        operationsOf(answered, 'responses').flatMap(({ kind, clientId }) =>
          kind === 'Add' && clientId ? [clientId.text] : [],
        ),
      );
      const open = operationsOf(asked, 'commands').filter(
        ({ kind, clientId }) => kind === 'Add' && clientId && !known.has(clientId.text),
      );
      const [first] = open;
      if (!first?.clientId) return [];
      const many = open.length > 1 ? ` and ${open.length - 1} more` : '';
      return [
        {
          ...at(pair, 'response', responses ?? answered.key ?? AT_START),
          text: `The reply says nothing of the new item ${quoted(first.clientId.text)}${many}. Each Add is answered with its ClientId, the ServerId it got and a Status, or the phone sends it again.`,
          related: open
            .slice(0, 100)
            .map((one) => ({ ...at(pair, 'request', one), text: 'This Add has no answer.' })),
        },
      ];
    });
  },
};

// Email is not added by phones; a note is the shortest item that is.
const NOTE = holding('5d', '0017', leaf('45', 'x'), '0000');
const ADD = holding('56', holding('47', leaf('4c', '7'), NOTE));

export const unansweredAddPage: RulePage = {
  title: 'An Add without an answer',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'Silence means success for a Change or Delete. An Add needs the id that the server gave it.',
  covers: ['SYNC-RSP-10'],
  bad: {
    exchanges: [
      { request: { hex: sync(asked('1', '2', ADD)) }, response: { hex: sync(answered('2', '2')) } },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', ADD)) },
        response: {
          hex: sync(
            answered(
              '2',
              '2',
              holding('46', holding('47', leaf('4c', '7'), leaf('4d', '2:9'), leaf('4e', '1'))),
            ),
          ),
        },
      },
    ],
  },
};

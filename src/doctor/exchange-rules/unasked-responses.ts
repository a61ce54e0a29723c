import { at, operationsOf, quoted, turnsOf, type ExchangeRule, type Operation } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, deletes, holding, leaf, sync } from './example-bytes.ts';

/** Answers to operations that the phone did not send. */
export const unaskedResponses: ExchangeRule = {
  id: 'unasked-responses',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R3834 to R3836',
  judge(pair) {
    return turnsOf(pair).flatMap(({ asked, answered }) => {
      const responses = answered?.responses;
      if (!responses || responses.count === 0 || asked.key?.text === '0') return [];
      if (!asked.commands || asked.commands.count === 0) {
        const text = 'The reply has Responses, but the phone sent no operations.';
        return [{ ...at(pair, 'response', responses), text }];
      }
      if (asked.commands.count > asked.commands.list.length) return [];
      const sent = new Set(operationsOf(asked, 'commands').flatMap(idsOf));
      return operationsOf(answered, 'responses')
        .filter((one) => idsOf(one).length > 0 && !idsOf(one).some((id) => sent.has(id)))
        .slice(0, 1)
        .map((one) => ({
          ...at(pair, 'response', one),
          text: `Responses answers ${one.kind} ${quoted(idOf(one))}, which the phone did not send.`,
        }));
    });
  },
};

// By id alone: Change and Delete of the same item may both be sent, and a server may answer either.
const idsOf = ({ kind, clientId, serverId }: Operation): string[] =>
  kind === 'Add'
    ? [clientId].flatMap((one) => (one ? [`client ${one.text}`] : []))
    : [serverId].flatMap((one) => (one ? [`server ${one.text}`] : []));

const idOf = ({ kind, clientId, serverId }: Operation): string =>
  (kind === 'Add' ? clientId?.text : serverId?.text) ?? '';

const RESPONSES = (id: string): string => holding('46', holding('49', leaf('4d', id), leaf('4e', '8')));

export const unaskedResponsesPage: RulePage = {
  title: 'Responses to nothing',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'Responses answers the operations of the phone, one by one. What the server has to tell stands in Commands.',
  covers: ['SYNC-RSP-09'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2')) },
        response: { hex: sync(answered('2', '2', RESPONSES('2:1'))) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('1', '2', deletes('2:1'))) },
        response: { hex: sync(answered('2', '2', RESPONSES('2:1'))) },
      },
    ],
  },
};

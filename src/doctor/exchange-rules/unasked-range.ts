import { reactionsTo } from '../../eas/index.ts';
import { at, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message } from './example-bytes.ts';

export const unaskedRange: ExchangeRule = {
  id: 'unasked-range',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD 2.2.3.143',
  judge(pair) {
    const { request, response } = pair;
    if (request?.rootName !== 'ItemOperations:ItemOperations' || !request.items) return [];
    if (request.items.some(({ range }) => range)) return [];
    return (response?.items ?? []).flatMap(({ range }) =>
      range && response?.rootName === request.rootName
        ? [
            {
              ...at(pair, 'response', range),
              text: 'The reply has a Range, and the request asks for none. It says that this is a part only.',
              phone: reactionsTo('unasked-range'),
            },
          ]
        : [],
    );
  },
};

const FILE = ['0011', leaf('51', 'a'), '0014'];
const request = message('0014', holding('45', holding('46', leaf('47', 'Mailbox'), ...FILE)));
const reply = (...range: readonly string[]): string =>
  message(
    '0014',
    holding(
      '45',
      leaf('4d', '1'),
      holding(
        '4e',
        holding(
          '46',
          leaf('4d', '1'),
          ...FILE,
          holding('4b', ...range, '0011', leaf('57', 'text/plain'), '0014', leaf('4c', 'eA==')),
        ),
      ),
    ),
  );

export const unaskedRangePage: RulePage = {
  title: 'A Range that was not asked for',
  scope: 'exchange',
  commands: ['ItemOperations'],
  side: 'response',
  why: 'A phone that asked for the whole takes it for a part, and the first download of an attachment fails.',
  covers: ['ITEM-12'],
  bad: {
    exchanges: [{ request: { hex: request }, response: { hex: reply(leaf('49', '0-0'), leaf('4a', '1')) } }],
  },
  good: { exchanges: [{ request: { hex: request }, response: { hex: reply() } }] },
};

import { at, quoted, type ExchangeRule, type ItemDigest } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message } from './example-bytes.ts';

/** An answer under an id that the request does not name. */
export const otherItem: ExchangeRule = {
  id: 'other-item',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R983, R986, R991',
  judge(pair) {
    const { request, response } = pair;
    if (!request?.items || !response?.items || request.rootName !== response.rootName) return [];
    if (request.items.length >= 1000) return []; // more than the digest holds
    const asked = new Set(request.items.flatMap(idsOf));
    if (asked.size === 0) return [];
    return response.items.flatMap((item) =>
      Object.entries(item.ids).flatMap(([name, value]) => {
        // A name that the request does not use at all is the server's to add.
        const isUsed = request.items?.some(({ ids }) => Object.hasOwn(ids, name)) ?? false;
        if (!isUsed || asked.has(`${name} ${value.text}`)) return [];
        const text = `The reply answers for ${name} ${quoted(value.text)}, which the request does not name.`;
        return [{ ...at(pair, 'response', value), text }];
      }),
    );
  },
};

const idsOf = ({ ids }: ItemDigest): string[] =>
  Object.entries(ids).map(([name, { text }]) => `${name} ${text}`);

const request = message(
  '0005',
  holding('45', holding('46', leaf('47', '2:1'), leaf('48', '2'), leaf('49', '3'))),
);
const reply = (id: string): string =>
  message('0005', holding('45', holding('4a', leaf('47', id), leaf('4b', '3'), leaf('4c', '3:1'))));

export const otherItemPage: RulePage = {
  title: 'An answer for another item',
  scope: 'exchange',
  commands: ['GetItemEstimate', 'ItemOperations', 'MoveItems', 'MeetingResponse'],
  side: 'response',
  why: 'The ids of the request say which answer is whose. An answer under another id is not matched.',
  covers: ['GIE-02'],
  bad: { exchanges: [{ request: { hex: request }, response: { hex: reply('2:2') } }] },
  good: { exchanges: [{ request: { hex: request }, response: { hex: reply('2:1') } }] },
};

import { deviationFor } from '../../eas/index.ts';
import { AT_START, at, quoted, wentWell, type ExchangeRule, type ItemDigest } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { holding, leaf, message } from './example-bytes.ts';

/** More than the digest holds. */
const MOST = 1000;

/** Something that was asked for by its id, and of which the reply says nothing. */
export const unansweredItem: ExchangeRule = {
  id: 'unanswered-item',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.153, Result(MeetingResponse), Certificate(ValidateCert)',
  judge(pair) {
    const { request, response } = pair;
    if (!request?.items || !response?.items || request.rootName !== response.rootName) return [];
    if (!response.whole || !wentWell(response) || request.items.length >= MOST) return [];
    // A Status of MoveItems itself refuses all of it; 1 is no success there.
    if (request.rootName === 'Move:MoveItems' && response.status) return [];
    const open = unanswered(request.items, response.items);
    const [first] = open;
    if (!first) return [];
    const rootName = request.rootName ?? '';
    const deviation = deviationFor('unanswered-item', rootName);
    const known = deviation ? ` ${deviation.server} leaves out ${deviation.phones}.` : '';
    const name = tellingOf(first);
    const value = name === undefined ? undefined : first.ids[name];
    const what = name !== undefined && value ? ` with the ${name} ${quoted(value.text)}` : '';
    return [
      {
        ...at(pair, 'response', response.items.at(-1) ?? response.status ?? AT_START),
        text: `The request asks for ${request.items.length}, and the reply answers ${response.items.length}: nothing is said of the one${what}. Each gets an answer with a Status of its own.${known}`,
        times: open.length,
        related: open
          .slice(0, 100)
          .map((one) => ({ ...at(pair, 'request', one), text: 'This has no answer.' })),
        deviation,
      },
    ];
  },
};

/**
 * What has no answer, as far as that is certain: fewer are answered than were asked for, and those that are by their
 * ids, or in their order where they have none.
 */
function unanswered(asked: readonly ItemDigest[], answered: readonly ItemDigest[]): readonly ItemDigest[] {
  if (answered.length >= asked.length) return [];
  const hasIds = asked.every((one) => keyOf(one) !== '');
  if (!hasIds) return asked.some((one) => keyOf(one) !== '') ? [] : asked.slice(answered.length);
  // An answer without an id may be for any of them, or for all.
  if (answered.some((one) => keyOf(one) === '')) return [];
  const known = new Set(answered.map(keyOf));
  return asked.filter((one) => !known.has(keyOf(one)));
}

/** The ids by which one is known from another, most telling first. */
const TELLING = [
  'LongId',
  'FileReference',
  'LinkId',
  'ServerId',
  'SrcMsgId',
  'RequestId',
  'To',
  'CollectionId',
];

const tellingOf = ({ ids }: ItemDigest): string | undefined => TELLING.find((one) => Object.hasOwn(ids, one));

function keyOf(item: ItemDigest): string {
  const name = tellingOf(item);
  return name === undefined ? '' : `${name} ${item.ids[name]?.text ?? ''}`;
}

const move = (id: string): string => holding('46', leaf('47', id), leaf('48', '2'), leaf('49', '3'));
const moved = (id: string): string =>
  holding('4a', leaf('47', id), leaf('4b', '3'), leaf('4c', `3:${id.at(-1) ?? ''}`));
const request = message('0005', holding('45', move('2:1'), move('2:2')));
const reply = (...ids: readonly string[]): string => message('0005', holding('45', ...ids.map(moved)));

export const unansweredItemPage: RulePage = {
  title: 'An item without an answer',
  scope: 'exchange',
  commands: [
    'GetItemEstimate',
    'ItemOperations',
    'MoveItems',
    'MeetingResponse',
    'ResolveRecipients',
    'ValidateCert',
  ],
  side: 'response',
  why: 'The phone knows neither that it was done nor that it failed. It waits, asks again, or shows what is not so.',
  covers: [],
  bad: { exchanges: [{ request: { hex: request }, response: { hex: reply('2:1') } }] },
  good: { exchanges: [{ request: { hex: request }, response: { hex: reply('2:1', '2:2') } }] },
};

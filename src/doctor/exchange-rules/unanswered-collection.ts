import { at, isAt, quoted, turnsOf, wentWell, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, sync } from './example-bytes.ts';

/** A collection that the reply leaves out although the phone needs its answer. */
export const unansweredCollection: ExchangeRule = {
  id: 'unanswered-collection',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R977 to R979, R5053, R4599',
  judge(pair) {
    const { request, response } = pair;
    if (!request?.sync || !response?.sync || !wentWell(response)) return [];
    // An empty Collections is a fault of its own, and the louder one.
    if (response.sync.container && response.sync.collections.length === 0) return [];
    const turns = turnsOf(pair);
    const ids = new Set(turns.map(({ asked }) => asked.id?.text));
    // An answer for another folder stands in its place, and is told as such.
    let others = response.sync.collections.filter(({ id }) => !id || !ids.has(id.text)).length;
    return turns.flatMap(({ asked, answered }) => {
      if (answered || !asked.id) return [];
      const why = needOf(asked, isAt(pair, '2.5-12.0'));
      if (why === undefined || others-- > 0) return [];
      return [
        {
          ...at(pair, 'response', response.sync?.collections[0] ?? { start: 0, end: 0 }),
          text: `The reply leaves out the collection ${quoted(asked.id.text)}. ${why}`,
          related: [{ ...at(pair, 'request', asked.id), text: 'Here it is asked for.' }],
        },
      ];
    });
  },
};

/** Why a collection may not be left out; `undefined` where it may. */
function needOf(
  asked: { key?: { text: string }; commands?: { count: number } },
  isOld: boolean,
): string | undefined {
  if (asked.key?.text === '0') return 'Its request has key 0, and only the reply can bring the first key.';
  if ((asked.commands?.count ?? 0) > 0) return 'It sent operations, and their answer brings the new key.';
  return isOld ? 'Before 12.1 every collection of the request is answered.' : undefined;
}

export const unansweredCollectionPage: RulePage = {
  title: 'A collection without an answer',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'Each collection with key 0 gets its own first key. One that is left out stays on key 0 while the others go on.',
  covers: ['SYNC-INIT-10', 'SYNC-INIT-03', 'SYNC-INIT-07'],
  bad: {
    exchanges: [
      {
        request: { hex: sync(asked('0', '2'), asked('0', '3')) },
        response: { hex: sync(answered('1', '2')) },
      },
    ],
  },
  good: {
    exchanges: [
      {
        request: { hex: sync(asked('0', '2'), asked('0', '3')) },
        response: { hex: sync(answered('1', '2'), answered('1', '3')) },
      },
    ],
  },
};

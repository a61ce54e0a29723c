import { AT_START, at, quoted, rewritten, turnsOf, type ExchangeRule } from '../digest/index.ts';
import { listed } from '../scene.ts';
import type { RulePage } from '../rule.ts';
import { answered, asked, sync } from './example-bytes.ts';

const COLLECTION_ID = 0x52;

/** A reply that answers for a folder nobody asked about: the phone cannot match it. */
export const otherCollection: ExchangeRule = {
  id: 'other-collection',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R2033, R2035',
  judge(pair) {
    const { request, response } = pair;
    // An empty or partial request asks for what the server remembers.
    if (!request?.sync || !response?.sync || request.sync.partial) return [];
    const ids = new Set(turnsOf(pair).map(({ asked }) => asked.id?.text));
    if (ids.size === 0) return [];
    const unasked = response.sync.collections.filter(({ id }) => id && !ids.has(id.text));
    const open = turnsOf(pair).filter(({ answered }) => !answered);
    return unasked.map((collection) => {
      const id = collection.id ?? { ...AT_START, text: '' };
      const names = listed([...ids].map((one) => quoted(one ?? '')));
      const [only] = unasked.length === 1 && open.length === 1 ? open : [];
      const right = only?.asked.id;
      return {
        ...at(pair, 'response', id),
        text: `The reply answers for the collection ${quoted(id.text)}; the request asks for ${names}.`,
        related: right ? [{ ...at(pair, 'request', right), text: 'This is what was asked for.' }] : [],
        fix: right && {
          title: `Make it ${quoted(right.text)}`,
          edits: [{ place: at(pair, 'response', id), bytes: rewritten(COLLECTION_ID, right.text) }],
        },
      };
    });
  },
};

export const otherCollectionPage: RulePage = {
  title: 'An answer for another folder',
  scope: 'exchange',
  commands: ['Sync'],
  side: 'response',
  why: 'A phone finds its answer by the CollectionId that it sent. A server that reads the id from the wrong token primes only the folder whose id happens to match.',
  covers: ['SYNC-RSP-07', 'SYNC-INIT-12', 'D3'],
  bad: {
    exchanges: [{ request: { hex: sync(asked('0', '4')) }, response: { hex: sync(answered('1', '1')) } }],
  },
  good: {
    exchanges: [{ request: { hex: sync(asked('0', '4')) }, response: { hex: sync(answered('1', '4')) } }],
  },
};

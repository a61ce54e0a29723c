import type { MessageRule, RulePage } from '../rule.ts';
import { childTags, elementSpan } from '../scene.ts';
import { tagsNamed } from './elements.ts';

const MOST = 200;

export const tooManyOperations: MessageRule = {
  id: 'too-many-operations',
  side: 'request',
  commands: ['Sync'],
  about: ['AirSync:Commands'],
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'server', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD R5657 to R5659',
  judge(scene) {
    const operations = tagsNamed(scene, 'AirSync:Commands', 'AirSync:Collection').flatMap((i) => [
      ...childTags(scene, i),
    ]);
    const tooMuch = operations[MOST];
    if (tooMuch === undefined) return [];
    return [
      {
        ...elementSpan(scene, tooMuch),
        text: `The request carries ${operations.length} operations. A server takes ${MOST} and answers more with Status 4; this is the first too many.`,
      },
    ];
  },
};

export const tooManyOperationsPage: RulePage = {
  title: 'More than 200 operations in one request',
  scope: 'message',
  why: 'A server takes at most 200 changes at once. The rest goes with the next request.',
  covers: ['SYNC-REQ-10'],
  bad: { hex: /* @__PURE__ */ fetches(201), side: 'request' },
  good: { hex: /* @__PURE__ */ fetches(200), side: 'request' },
};

/** A request that fetches so many items. */
function fetches(times: number): string {
  return `03016a00 45 5c4f 4b03310001 5203310001 56${'4a4d0331000101'.repeat(times)}01 010101`;
}

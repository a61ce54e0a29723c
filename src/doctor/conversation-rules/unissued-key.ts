import { at, quoted, type ConversationRule, type Pair, type TurnOf, type Value } from '../digest/index.ts';
import { answered, asked, sync, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

/** A key that no reply handed out, taken by the server. An exchange may be missing here: it is a note. */
export const unissuedKey: ConversationRule = {
  id: 'unissued-key',
  breach: 'habit',
  consequence: { what: 'unknown', by: 'server', basis: 'inferred' },
  basis: 'inferred',
  source: 'MS-ASCMD R4425, R4581',
  judge: (talk) =>
    talk.lanes.flatMap((lane) => {
      const all = [...lane.turns.values()].flatMap(unissuedOf);
      const [first] = all.sort((a, b) => a.pair.exchange - b.pair.exchange);
      if (!first) return [];
      return [
        {
          ...at(first.pair, 'request', first.key),
          text: `No reply here handed out key ${quoted(first.key.text)}, and the server takes it. Either an exchange is missing, or the server takes keys it never gave: those it answers with Status 3.`,
          times: all.length,
          related: all
            .slice(1, 50)
            .map(({ pair, key }) => ({ ...at(pair, 'request', key), text: 'This key too.' })),
        },
      ];
    }),
};

/** The keys of a folder's requests that were taken, and that no reply before them handed out. */
function unissuedOf(turns: readonly TurnOf[]): { pair: Pair; key: Value }[] {
  const known = new Set<string>();
  return turns.flatMap(({ pair, asked: { key }, answered }, i) => {
    const isNew = i > 0 && key !== undefined && key.text !== '0' && !known.has(key.text);
    for (const one of [key, answered?.key]) if (one) known.add(one.text);
    return isNew && answered?.status?.text === '1' ? [{ pair, key }] : [];
  });
}

export const unissuedKeyPage: RulePage = {
  title: 'A key that was never handed out',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'request',
  why: 'With Status 1 to a key it does not know, a server hides that the two sides are not at the same state.',
  covers: ['SYNC-KEY-05', 'FS-06'],
  bad: {
    exchanges: [
      { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } },
      { request: { hex: sync(asked('77', '2')) }, response: { hex: sync(answered('77', '2')) } },
    ],
  },
  good: {
    exchanges: [
      { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } },
      { request: { hex: sync(asked('1', '2')) }, response: { hex: sync(answered('1', '2')) } },
    ],
  },
};

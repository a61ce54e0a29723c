import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Conversation, Exchange } from '../conversation/index.ts';
import { applied, difference } from './difference.ts';
import type { Kept, KeptText } from './kept.ts';

const MOST = 600_000;
const VIEW = { exchange: 0, side: 'response' } as const;
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

const exchange = (id: string, hex: string): Exchange => ({ id, response: { bytes: bytes(hex) } });
const kept = (exchanges: Exchange[], texts: KeptText[] = [], title = 'T'): Kept => ({
  conversation: { format: 1, title, exchanges },
  view: VIEW,
  texts,
});
/** As it is found again: through a text. */
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what is written for a change', () => {
  const [a, b] = [exchange('a', '03016a0045'), exchange('b', '0102')];
  const base = kept([a, b]);

  test('a byte changed: that byte', () => {
    const now = kept([exchange('a', '03016a0046'), b]);
    expect(again(difference(base, now, MOST))).toEqual({
      exchanges: [
        { id: 'a', response: { bytes: { of: 0, side: 'response', at: 4, cut: 1, put: 'Rg==' } } },
        [1, 1],
      ],
      view: VIEW,
      texts: [],
    });
  });

  test('moved: where they were', () => {
    expect(difference(base, kept([b, a]), MOST)?.exchanges).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  test('another title: the head alone', () => {
    const now: Kept = { ...base, conversation: { ...base.conversation, title: 'U' } };
    expect(difference(base, now, MOST)).toEqual({ head: { format: 1, title: 'U' }, view: VIEW });
  });

  test('a text: its splice', () => {
    const text = (written: string): KeptText => ({ ...VIEW, text: written, broken: true });
    const before = kept([a], [text('<Sync></Snc>')]);
    const now: Kept = { ...before, texts: [text('<Sync></Sync>')] };
    expect(difference(before, now, MOST)?.texts).toEqual([
      { ...VIEW, broken: true, of: 0, at: 9, cut: 0, put: 'y' },
    ]);
    expect(applied(before, again(difference(before, now, MOST)))).toEqual(now);
  });

  test('more than there is room for: nothing', () => {
    const of = (size: number) => kept([{ id: 'a', request: { bytes: new Uint8Array(size) } }]);
    expect(difference(undefined, of(MOST + 1), MOST)).toBeUndefined();
    expect(difference(undefined, of(MOST - 1000), MOST)).toBeDefined();
  });

  test('many small messages are more than their bytes', () => {
    const of = (count: number) => kept(Array.from({ length: count }, (_, i) => exchange(`${i}`, '00')));
    expect(difference(undefined, of(1000), MOST)).toBeDefined();
    expect(difference(undefined, of(4000), MOST)).toBeUndefined();
  });

  test('a byte in a large message takes little', () => {
    const old = new Uint8Array(5_000_000);
    const next = old.slice();
    next[2_500_000] = 1;
    const of = (held: Uint8Array): Kept => kept([{ id: 'a', request: { bytes: held } }]);
    expect(JSON.stringify(difference(of(old), of(next), MOST)).length).toBeLessThan(250);
  });
});

test.each([
  { name: 'no value', value: undefined },
  { name: 'another value', value: 'x' },
  { name: 'no view', value: { exchanges: [] } },
  { name: 'a run that is not there', value: { view: VIEW, exchanges: [[1, 2]] } },
  {
    name: 'a splice outside',
    value: {
      view: VIEW,
      exchanges: [{ id: 'x', response: { bytes: { of: 0, side: 'response', at: 9, cut: 1, put: '' } } }],
    },
  },
  { name: 'bytes that are none', value: { view: VIEW, exchanges: [{ id: 'x', response: { bytes: '!' } }] } },
  { name: 'an exchange without an id', value: { view: VIEW, exchanges: [{}] } },
  { name: 'a text of nothing', value: { view: VIEW, texts: [{ ...VIEW, of: 3, at: 0, cut: 0, put: 'x' }] } },
])('$name is no difference', ({ value }) => {
  expect(applied(kept([exchange('a', '00')]), value)).toBeUndefined();
});

const someBytes = fc.uint8Array({ maxLength: 12 });
const someMessage = fc.record(
  { bytes: someBytes, http: fc.record({ status: fc.nat(999), url: fc.string({ maxLength: 9 }) }) },
  { requiredKeys: [] },
);
const someExchange = fc.record(
  {
    id: fc.string({ maxLength: 3 }),
    note: fc.string({ maxLength: 9 }),
    request: someMessage,
    response: someMessage,
  },
  { requiredKeys: ['id'] },
);
const someExchanges = fc.uniqueArray(someExchange, {
  selector: ({ id }) => id,
  maxLength: 6,
}) as fc.Arbitrary<Exchange[]>;
const someTexts = fc.array(
  fc.record({
    exchange: fc.nat(3),
    side: fc.constantFrom('request' as const, 'response' as const),
    text: fc.string({ unit: 'binary', maxLength: 12 }),
    broken: fc.boolean(),
  }),
  { maxLength: 2 },
);

test('the difference, written and read, makes the one of the other', () => {
  const some = fc.tuple(someExchanges, someExchanges, someTexts, someTexts, fc.infiniteStream(fc.nat(2)));
  fc.assert(
    fc.property(some, ([before, added, texts, later, picks]) => {
      const base = kept(before, texts, 'before');
      const ids = new Set(added.map(({ id }) => id));
      // Some of the old ones as they are, some with other bytes under their id, some gone; then new ones.
      const old = before.filter(({ id }) => !ids.has(id) && picks.next().value !== 0);
      const conversation: Conversation = { format: 1, title: 'after', exchanges: [...added, ...old] };
      const now: Kept = { conversation, view: { ...VIEW, selection: { start: 1, end: 2 } }, texts: later };
      expect(applied(base, again(difference(base, now, MOST)))).toEqual(now);
      expect(applied(undefined, again(difference(undefined, now, MOST)))).toEqual(now);
    }),
  );
});

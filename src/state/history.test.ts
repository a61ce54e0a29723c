import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyTalk, inversePart, partsBetween } from './history-part.ts';
import { inverse, spliceBetween, spliced, together, type Splice } from './history-splice.ts';
import { History, partsBack, type Step } from './history.svelte.ts';

const at = { exchange: 0, side: 'response' as const };
const sight = { at, span: { start: 0, end: 1 } };
const step = (size: number, title = 'x'): Step => ({
  title,
  kind: 'bytes',
  parts: [
    { kind: 'bytes', at, splice: { at: 0, removed: new Uint8Array(size), inserted: new Uint8Array(0) } },
  ],
  before: sight,
  after: sight,
});

/** A value and two splices of it, one after the other. */
const two = fc
  .tuple(
    fc.string({ maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(12), fc.nat(5), fc.string({ maxLength: 4 })), { minLength: 2, maxLength: 2 }),
  )
  .map(([value, cuts]) => {
    const made: Splice<string>[] = [];
    let now = value;
    for (const [from, length, inserted] of cuts) {
      const start = Math.min(from, now.length);
      const one = { at: start, removed: now.slice(start, start + length), inserted };
      made.push(one);
      now = spliced(now, one);
    }
    return { value, first: made[0] as Splice<string>, then: made[1] as Splice<string>, now };
  });

describe('a splice', () => {
  test('is taken back by its inverse, and two that touch are one', () => {
    fc.assert(
      fc.property(two, ({ value, first, then, now }) => {
        const one = together(first, then);
        const apart = then.at > first.at + first.inserted.length || then.at + then.removed.length < first.at;
        expect(one === undefined).toBe(apart);
        if (one) expect([spliced(value, one), spliced(now, inverse(one))]).toEqual([now, value]);
      }),
    );
  });

  test('between two values is the smallest that makes one of the other', () => {
    expect(spliceBetween('abcd', 'abxcd')).toEqual({ at: 2, removed: '', inserted: 'x' });
    expect(spliceBetween('aa', 'aaa')).toEqual({ at: 2, removed: '', inserted: 'a' });
    expect(spliceBetween(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 3))).toEqual({
      at: 1,
      removed: Uint8Array.of(2),
      inserted: Uint8Array.of(),
    });
    expect(spliceBetween('a', 'a')).toBeUndefined();
  });

  test('that does not fit is a fault', () => {
    expect(() => spliced('abc', { at: 1, removed: 'x', inserted: '' })).toThrow(RangeError);
  });
});

test('what makes one conversation of another leads there and back, whatever moved', () => {
  const message = fc.record({ bytes: fc.uint8Array({ maxLength: 4 }) });
  const exchange = fc.record({ id: fc.constantFrom('1', '2', '3'), request: message, response: message });
  const pool = fc.uniqueArray(exchange, { minLength: 1, maxLength: 5, selector: (one) => one });
  const talk = (exchanges: readonly fc.Arbitrary<unknown>[] | readonly object[], title: string) =>
    ({ format: 1, title, exchanges }) as never;
  fc.assert(
    fc.property(pool, fc.array(fc.nat(4)), fc.array(fc.nat(4)), fc.boolean(), (all, some, others, named) => {
      const pick = (which: readonly number[]) => which.map((i) => all[i % all.length] as object);
      const [before, after] = [talk(pick(some), 'a'), talk(pick(others), named ? 'b' : 'a')];
      const parts = partsBetween(before, after);
      expect(parts.reduce(applyTalk, before)).toEqual(after);
      const back = parts.map((part) => inversePart(part) as typeof part).reverse();
      expect(back.reduce(applyTalk, after)).toEqual(before);
    }),
  );
});

describe('the history', () => {
  test('forgets the oldest steps where all hold more than it may, but never the last', () => {
    const history = new History(undefined, 10_000);
    for (let i = 0; i < 1000; i++) {
      history.add(step(1000, String(i)), { now: i * 1000 });
      expect(history.size).toBeLessThanOrEqual(10_000);
    }
    expect(history.length).toBe(6); // of 1,000 bytes and what a step needs itself
    expect(history.last?.title).toBe('999');
    history.add(step(50_000, 'large'), { now: 2e6 });
    expect(history).toMatchObject({ length: 1, last: { title: 'large' } });
    history.back();
    history.add(step(10), { now: 3e6 }); // what was taken back goes
    expect(history.size).toBeLessThan(1000);
    history.clear();
    expect(history).toMatchObject({ size: 0, length: 0, last: undefined, next: undefined });
  });

  test('counts what others hold for its sake', () => {
    let beside = 0;
    const history = new History(() => beside, 10_000);
    for (let i = 0; i < 6; i++) history.add(step(1000, String(i)), { now: i * 1000 });
    expect(history.length).toBe(6);
    beside = 5_000;
    history.add(step(1000, '6'), { now: 7000 });
    expect(history.length).toBe(3); // 5,000 bytes are left for them
    beside = 20_000;
    history.add(step(1000, '7'), { now: 8000 });
    expect(history).toMatchObject({ length: 1, last: { title: '7' } });
  });

  test('a step is taken back from its last part to its first', () => {
    const made = { ...step(1), parts: [...step(1).parts, { kind: 'owned' as const, key: 'k', owned: true }] };
    expect(partsBack(made).map(({ kind }) => kind)).toEqual(['owned', 'bytes']);
  });
});

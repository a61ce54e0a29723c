import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { decode } from '../../doctypes/index.ts';
import { anyDocument } from '../../testing/any-document.ts';
import { allMessages } from '../../testing/corpus.ts';
import { bounded } from '../../testing/cpu.ts';
import { mutate } from '../../testing/mutate.ts';
import { Random } from '../../testing/random.ts';
import { alignTokens } from './align-tokens.ts';
import { compare } from './compare.ts';
import type { Difference } from './difference.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex.replace(/\s/g, '')) ?? new Uint8Array();
const replies = { sides: { a: 'response', b: 'response' } } as const;

/** `verdict rule a-start–a-end/b-start–b-end` of each difference; spans half-open. */
function briefly(a: string, b: string): string[] {
  return compare({ bytes: bytesOf(a) }, { bytes: bytesOf(b) }, replies).map(brief);
}

const brief = ({ a, b, verdict, rule }: Difference): string =>
  [verdict, ...(rule === undefined ? [] : [rule]), `${spanText(a)}/${spanText(b)}`].join(' ');
const spanText = (span: Difference['a']): string => (span ? `${span.start}–${span.end}` : '');

const MINIMAL = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';

describe('a reply beside one that works', () => {
  test('the refused one: the key under Sync is the fault, the rest is harmless', () => {
    const refused = '03016a00 0000 45 4e03310001 4b03310001 5c4f 4b03310001 5203310001 4e03310001 010101';
    const differences = compare({ bytes: bytesOf(refused) }, { bytes: bytesOf(MINIMAL) }, replies);
    expect(differences.map(brief)).toEqual([
      'harmless redundant-switch-page 4–6/',
      'harmless status-under-sync 7–12/',
      'fault synckey-under-sync 12–17/',
    ]);
    expect(differences[2]?.text).toContain('SyncKey in Sync stands only in the first.');
  });

  test.each([
    ['another key', '4b03310001', '4b0339393901'.replace('01', '0001'), 'harmless 7–12/7–14'],
    ['another folder', '5203310001', '5203320001', 'harmless 12–17/12–17'],
    ['key 0 instead', '4b03310001', '4b03300001', undefined],
    ['another Status', '4e03310001', '4e03330001', undefined],
  ])('%s', (_, from, to, expected) => {
    const other = MINIMAL.replace(from, to);
    const found = briefly(MINIMAL, other);
    expect(found).toHaveLength(1);
    if (expected !== undefined) expect(found).toEqual([expected]);
    else expect(found[0]).not.toMatch(/^harmless/);
  });

  test('another legal order is one harmless difference', () => {
    const turned = '03016a00 45 5c4f 5203310001 4b03310001 4e03310001 010101';
    expect(briefly(MINIMAL, turned)[0]).toMatch(/^harmless( wrong-order)? 6–23\/6–23$/);
    expect(briefly(MINIMAL, turned)).toHaveLength(1);
  });

  test('a Status that only the other has, where one must stand', () => {
    const lacking = '03016a00 45 5c4f 4b03310001 5203310001 010101';
    expect(briefly(lacking, MINIMAL)[0]).toMatch(/^fault \S+ \/17–22$/);
  });

  test('a fault is not excused in the same breath', () => {
    const twice = '03016a00 45 4e03310001 4e03310001 5c4f 4b03310001 5203310001 4e03310001 010101';
    const faults = compare({ bytes: bytesOf(MINIMAL) }, { bytes: bytesOf(twice) }, replies).filter(
      ({ verdict }) => verdict === 'fault',
    );
    expect(faults.map(({ text }) => text)).toEqual([
      'Status in Sync stands only in the second. Status stands here once more than it may. In Sync it may stand once at most.',
    ]);
  });

  test('items are matched by their ids, not by their places', () => {
    const add = (id: string): string => `47 4d03${id}0001 5d 0002 5403410001 0000 01 01`;
    const reply = (...ids: string[]): string =>
      `03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 ${ids.map(add).join('')} 01 010101`;
    const found = compare({ bytes: bytesOf(reply('31', '32')) }, { bytes: bytesOf(reply('32')) }, replies);
    expect(found.map(({ verdict, text }) => [verdict, text])).toEqual([
      ['harmless', 'Add in Commands stands only in the first. There may be any number of them.'],
    ]);
  });
});

const mirrored = (differences: readonly Difference[]): string[] =>
  differences
    .map(({ a, b, verdict, rule }) => `${verdict} ${rule ?? ''} ${spanText(b)}/${spanText(a)}`)
    .sort();
const plain = (differences: readonly Difference[]): string[] =>
  differences
    .map(({ a, b, verdict, rule }) => `${verdict} ${rule ?? ''} ${spanText(a)}/${spanText(b)}`)
    .sort();

describe('any two messages', () => {
  const check = (a: Uint8Array, b: Uint8Array): void => {
    expect(compare({ bytes: a }, { bytes: a })).toEqual([]);
    const there = compare({ bytes: a }, { bytes: b }, replies);
    const back = compare({ bytes: b }, { bytes: a }, replies);
    expect(mirrored(back)).toEqual(plain(there));
    expect(there.length === 0).toBe(a.length === b.length && a.every((byte, i) => byte === b[i]));
    for (const { a: span, b: other } of there) {
      expect(span ?? other).toBeDefined();
      expect(span?.end ?? 0).toBeLessThanOrEqual(a.length);
      expect(other?.end ?? 0).toBeLessThanOrEqual(b.length);
    }
    for (const side of ['a', 'b'] as const) {
      const tokens = decode(side === 'a' ? a : b).tokens;
      const shown = alignTokens(decode(a), decode(b)).flatMap((row) => row[side] ?? []);
      expect(shown).toEqual(Array.from({ length: tokens.length }, (_, i) => i));
    }
  };
  test('by chance', () => {
    fc.assert(fc.property(anyDocument, anyDocument, check), { numRuns: 100 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 30 }), anyDocument, check), { numRuns: 50 });
  });
  test('recorded ones, and what becomes of them by mutation', () => {
    const random = new Random(3);
    const messages = allMessages().filter(({ bytes }) => bytes.length < 1200);
    for (let i = 0; i < 150; i++) {
      const { bytes } = random.pick(messages);
      check(bytes, mutate(bytes, random));
      check(bytes, random.pick(messages).bytes);
    }
  });
});

test('side by side, one row per token, the same ones together', () => {
  const rows = alignTokens(
    decode(bytesOf('03016a00 45 4e03310001 01')),
    decode(bytesOf('03016a00 0000 45 4e03320001 01')),
  );
  expect(rows.map(({ a, b, same }) => `${a ?? '-'} ${b ?? '-'} ${same ? '=' : '≠'}`)).toEqual([
    ...['0 0 =', '1 1 =', '2 2 =', '3 3 ='],
    ...['- 4 ≠', '4 5 =', '5 6 =', '6 7 ≠', '7 8 =', '8 9 ='],
  ]);
});

test('a megabyte, and one that is very deep', () => {
  const collection = (key: number): number[] => [...bytesOf(`4f 4b03${key}0001 5203310001 4e03310001 01`)];
  const message = (key: number): Uint8Array =>
    Uint8Array.from([
      ...bytesOf('03016a00 45 5c'),
      ...Array.from({ length: 50_000 }, () => collection(key)).flat(),
      1,
      1,
    ]);
  const [a, b] = [{ bytes: message(31) }, { bytes: message(32) }];
  const found = bounded('two megabytes', () => compare(a, b), 8);
  expect(found).toHaveLength(501);
  expect(found.at(-1)?.text).toBe('49500 more differences are not shown.');
  const deep = (n: number): Uint8Array =>
    Uint8Array.from([3, 1, 0x6a, 0, ...new Array<number>(n).fill(0x45)]);
  expect(
    bounded('depth', () => compare({ bytes: deep(50_000) }, { bytes: deep(50_001) })).length,
  ).toBeGreaterThan(0);
});

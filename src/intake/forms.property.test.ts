import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { writers } from './fixtures/writers.ts';
import { readPaste } from './read-paste.ts';

const WRITERS = writers((bytes) => new Uint8Array(gzipSync(bytes)));

const text = fc.stringMatching(/^[ -~]{0,40}$/).map((value) => [3, ...new TextEncoder().encode(value), 0]);
const opaque = fc.uint8Array({ maxLength: 90 }).map((value) => [0xc3, value.length, ...value]);
const repeated = fc.nat(100).map((n) => [0xc3, n, ...new Array<number>(n).fill(0x41)]);
const status = text.map((value) => [0x4e, ...value, 1]);
const item = fc.oneof(text, opaque, repeated).map((value) => [0x45 + 8, ...value, 1]);
/** Messages that decode to the end: Sync with a Status and a few ServerIds, with or without a redundant page switch. */
const message = fc
  .tuple(fc.boolean(), fc.array(fc.oneof(status, item), { minLength: 1, maxLength: 9 }))
  .map(([switched, parts]) =>
    Uint8Array.from([3, 1, 0x6a, 0, ...(switched ? [0, 0] : []), 0x45, ...parts.flat(), 1]),
  );

const firstBytes = (input: string | Uint8Array): string => {
  const exchange = readPaste(input)[0]?.conversation.exchanges[0];
  return toHex((exchange?.response ?? exchange?.request)?.bytes ?? new Uint8Array(0));
};

describe('bytes → a form → the same bytes first', () => {
  test.each(Object.keys(WRITERS))('%s', (form) => {
    fc.assert(
      fc.property(message, (bytes) => {
        expect(firstBytes(WRITERS[form]?.(bytes) ?? '')).toBe(toHex(bytes));
      }),
      { numRuns: 25, seed: 2025 },
    );
  });
});

describe('whatever is pasted ends in a list', () => {
  const isList = (input: string | Uint8Array): void => {
    for (const { why, conversation, problems } of readPaste(input)) {
      expect(why.length).toBeGreaterThan(0);
      expect(conversation.format).toBe(1);
      for (const { start, end, line, column } of problems) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(input.length);
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }
    }
  };

  test('mutated forms', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(3),
      insert: fc.string({ maxLength: 3, unit: 'binary' }),
    });
    fc.assert(
      fc.property(
        message,
        fc.constantFrom(...Object.keys(WRITERS)),
        fc.array(edit, { maxLength: 6 }),
        (bytes, form, edits) => {
          const written = WRITERS[form]?.(bytes) ?? '';
          if (typeof written !== 'string') {
            isList(
              edits.reduce(
                (all, { at }) => all.map((byte, i) => (i === at % all.length ? byte ^ 0x21 : byte)),
                written,
              ),
            );
            return;
          }
          isList(
            edits.reduce((all, { at, remove, insert }) => {
              const place = at % (all.length + 1);
              return all.slice(0, place) + insert + all.slice(place + remove);
            }, written),
          );
        },
      ),
      { numRuns: 1000, seed: 2026 },
    );
  });

  test('any text', () => {
    const scraps = fc.constantFrom(
      '0x',
      '\\x',
      '[',
      '{',
      '"',
      "'",
      '%',
      '=',
      '*\n',
      '0000  ',
      '\n',
      'HTTP/1.1 200 OK\n',
      '03016a00',
      'AwFqAA',
      ', ',
      '|',
      '-----BEGIN A-----',
      '<a>',
      '…',
      '\\',
      '3 ',
      'data:a/b;base64,',
    );
    const mixed = fc.array(fc.oneof(scraps, fc.string({ maxLength: 8, unit: 'binary' })), { maxLength: 30 });
    fc.assert(
      fc.property(mixed, (parts) => {
        isList(parts.join(''));
      }),
      { numRuns: 1500, seed: 2027 },
    );
  });

  test('any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), isList), { numRuns: 1000, seed: 2028 });
  });
});

describe('large input', () => {
  const bytes = Uint8Array.from(
    { length: 2_450_008 },
    (_, i) => [0x4e, 3, 0x31, 0x32, 0x41, 0, 1][(i - 5) % 7] ?? 1,
  );
  bytes.set([3, 1, 0x6a, 0, 0x45]);
  bytes[bytes.length - 1] = 1;

  test.each(['hex', 'a file'])('five megabytes of %s', (form) => {
    expect(firstBytes(WRITERS[form]?.(bytes) ?? '')).toBe(toHex(bytes));
  });

  // whatever takes more than linear time runs into the time limit here
  test.each([
    '{/*',
    '["',
    "b'",
    '%0',
    '*\n',
    '0 ',
    '<<1',
    '\\x',
    '"a"+',
    'a: b\n',
    '0001 00\n0000 00\n',
    'HTTP/1.1 200 OK\n\n',
  ])('300 kilobytes of %j', (unit) => {
    expect(readPaste(unit.repeat(300_000 / unit.length)).length).toBeLessThan(10);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Message } from '../conversation/index.ts';
import { anyConversation } from '../testing/any-conversation.ts';
import { mutate } from '../testing/mutate.ts';
import { Random } from '../testing/random.ts';
import { examine } from './examine.ts';
import { examineMessage } from './examination.ts';
import type { Finding } from './types.ts';
import { verdict } from './verdict.ts';

const REAL = [
  '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101',
  '03016a00455c4f5003436f6e746163747300014b0332000152033200014e0331000156474d03323a3100015d00114a46033100014c033000014d033100010100015e0346756e6b2c20446f6e00015f03446f6e0001690346756e6b000100115603310001010101010101',
  '03016a00455c4f4b0330000152033200015700114546033100014703333237363800010101010101',
  '03016a000007564c0331000152033100014e57033100014f480331000149033000014703496e626f7800014a03320001010101',
].map((hex) => fromHex(hex) ?? new Uint8Array());

/** What holds of the findings of any message. */
function expectSound(findings: readonly Finding[], length: number): void {
  for (const { start, end, text, source, fix, related = [] } of findings) {
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(length);
    expect(text).toMatch(/\.$/);
    expect(source).not.toBe('');
    const edits = fix?.edits.map(({ place }) => place) ?? [];
    for (const place of [...related, ...edits]) {
      expect(place.start).toBeLessThanOrEqual(place.end);
      expect(place.end).toBeLessThanOrEqual(length);
    }
  }
}

function examineSoundly(message: Message): void {
  const { findings, checks } = examineMessage(message);
  expectSound(findings, message.bytes?.length ?? 0);
  expect(verdict(findings, checks)).toMatch(/\.$/);
  // One fault, one finding.
  const spans = findings.map(({ text, start, end }) => `${text} ${start}–${end}`);
  expect(new Set(spans).size).toBe(spans.length);
}

describe('findings or none, never an exception', () => {
  test('any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => examineSoundly({ bytes })));
  });

  test('any bytes behind a header', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('Sync', 'FolderSync'),
        (body, command) => {
          const root = command === 'Sync' ? [0x45] : [0, 7, 0x56];
          examineSoundly({ bytes: Uint8Array.of(3, 1, 0x6a, 0, ...root, ...body), readAs: { command } });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('real messages, changed', () => {
    const random = new Random(7);
    for (let round = 0; round < 10_000; round++) {
      const bytes = mutate(random.pick(REAL), random);
      const side = random.pick(['request', 'response'] as const);
      examineSoundly({ bytes, ...(random.below(2) === 1 && { readAs: { side, version: '14.1' } }) });
    }
  });

  test('real messages, cut anywhere', () => {
    for (const bytes of REAL) {
      for (let length = 0; length < bytes.length; length++)
        examineSoundly({ bytes: bytes.subarray(0, length) });
    }
  });

  test('any conversation', () => {
    fc.assert(
      fc.property(anyConversation, (conversation) => {
        for (const finding of examine(conversation)) {
          const message = conversation.exchanges[finding.exchange]?.[finding.side];
          expectSound([finding], message?.bytes?.length ?? 0);
        }
      }),
    );
  });
});

describe('bounded', () => {
  const repeated = (head: string, unit: string, times: number, tail: string): Uint8Array => {
    const one = fromHex(unit) ?? new Uint8Array();
    const bytes = new Uint8Array(one.length * times);
    for (let i = 0; i < times; i++) bytes.set(one, i * one.length);
    return Uint8Array.from([...(fromHex(head) ?? []), ...bytes, ...(fromHex(tail) ?? [])]);
  };

  test.each([
    ['a SyncKey under Sync', repeated('03016a0045', '4b03310001', 100_000, '01')],
    ['an empty Collection', repeated('03016a00455c', '4f01', 100_000, '0101')],
    ['an unknown tag', repeated('03016a0045', '3f', 100_000, '01')],
    ['a bad date', repeated('03016a00455c4f56475d0002', '4f03310001', 100_000, '010101010101')],
    ['a Fetch without its item', repeated('03016a00455c4f46', '4a4e0331000101', 100_000, '01010101')],
    ['Sync in Sync', repeated('03016a00', '45', 100_000, '')],
  ])('%s, a hundred thousand times, is a handful of findings', (_, bytes) => {
    const { findings } = examineMessage({ bytes });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThan(8);
    expect(Math.max(...findings.map(({ times = 1 }) => times))).toBeGreaterThanOrEqual(1);
    for (const { related = [] } of findings) expect(related.length).toBeLessThanOrEqual(1010);
  });
});

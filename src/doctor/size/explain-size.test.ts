import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../bytes/index.ts';
import { anyDocument } from '../../testing/any-document.ts';
import { allMessages } from '../../testing/corpus.ts';
import { bounded } from '../../testing/cpu.ts';
import { mutate } from '../../testing/mutate.ts';
import { Random } from '../../testing/random.ts';
import { examineMessage } from '../examination.ts';
import { explainSize, type SizeExplanation } from './explain-size.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex.replace(/\s/g, '')) ?? new Uint8Array();
const explained = (hex: string): SizeExplanation =>
  explainSize({ bytes: bytesOf(hex), readAs: { side: 'response' } });
const MINIMAL = '03016a00455c4f4b0331000152033100014e03310001010101';

describe('every byte has an owner, and the smallest legal message is named', () => {
  test.each([
    {
      hex: '03016a00 0000 45 4e03310001 4b03310001 5c4f 4b03310001 5203310001 4e03310001 010101',
      sentence:
        '37 = 25 + 2 redundant SWITCH_PAGE + 5 Status under Sync, legal + 5 SyncKey under Sync, the fault.',
    },
    {
      hex: '03016a00 0000 45 5c4f 5003456d61696c0001 4b03310001 5203310001 4e03310001 010101',
      sentence: '36 = 25 + 2 redundant SWITCH_PAGE + 9 Class under Collection, legal.',
    },
    {
      hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 5601 010101',
      sentence: '27 = 25 + 2 Commands under Collection, the fault.',
    },
    { hex: MINIMAL, sentence: '25: nothing in it is spare.' },
  ])('$sentence', ({ hex, sentence }) => {
    const result = explained(hex);
    expect(result.sentence).toBe(sentence);
    expect(toHex(result.smallest)).toBe(MINIMAL);
    expect(result.legal).toBe(true);
  });

  test('the parts of the 25 bytes', () => {
    expect(explained(MINIMAL).parts.map(({ bytes, text }) => `${bytes} ${text}`)).toEqual([
      '4 header',
      '2 Sync',
      '2 Collections under Sync',
      '2 Collection under Collections',
      '5 SyncKey under Collection',
      '5 CollectionId under Collection',
      '5 Status under Collection',
    ]);
  });

  test('a switch that only a faulty element needed goes with it', () => {
    // Options with a BodyPreference of page 17 has no place in a reply.
    const result = explained(
      '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 57 0011 45 4603310001 01 01 010101',
    );
    expect(result.sentence).toBe('36 = 25 + 11 Options under Collection, the fault.');
    expect(toHex(result.smallest)).toBe(MINIMAL);
  });

  test('an END that closes nothing is spare', () => {
    const { parts } = explained(
      '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 5401 56494d0331000101 01 010101',
    );
    expect(parts.filter(({ kind }) => kind !== 'needed')).toEqual([
      { text: 'END of empty MoreAvailable', bytes: 1, kind: 'spare', places: [{ start: 23, end: 24 }] },
    ]);
  });
});

describe('what cannot be made legal by taking out', () => {
  test('a missing Status', () => {
    const result = explained('03016a00 0000 45 5c4f 4b03310001 5203310001 010101');
    expect(result.legal).toBe(false);
    expect(result.sentence).toBe(
      '22 = 20 + 2 redundant SWITCH_PAGE. What is left is not legal yet: taking bytes out cannot mend it.',
    );
  });
  test.each(['', '3c68746d6c3e', '03016a00 45 4b0331'])('%s', (hex) => {
    const result = explained(hex);
    expect(result.smallest).toEqual(bytesOf(hex));
    expect(sumOf(result)).toBe(result.total);
  });
});

const sumOf = ({ parts }: SizeExplanation): number => parts.reduce((sum, { bytes }) => sum + bytes, 0);
const neededOf = ({ parts }: SizeExplanation): number =>
  parts.reduce((sum, { bytes, kind }) => sum + (kind === 'needed' ? bytes : 0), 0);

function check(bytes: Uint8Array): void {
  const result = explainSize({ bytes });
  expect(sumOf(result)).toBe(bytes.length);
  expect(neededOf(result), toHex(bytes)).toBe(result.smallest.length);
  expect(result.parts.every((part) => part.bytes > 0)).toBe(true);
  if (!result.legal) return;
  const loud = examineMessage({ bytes: result.smallest }).findings.filter(
    ({ severity }) => severity !== 'note',
  );
  expect(loud).toEqual([]);
}

test('the parts of any bytes sum up, and what is needed is the smallest', () => {
  fc.assert(fc.property(anyDocument, check), { numRuns: 200 });
  const random = new Random(5);
  const messages = allMessages().filter(({ bytes }) => bytes.length < 1500);
  for (let i = 0; i < 300; i++) check(mutate(random.pick(messages).bytes, random));
});

test('of every recorded message that is legal the smallest is legal too, and no longer', () => {
  for (const { bytes, name } of allMessages()) {
    const result = explainSize({ bytes });
    expect(result.smallest.length, name).toBeLessThanOrEqual(bytes.length);
    expect(sumOf(result), name).toBe(bytes.length);
    expect(neededOf(result), name).toBe(result.smallest.length);
    const loud = examineMessage({ bytes }).findings.some(({ severity }) => severity !== 'note');
    if (!loud && bytes.length > 0) expect(result.legal, name).toBe(true);
  }
});

test('a megabyte', () => {
  const collection = [...bytesOf('4f 4b03310001 5203310001 4e03310001 01')];
  const body = Array.from({ length: 60_000 }, () => collection).flat();
  const bytes = Uint8Array.from([...bytesOf('03016a00 45 5c'), ...body, 1, 1]);
  expect(bytes.length).toBeGreaterThan(1_000_000);
  expect(sumOf(bounded('the size of a megabyte', () => explainSize({ bytes })))).toBe(bytes.length);
});

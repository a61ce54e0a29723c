import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { applyEdits, replaceBytes, replaceMessage, type Edit } from './edits.ts';
import type { Conversation, Side } from './types.ts';

const hex = (text: string): Uint8Array => fromHex(text) as Uint8Array;
const edit = (side: Side, start: number, end: number, bytes: string): Edit => ({
  place: { exchange: 1, side, start, end },
  bytes: hex(bytes),
});

const before: Conversation = {
  format: 1,
  title: 't',
  exchanges: [
    { id: '0', request: { bytes: hex('aa') } },
    {
      id: '1',
      request: { bytes: hex('0001020304') },
      response: { bytes: hex('1011'), http: { status: 200 } },
    },
    { id: '2', request: {} },
  ],
};
const bytesOf = (conversation: Conversation, side: Side): string =>
  toHex(conversation.exchanges[1]?.[side]?.bytes ?? hex('ff'));

describe('applyEdits', () => {
  test.each([
    { name: 'deletes', edits: [edit('request', 1, 3, '')], request: '000304' },
    { name: 'replaces', edits: [edit('request', 0, 1, 'ffee')], request: 'ffee01020304' },
    { name: 'inserts at the end', edits: [edit('request', 5, 5, 'ff')], request: '0001020304ff' },
    {
      name: 'takes places of before',
      edits: [edit('request', 4, 5, ''), edit('request', 0, 2, 'ff')],
      request: 'ff0203',
    },
    {
      name: 'lets edits touch',
      edits: [edit('request', 1, 2, 'aa'), edit('request', 2, 3, 'bb')],
      request: '00aabb0304',
    },
    {
      name: 'keeps the order of insertions',
      edits: [edit('request', 1, 1, 'aa'), edit('request', 1, 1, 'bb')],
      request: '00aabb01020304',
    },
    {
      name: 'inserts in front of what is replaced',
      edits: [edit('request', 1, 2, 'bb'), edit('request', 1, 1, 'aa')],
      request: '00aabb020304',
    },
    { name: 'does nothing without edits', edits: [], request: '0001020304' },
  ])('$name', ({ edits, request }) => {
    expect(bytesOf(applyEdits(before, edits), 'request')).toBe(request);
  });

  test('edits both sides at once and leaves everything else the same object', () => {
    const after = applyEdits(before, [edit('request', 0, 1, ''), edit('response', 0, 2, '99')]);
    expect([bytesOf(after, 'request'), bytesOf(after, 'response')]).toEqual(['01020304', '99']);
    expect(after.exchanges[0]).toBe(before.exchanges[0]);
    expect(after.exchanges[1]?.response?.http).toBe(before.exchanges[1]?.response?.http);
    expect(bytesOf(before, 'request')).toBe('0001020304');
  });

  test('gives bytes to a message that had none', () => {
    const place = { exchange: 2, side: 'request' as const, start: 0, end: 0 };
    expect(applyEdits(before, [{ place, bytes: hex('05') }]).exchanges[2]?.request?.bytes).toEqual(hex('05'));
  });

  test.each([
    { name: 'overlapping', edits: [edit('request', 0, 2, ''), edit('request', 1, 3, '')] },
    { name: 'past the end', edits: [edit('request', 4, 6, '')] },
    { name: 'turned round', edits: [edit('request', 3, 2, '')] },
    { name: 'before the start', edits: [edit('request', -1, 2, '')] },
    { name: 'not a number', edits: [edit('request', NaN, 2, '')] },
    {
      name: 'without a message',
      edits: [{ place: { exchange: 9, side: 'request' as const, start: 0, end: 0 }, bytes: hex('') }],
    },
  ])('an edit $name is a fault of ours', ({ edits }) => {
    expect(() => applyEdits(before, edits)).toThrow(RangeError);
  });

  test('is the same as one edit after the other, from the last to the first', () => {
    const cuts = fc
      .uniqueArray(fc.nat(40), { minLength: 2, maxLength: 12 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 41, maxLength: 60 }),
        cuts,
        fc.array(fc.uint8Array({ maxLength: 4 })),
        (bytes, at, put) => {
          const start = replaceBytes(before, { exchange: 1, side: 'request' }, bytes);
          const edits: Edit[] = [];
          for (let i = 0; i + 1 < at.length; i += 2) {
            const place = {
              exchange: 1,
              side: 'request' as const,
              start: at[i] as number,
              end: at[i + 1] as number,
            };
            edits.push({ place, bytes: put[i / 2] ?? new Uint8Array(0) });
          }
          const oneByOne = edits.reduceRight((c, each) => applyEdits(c, [each]), start);
          expect(applyEdits(start, edits)).toEqual(oneByOne);
        },
      ),
    );
  });
});

describe('replaceMessage', () => {
  test('puts, replaces and removes', () => {
    const place = { exchange: 0, side: 'response' as const };
    const put = replaceMessage(before, place, { bytes: hex('01') });
    expect(put.exchanges[0]).toEqual({
      id: '0',
      request: { bytes: hex('aa') },
      response: { bytes: hex('01') },
    });
    expect(replaceMessage(put, place, undefined)).toEqual(before);
  });

  test('an exchange that is not there is a fault of ours', () => {
    expect(() => replaceMessage(before, { exchange: 3, side: 'request' }, {})).toThrow(RangeError);
  });
});

import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { applyFix } from './apply-fix.ts';
import { examine } from './examine.ts';

// What the author of an encoder gets wrong: bytes of a reply of 14.1, with what is said of them.

const FRONT = '03016a00 45 5c4f 4b03320001 5203350001 4e03310001 56 47 4d03353a310001';
const BACK = '01 01 01 01 01';
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const talkOf = (hex: string): Conversation => ({
  format: 1,
  title: '',
  exchanges: [{ id: 'a', response: { bytes: bytesOf(hex), readAs: { version: '14.1' } } }],
});
/** An item with these bytes in its ApplicationData; they begin on page 0 and end there. */
const item = (hex: string): string => `${FRONT} 5d ${hex} 0000 01 ${BACK}`;

const BODY = '4a 4603310001 4c03310001 4b03780001 01';

test.each([
  {
    name: 'no SWITCH_PAGE to the properties of a mail',
    hex: `${FRONT} 5d 54034869 0001 01 ${BACK}`, // Email:Subject, on page 0 WindowSize
    says: 'No property of an item stands on code page 0, AirSync: a SWITCH_PAGE before it may be missing or wrong.',
  },
  {
    name: 'no SWITCH_PAGE to the body of a mail',
    hex: item(`0002 55 03310001 ${BODY}`),
    says: 'On code page 17 the same byte is AirSyncBase:Body, which may stand there: a SWITCH_PAGE before it may be missing or wrong.',
  },
])('$name', ({ hex, says }) => {
  const found = examine(talkOf(hex)).filter(({ rule }) => rule === 'unexpected-child');
  expect(found.map(({ severity }) => severity)).toEqual(['error']);
  expect(found[0]?.text).toContain(says);
  expect(found[0]?.fix).toBeUndefined();
});

test('a tag that is of 2.5 only, with a value in it, is no more than a note', () => {
  const found = examine(talkOf(item('0002 55 03310001 4a 03310001')));
  expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toContain('note legacy-tag');
});

describe('a tag without the content bit, and text behind it', () => {
  test.each([
    { name: 'in the envelope', bad: '0b03320001', good: '4b03320001', at: 7, in: FRONT, from: '4b03320001' },
    { name: 'in an item', bad: '140348690001', good: '540348690001', at: 34, in: '', from: '' },
  ])('$name: the bit is set', ({ bad, good, at, in: front, from }) => {
    const wrap = (hex: string): string =>
      from === ''
        ? item(`0002 ${hex} 4f03323032362d30312d30355430393a30303a30302e3030305a0001 55 03310001`)
        : `${front.replace(from, hex)} 5d 0002 4f03323032362d30312d30355430393a30303a30302e3030305a0001 0000 01 ${BACK}`;
    const talk = talkOf(wrap(bad));
    const finding = examine(talk).find(({ fix }) => fix?.title === 'Set the content bit');
    if (!finding) throw new Error('no such fix');
    expect([finding.rule, finding.severity, finding.start]).toEqual(['text-in-container', 'error', at]);
    const after = applyFix(talk, finding);
    expect(toHex(after.exchanges[0]?.response?.bytes ?? new Uint8Array())).toBe(toHex(bytesOf(wrap(good))));
    expect(examine(after)).toEqual([]);
  });

  test('not where the tag holds nothing by its kind', () => {
    // MoreAvailable, then a text that belongs nowhere
    const hex = '03016a00 45 5c4f 4b03320001 5203350001 4e03310001 14 03780001 01 01';
    const texts = examine(talkOf(hex)).map(({ text }) => text);
    expect(texts.some((text) => text.startsWith('Text stands directly in Collection.'))).toBe(true);
  });
});

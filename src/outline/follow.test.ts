import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { followElement, formerOf } from './follow.ts';
import { Outline } from './outline.ts';

const outlineOf = (hex: string) => new Outline(decode(fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array()));

// Sync with a Status, and a Collection of a SyncKey, a CollectionId and a Status
const MESSAGE = '03016a00 45 4e03310001 5c4f 4b03310001 5203320001 4e03310001 01 01 01';
const COLLECTION_ID = 5;

test.each([
  { what: 'nothing', to: MESSAGE, element: 5, isChanged: false },
  { what: 'a value before it', to: MESSAGE.replace('4b0331', '4b03313939'), element: 5, isChanged: false },
  {
    what: 'an element more before it',
    to: MESSAGE.replace('45 4e', '45 13 4e'),
    element: 6,
    isChanged: false,
  },
  { what: 'an element less before it', to: MESSAGE.replace('4b03310001', ''), element: 4, isChanged: false },
  {
    what: 'a value behind it',
    to: MESSAGE.replace('4e03310001 01', '4e03340001 01'),
    element: 5,
    isChanged: false,
  },
  {
    what: 'an element less behind it',
    to: MESSAGE.replace('4e03310001 01 01', '01 01'),
    element: 5,
    isChanged: false,
  },
  { what: 'its own value', to: MESSAGE.replace('520332', '520337'), element: 5, isChanged: true },
  {
    what: 'its own value and what is before it',
    to: MESSAGE.replace('4b03310001 520332', '4b03390001 520339'),
    element: 5,
    isChanged: true,
  },
])('an element is found again after a change of $what', ({ to, element, isChanged }) => {
  const before = outlineOf(MESSAGE);
  expect(before.name(COLLECTION_ID)).toBe('CollectionId');
  const followed = followElement(formerOf(before, COLLECTION_ID), outlineOf(to));
  expect(followed).toEqual({ element, isChanged });
});

test.each([
  { what: 'it is taken out', to: MESSAGE.replace('5203320001 ', '') },
  { what: 'it has another name', to: MESSAGE.replace('520332', '500332') },
  {
    what: 'what it stands in is taken out',
    to: MESSAGE.replace('5c4f 4b03310001 5203320001 4e03310001 01 01', ''),
  },
  { what: 'nothing is left', to: '' },
])('an element is not found where $what', ({ to }) => {
  expect(followElement(formerOf(outlineOf(MESSAGE), COLLECTION_ID), outlineOf(to))).toBeUndefined();
});

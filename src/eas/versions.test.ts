import { describe, expect, test } from 'vitest';
import { EVERY_VERSION, VERSIONS, versionBit, versionsOf, versionsText } from './versions.ts';

describe('versionsOf', () => {
  test.each([
    ['2.5', ['2.5']],
    ['2.5-12.1', ['2.5', '12.0', '12.1']],
    ['14.0-16.1', ['14.0', '14.1', '16.0', '16.1']],
    ['16.1-16.1', ['16.1']],
    ['', VERSIONS],
    ['13.0', []],
    ['2.5-99', []],
  ])('%s', (range, names) => {
    expect(VERSIONS.filter((name) => versionsOf(range) & versionBit(name))).toEqual(names);
  });

  test('every version is every bit', () => {
    expect(versionsOf('2.5-16.1')).toBe(EVERY_VERSION);
  });
});

describe('versionsText', () => {
  test.each([
    ['14.0-16.1', '14.0 and later'],
    ['16.1', '16.1 only'],
    ['2.5-12.1', 'versions up to 12.1'],
    ['12.0-14.1', '12.0 to 14.1'],
    ['2.5', '2.5 only'],
    ['', 'every version'],
    ['13.0', 'no version'],
  ])('%s is said as “%s”', (range, text) => {
    expect(versionsText(versionsOf(range))).toBe(text);
  });
});

test('a version that nobody knows has no bit', () => {
  expect(versionBit('3.0')).toBe(0);
});

import { expect, test } from 'vitest';
import { activeSyncPages } from '../../doctypes/index.ts';
import { wordOf } from '../../eas/index.ts';
import { ENUMERATIONS, FLAGS, MESSAGE_CLASSES, SAME_VALUES, UNITS } from './enumerations.ts';

const names = new Set(
  activeSyncPages.flatMap(({ name, tags }) => tags.map(([, tag]) => `${name ?? ''}:${tag}`)),
);

test.each([...Object.keys(ENUMERATIONS), ...Object.keys(SAME_VALUES), ...FLAGS, ...Object.keys(UNITS)])(
  '%s is an element',
  (name) => {
    expect(names).toContain(name);
  },
);

test('no value is described twice', () => {
  for (const [name, meanings] of Object.entries(ENUMERATIONS)) {
    for (const value of Object.keys(meanings))
      expect([name, value, wordOf(name, value)]).toEqual([name, value, undefined]);
  }
});

test('elements that borrow the values of another find some there', () => {
  for (const other of Object.values(SAME_VALUES)) expect(wordOf(other, '1')).toBeDefined();
});

test('every meaning says something, and message classes differ by more than case', () => {
  const meanings = [
    ...Object.values(ENUMERATIONS).flatMap((list) => Object.values(list)),
    ...Object.values(MESSAGE_CLASSES),
  ];
  expect(meanings.filter((meaning) => meaning.trim() === '')).toEqual([]);
  const classes = Object.keys(MESSAGE_CLASSES).map((name) => name.toUpperCase());
  expect(new Set(classes).size).toBe(classes.length);
});

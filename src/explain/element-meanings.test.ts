import { expect, test } from 'vitest';
import { activeSyncPages } from '../doctypes/index.ts';
import { describedElements, documentOf, elementMeaning } from './element-meanings.ts';

const names = new Set(
  activeSyncPages.flatMap(({ name, tags }) => tags.map(([, tag]) => `${name ?? ''}:${tag}`)),
);

test('every described element is one, and is described in sentences', () => {
  expect(describedElements.length).toBeGreaterThan(150);
  for (const [page, name] of describedElements) {
    expect(names).toContain(`${page}:${name}`);
    expect(elementMeaning(page, name)).toMatch(/^[A-Z].*[.]$/);
  }
});

test('what is not described, and what only looks like a table’s entry', () => {
  expect(elementMeaning('Email', 'Subject')).toBeUndefined();
  expect(elementMeaning('Nonsense', 'Sync')).toBeUndefined();
  expect(elementMeaning('constructor', 'name')).toBeUndefined();
  expect(elementMeaning('AirSync', 'toString')).toBeUndefined();
});

test('each page has its document', () => {
  expect(['AirSync', 'Calendar', 'Provision', 'AirSyncBase', 'constructor'].map(documentOf)).toEqual([
    'MS-ASCMD',
    'MS-ASCAL',
    'MS-ASPROV',
    'MS-ASAIRS',
    'MS-ASCMD',
  ]);
});

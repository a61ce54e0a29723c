import { expect, test } from 'vitest';
import { activeSyncPages } from '../doctypes/index.ts';
import { kindOfElement, PLAIN, PLAIN_ELEMENTS, REDACTION_KINDS } from './kinds.ts';

const texts = activeSyncPages.flatMap(({ namespace = '', tags }) =>
  tags
    .filter(([, , type]) => type === 'string' || type === 'opaque' || type === undefined)
    .map(([, name]) => ({ element: `${namespace}:${name}`, namespace, name })),
);

test('every element with a text is of a kind, or the protocol’s own', () => {
  const known = [PLAIN, ...REDACTION_KINDS.map(({ id }) => id)];
  const unknown = texts.filter(
    ({ namespace, name }) => !known.includes(kindOfElement(namespace, name) ?? ''),
  );
  expect(unknown.map(({ element }) => element)).toEqual([]);
  expect(texts.length).toBeGreaterThan(200);
});

test('no kind has two names, and the protocol’s own are elements', () => {
  const ids = REDACTION_KINDS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const names = new Set(
    activeSyncPages.flatMap(({ namespace, tags }) =>
      tags.flatMap(([, name]) => [name, `${namespace}:${name}`]),
    ),
  );
  expect(PLAIN_ELEMENTS.filter((element) => !names.has(element))).toEqual([]);
});

test.each([
  ['Email', 'From', 'address'],
  ['FolderHierarchy', 'DisplayName', 'folder'],
  ['AirSync', 'SyncKey', 'key'],
  ['AirSync', 'Class', PLAIN],
  ['AirSync', 'Nothing', undefined],
])('%s:%s is %s', (namespace, name, kind) => {
  expect(kindOfElement(namespace, name)).toBe(kind);
});

import { expect, test } from 'vitest';
import { vocabularyOf } from '../doctypes/index.ts';
import { PERSONAL_KINDS, type PersonalKind } from './personal-elements.ts';

const kinds: readonly PersonalKind[] = PERSONAL_KINDS;
const activeSync = vocabularyOf('activesync');

test.each(kinds.flatMap(({ elements = [] }) => elements))('there is an element %s', (element) => {
  const [name, namespace] = element.split(':').reverse() as [string, string?];
  const pages = (activeSync?.tagsNamed(name) ?? []).map(({ page }) => activeSync?.page(page)?.namespace);
  if (namespace === undefined) expect(pages).not.toEqual([]);
  else expect(pages).toContain(namespace);
});

test('no element is of two kinds', () => {
  const elements = kinds.flatMap((kind) => kind.elements ?? []);
  expect(new Set(elements).size).toBe(elements.length);
});

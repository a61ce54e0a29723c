import { describe, expect, test } from 'vitest';
import { activeSyncPages, documentTypes, vocabularyOf, type Vocabulary } from './index.ts';

function vocabulary(id: string): Vocabulary {
  const found = vocabularyOf(id);
  if (!found) throw new Error(`no document type ${id}`);
  return found;
}

describe('every table of tags', () => {
  test.each(documentTypes.map((type) => ({ id: type.id, type })))(
    '$id: no code and no name twice on a page',
    ({ type }) => {
      const numbers = type.tagPages.map(({ page }) => page);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const { page, tags, aliases = {} } of type.tagPages) {
        const codes = tags.map(([code]) => code);
        const names = tags.map(([, name]) => name);
        expect(new Set(codes).size, `page ${page}`).toBe(codes.length);
        expect(new Set(names).size, `page ${page}`).toBe(names.length);
        expect(codes.filter((code) => code < 0x05 || code > 0x3f)).toEqual([]);
        expect([...codes].sort((a, b) => a - b)).toEqual(codes);
        for (const name of names)
          expect(name).toMatch(/^([A-Za-z_][A-Za-z0-9_.-]*:)?[A-Za-z_][A-Za-z0-9_.-]*$/);
        for (const [alias, name] of Object.entries(aliases)) {
          expect(names, `page ${page}: ${alias} → ${name}`).toContain(name);
          expect(names, `page ${page}: ${alias} is a name of its own`).not.toContain(alias);
        }
      }
    },
  );

  test.each(documentTypes.map((type) => ({ id: type.id, type })))(
    '$id: attributes and values',
    ({ type }) => {
      for (const { page, starts = [], values = [] } of type.attributePages ?? []) {
        const codes = [...starts.map(([code]) => code), ...values.map(([code]) => code)];
        expect(new Set(codes).size, `page ${page}`).toBe(codes.length);
        expect(starts.filter(([code]) => code >= 0x80 || (code & 0x3f) < 5)).toEqual([]);
        expect(values.filter(([code]) => code < 0x80 || (code & 0x3f) < 5)).toEqual([]);
        // Two starts that say the same would leave one that no plain text can mean.
        const said = starts.map(([, name, prefix = '']) => `${name}=${prefix}`);
        expect(new Set(said).size).toBe(said.length);
      }
    },
  );

  test.each(documentTypes.map((type) => ({ id: type.id, type })))(
    '$id: roots exist, ids and numbers are its own',
    ({ type }) => {
      const others = documentTypes.filter((other) => other !== type);
      expect(others.map(({ id }) => id)).not.toContain(type.id);
      // A vendor's dialect has the number of the type it extends.
      if (type.publicId !== undefined && !type.id.startsWith('prov-1.0'))
        expect(others.map(({ publicId }) => publicId)).not.toContain(type.publicId);
      const known = vocabulary(type.id);
      for (const root of type.roots) expect(known.tagsNamed(root), root).not.toEqual([]);
    },
  );
});

describe('ActiveSync', () => {
  const eas = vocabulary('activesync');

  test('has 26 pages and 656 tokens', () => {
    expect(activeSyncPages.map(({ page }) => page)).toEqual(Array.from({ length: 26 }, (_, page) => page));
    expect(activeSyncPages.reduce((sum, { tags }) => sum + tags.length, 0)).toBe(656);
  });

  test('every name, alias and namespace finds its token again', () => {
    for (const { page, namespace = '', prefix = '', tags, aliases = {} } of activeSyncPages) {
      for (const spelling of [
        namespace,
        `${namespace}:`,
        prefix,
        namespace.toUpperCase(),
        ` ${namespace}: `,
        `uri:${namespace}`,
      ]) {
        expect(eas.namespacePage(spelling), spelling).toBe(page);
      }
      for (const [code, name] of tags) {
        expect(eas.tagCode(page, name)).toBe(code);
        expect(eas.tag(page, code)?.name).toBe(name);
      }
      for (const [alias, name] of Object.entries(aliases)) {
        expect(eas.tagCode(page, alias), alias).toBe(eas.tagCode(page, name));
      }
    }
  });

  test.each([
    { namespace: 'POOMMAIL:', page: 2 },
    { namespace: 'POOMMAIL', page: 2 },
    { namespace: 'POOMMAIL2:', page: 22 },
    { namespace: 'POOMCAL:', page: 4 },
    { namespace: 'POOMCONTACTS:', page: 1 },
    { namespace: 'POOMCONTACTS2:', page: 12 },
    { namespace: 'POOMTASKS:', page: 9 },
    { namespace: 'POOMNOTES:', page: 23 },
    { namespace: 'FolderHierarchy:', page: 7 },
    { namespace: 'AirSyncBase:', page: 17 },
    { namespace: 'RM:', page: 24 },
    { namespace: 'urn:other', page: undefined },
    { namespace: '', page: undefined },
  ])('“$namespace” is page $page', ({ namespace, page }) => {
    expect(eas.namespacePage(namespace)).toBe(page);
  });

  test.each([
    { page: 0, code: 0x05, name: 'Sync' },
    { page: 0, code: 0x0b, name: 'SyncKey' },
    { page: 0, code: 0x1c, name: 'Collections' },
    { page: 1, code: 0x29, name: 'LastName' },
    { page: 2, code: 0x14, name: 'Subject' },
    { page: 7, code: 0x16, name: 'FolderSync' },
    { page: 9, code: 0x0d, name: 'UtcDueDate' },
    { page: 13, code: 0x05, name: 'Ping' },
    { page: 14, code: 0x05, name: 'Provision' },
    { page: 17, code: 0x0a, name: 'Body' },
    { page: 21, code: 0x05, name: 'SendMail' },
    { page: 25, code: 0x05, name: 'Find' },
  ])('page $page code $code is $name', ({ page, code, name }) => {
    expect(eas.tag(page, code)?.name).toBe(name);
  });
});

import { describe, expect, test } from 'vitest';
import { activeSyncPages, vocabularyOf } from '../doctypes/index.ts';
import { toHex } from '../bytes/index.ts';
import { readXml } from './index.ts';

const hexOf = (text: string): string | undefined => {
  const { bytes } = readXml(text);
  return bytes && toHex(bytes);
};

describe('every tag of ActiveSync in every spelling of its namespace', () => {
  const byPage = activeSyncPages.map((page) => ({ ...page, name: page.namespace ?? '' }));
  test.each(byPage)('$name', ({ page, namespace = '', prefix = '', tags, aliases = {} }) => {
    const alias = Object.fromEntries(Object.entries(aliases).map(([other, own]) => [own, other]));
    for (const [code, name] of tags) {
      const tag = code.toString(16).padStart(2, '0');
      const expected =
        page === 0 ? `03016a0045${tag}01` : `03016a004500${page.toString(16).padStart(2, '0')}${tag}01`;
      const spellings = [
        `<Sync xmlns="AirSync:"><${name} xmlns="${namespace}:"/></Sync>`,
        `<Sync xmlns="AirSync" xmlns:q="${namespace}"><q:${name}/></Sync>`,
        `<Sync><${namespace}:${name}/></Sync>`,
        `<Sync><${prefix}:${name}/></Sync>`,
        `<Sync xmlns="AirSync:"><${alias[name] ?? name} xmlns="${namespace}:"/></Sync>`,
        `<Sync><page-${page}:tag-0x${tag} xmlns:page-${page}="page-${page}"/></Sync>`,
      ];
      for (const spelling of spellings) expect(hexOf(spelling), spelling).toBe(expected);
    }
  });
});

test.each([
  { text: '<FolderSync><SyncKey>0</SyncKey></FolderSync>', hex: '03016a00000756520330000101' },
  { text: '<Ping><Folders/></Ping>', hex: '03016a00000d450901' },
  { text: '<Provision/>', hex: '03016a00000e05' },
  { text: '<Synchronize xmlns="AirSync:"><Replies/></Synchronize>', hex: '03016a00450601' }, // Z-Push's names
  { text: '<Sync xmlns=""><AirSync:Add/></Sync>', hex: '03016a00450701' },
  { text: '<Sync><Add xmlns=""/></Sync>', hex: undefined }, // `Add` alone may be of several pages
])('$text', ({ text, hex }) => {
  expect(hexOf(text)).toBe(hex);
});

test('every root that names a command is read without a namespace', () => {
  for (const root of vocabularyOf('activesync')?.type.roots ?? [])
    expect(hexOf(`<${root}/>`), root).toBeDefined();
});

test('an unknown name says where there is one', () => {
  const { problems } = readXml('<Sync xmlns="AirSync"><Subject>x</Subject></Sync>');
  expect(problems).toEqual([
    expect.objectContaining({
      code: 'unknown-name',
      start: 23,
      end: 30,
      expected: expect.stringContaining('Email:Subject') as string,
    }),
  ]);
});

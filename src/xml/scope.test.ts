import { describe, expect, test } from 'vitest';
import { activeSyncPages, vocabularyOf } from '../doctypes/index.ts';
import { toHex } from '../bytes/index.ts';
import { editXml, readXml, startEdit } from './index.ts';

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

describe('without any namespace', () => {
  // pages: Provision 14 (0e), Settings 18 (12), Email 2, AirSync 0
  test.each([
    {
      text: '<Provision><DeviceInformation><Set><Model>x</Model></Set></DeviceInformation></Provision>',
      hex: '03016a00000e4500125648570378000101' + '0101',
    },
    {
      // the Status inside is one of Settings, that behind it one of Provision
      text: '<Provision><DeviceInformation><Status>1</Status></DeviceInformation><Status>1</Status></Provision>',
      hex: '03016a00000e45001256460331000101000e4b0331000101',
    },
    {
      // SyncKey is none of Email: it is one of the root's page
      text: '<Sync><Flag><FlagStatus>2</FlagStatus><SyncKey/></Flag></Sync>',
      hex: '03016a00450002' + '7a7b0332000100000b' + '0101',
    },
    {
      text: '<Sync><Email:Flag><Status>2</Status></Email:Flag></Sync>',
      hex: '03016a004500027a00004e0332000101' + '01',
    },
    { text: '<Sync><Body/></Sync>', hex: undefined }, // one of four pages
    { text: '<Sync xmlns="AirSync"><Read/></Sync>', hex: undefined },
    { text: '<Sync><Add xmlns="AirSync"><Read/></Add></Sync>', hex: undefined }, // declared inside
  ])('$text', ({ text, hex }) => {
    expect(hexOf(text)).toBe(hex);
  });

  test('the page is said, once where it begins', () => {
    const { problems } = readXml('<Provision><DeviceInformation><Set/></DeviceInformation></Provision>');
    expect(problems).toEqual([
      {
        code: 'assumed-page',
        severity: 'warning',
        start: 12,
        end: 29,
        expected: 'a namespace',
        found: 'none',
        assumed: 'Settings:DeviceInformation',
      },
    ]);
  });

  test('an edit inside reads as the whole text does', () => {
    const before =
      '<Provision><DeviceInformation><Set><Model>x</Model></Set></DeviceInformation></Provision>';
    const from = before.indexOf('<Model>');
    const insert = '<IMEI>1</IMEI>';
    const edit = startEdit(readXml(before));
    const edited = edit && editXml(edit, { from, to: from, insert });
    const whole = before.slice(0, from) + insert + before.slice(from);
    expect(edited?.spliced).toBe(true);
    expect(toHex(edited?.now.bytes ?? new Uint8Array())).toBe(hexOf(whole));
  });
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

test.each([
  ['<sync xmlns="AirSync"/>', 'a name of AirSync, such as Sync'],
  ['<Sync xmlns="AirSync"><SYNCKEY>1</SYNCKEY></Sync>', 'a name of AirSync, such as SyncKey'],
  ['<Sync xmlns="AirSync"><SyncKeys/></Sync>', 'a name of AirSync, or tag-0x05 to tag-0x3F'],
])('a name in other letters is told with its own: %s', (text, expected) => {
  expect(readXml(text).problems[0]).toMatchObject({ code: 'unknown-name', expected });
});

test.each([
  ['<SyncML xmlns="SYNCML:SYNCML1.2"><Foo/></SyncML>', 'a name of SYNCML:SYNCML1.2, or tag-0x05 to tag-0x3F'],
  [
    '<!DOCTYPE wml PUBLIC "-//WAPFORUM//DTD WML 1.1//EN" ""><wml><foo/></wml>',
    'a name of WML 1.1, or tag-0x05 to tag-0x3F, or literal:foo and <?wbxml string="foo"?>',
  ],
])('a name of no page is told with the names there are: %s', (text, expected) => {
  const problem = readXml(text).problems.find(({ code }) => code === 'unknown-name');
  expect(problem).toMatchObject({ expected });
});

describe('a DOCTYPE of another maker', () => {
  test.each([
    ['PUBLIC "-//PHONE.COM//DTD WML 1.1//EN" "http://phone.example/dtd/wml11.dtd"', 'wml-1.1'],
    ['SYSTEM "http://www.wapforum.org/DTD/wml_1.1.xml"', 'wml-1.1'],
    ['SYSTEM "wml12.dtd"', 'wml-1.2'],
    ['SYSTEM "wml.dtd"', 'wml-1.3'],
  ])('%s is read as %s, with a notice', (doctype, id) => {
    const text = `<!DOCTYPE wml ${doctype}><wml/>`;
    const { doctype: read, problems } = readXml(text);
    expect([read, problems.map(({ code, severity }) => `${severity} ${code}`)]).toEqual([
      id,
      ['warning assumed-type'],
    ]);
  });
});

describe('SyncML, whose namespace says its version', () => {
  // the public id: 1.2 is 0x1201, 1.1 is 0x0fd3
  test.each([
    ['<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr/></SyncML>', '03a4016a006d2c01'],
    ["<SyncML xmlns='SYNCML:SYNCML1.1'><SyncHdr/></SyncML>", '039f536a006d2c01'],
    ['<SyncML><SyncHdr/></SyncML>', '03a4016a006d2c01'],
    [
      '<SyncML><SyncBody><Add><Meta><Format>chr</Format></Meta></Add></SyncBody></SyncML>',
      '03a4016a006d6b455a0001' + '470363687200' + '0101010101',
    ],
  ])('%s', (text, hex) => {
    expect(hexOf(text)).toBe(hex);
  });
});

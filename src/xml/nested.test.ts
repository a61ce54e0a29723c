import { expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { bytesToXml, editXml, readXml, startEdit } from './index.ts';

/** Around what stands in Data: `SyncML`, `SyncBody`, `Put`, `Item`, `Data`. */
const around = (inside: string, attributes = ''): string =>
  `<SyncML xmlns="SYNCML:SYNCML1.2"${attributes}><SyncBody><Put><Item><Data>${inside}</Data></Item></Put></SyncBody></SyncML>`;
const HEAD = '03a4016a006d6b5f544f';
const ENDS = '0101010101';
/** `VerDTD` 25 and `Man` 11 in `DevInf` 0a, behind a header of DevInf 1.2. */
const INNER = '03a4036a004a6503312e32000151037800' + '0101';

const hexOf = (text: string): string => toHex(readXml(text).bytes ?? new Uint8Array(0));

test.each([
  around('<DevInf xmlns="syncml:devinf"><VerDTD>1.2</VerDTD><Man>x</Man></DevInf>'),
  around('\n <DevInf xmlns="syncml:devinf">\n<VerDTD>1.2</VerDTD>\n<Man>x</Man>\n</DevInf>\n'),
  around('<d:DevInf xmlns:d="syncml:devinf"><d:VerDTD>1.2</d:VerDTD><d:Man>x</d:Man></d:DevInf>'),
  around('<d:DevInf><d:VerDTD>1.2</d:VerDTD><d:Man>x</d:Man></d:DevInf>', ' xmlns:d="syncml:devinf"'),
])('device information in SyncML is a document of its own: %s', (text) => {
  expect(readXml(text).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(hexOf(text)).toBe(`${HEAD}c313${INNER}${ENDS}`);
});

test('of the version of the message around it', () => {
  const text = around('<DevInf xmlns="syncml:devinf"/>').replaceAll('1.2', '1.1');
  expect(hexOf(text)).toBe('039f536a006d6b5f544f' + 'c306' + '039f546a000a' + ENDS);
});

test('what is wrong in it is told where it stands', () => {
  const text = around('<DevInf xmlns="syncml:devinf"><Men>x</Men></DevInf>');
  const at = text.indexOf('Men');
  expect(readXml(text).problems.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({ code: 'unknown-name', start: at, end: at + 3 }),
  ]);
});

test('an edit inside it is spliced', () => {
  const text = around('<DevInf xmlns="syncml:devinf"><VerDTD>1.2</VerDTD><Man></Man></DevInf>');
  const edit = startEdit(readXml(text));
  if (!edit) throw new Error('no start');
  const from = text.indexOf('</Man>');
  const { now, spliced } = editXml(edit, { from, to: from, insert: 'x' });
  expect([spliced, toHex(now.bytes ?? new Uint8Array(0))]).toEqual([true, `${HEAD}c313${INNER}${ENDS}`]);
});

test('any number of them without an end takes no longer than the text is', { timeout: 40_000 }, () => {
  const text = around('<DevInf xmlns="syncml:devinf">'.repeat(40_000));
  expect(readXml(text).bytes).toBeUndefined();
});

test('it stands in no other type, and under no other root', () => {
  for (const text of [
    '<Sync xmlns="AirSync"><DevInf xmlns="syncml:devinf"/></Sync>',
    around('<Man xmlns="syncml:devinf"/>'),
  ])
    expect(readXml(text).problems.map(({ code }) => code)).toContain('unknown-namespace');
});

test('it is printed as it is read, among layout where it is alone', () => {
  const bytes = fromHex(`${HEAD}c313${INNER}${ENDS}`) ?? new Uint8Array(0);
  const text = bytesToXml(bytes);
  expect(text).toContain(
    [
      '        <Data>',
      '          <DevInf xmlns="syncml:devinf">',
      '            <VerDTD>1.2</VerDTD>',
      '            <Man>x</Man>',
      '          </DevInf>',
      '        </Data>',
    ].join('\n'),
  );
  expect(hexOf(text)).toBe(toHex(bytes));
});

test.each([
  {
    what: 'a string beside it',
    data: `036100c313${INNER}`,
    shown: '<Data>a<DevInf xmlns="syncml:devinf">\n',
  },
  {
    what: 'a line end in a text of it',
    data: 'c30e03a4036a004a5103780a790001' + '01',
    shown: '<Man>x\ny</Man>',
  },
  { what: 'version 1.2', data: `c313${INNER.replace('03', '02')}`, shown: '<?wbxml opaque="02a4' },
  { what: 'an unknown tag', data: 'c30803a4036a004a3f01', shown: '<?wbxml opaque="03a4' },
  { what: 'bytes behind it', data: 'c30903a4036a004a2501' + '05', shown: '<?wbxml opaque="03a4' },
  { what: 'a length in two bytes', data: `c38013${INNER}`, shown: '<?wbxml opaque="\n'.slice(0, 15) },
])('with $what it is shown so that these bytes come back', ({ data, shown }) => {
  const bytes = fromHex(`${HEAD}${data}${ENDS}`) ?? new Uint8Array(0);
  const text = bytesToXml(bytes);
  expect(text).toContain(shown);
  expect(hexOf(text)).toBe(toHex(bytes));
});

test('with another root, or a line end at the end of data in it, these bytes come back', () => {
  for (const data of [
    'c30703a4036a004b01',
    'c30e03a4036a004a51c302780a0101',
    'c31203a4036a004a5103780001430503610001' + '01',
  ]) {
    const bytes = fromHex(`${HEAD}${data}${ENDS}`) ?? new Uint8Array(0);
    expect(hexOf(bytesToXml(bytes))).toBe(toHex(bytes));
  }
});

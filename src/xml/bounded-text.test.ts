import { describe, expect, test } from 'vitest';
import { bounded } from '../testing/cpu.ts';
import { editXml, readXml, startEdit } from './index.ts';

const MILLION = 1_000_000;
const HUNDRED_THOUSAND = 100_000;
const sync = (inside: string): string => `<Sync>${inside}</Sync>`;
const numbered = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join('');

/** Reads a text, asks its map, and types a letter into it: each within bounds. Gives the problems' count. */
function everything(text: string): number {
  const read = bounded('readXml', () => readXml(text));
  for (const { start, end } of read.problems)
    expect(start >= 0 && start <= end && end <= text.length).toBe(true);
  expect(read.bytes === undefined).toBe(read.problems.some(({ severity }) => severity === 'error'));
  bounded('the map', () => {
    for (const at of [0, text.length >> 1, text.length - 1]) read.map.toBytes(at, at + 1);
    return read.map.toText(0, 8);
  });
  const edit = startEdit(read);
  if (edit)
    bounded('an edit', () => editXml(edit, { from: text.length >> 1, to: text.length >> 1, insert: 'x' }));
  return read.problems.length;
}

describe('texts made to take long', () => {
  test.each([
    { what: '10⁶ <', text: '<'.repeat(MILLION) },
    { what: '10⁶ & in a text', text: sync('&'.repeat(MILLION)) },
    { what: '10⁶ { in a value', text: `<si><indication href="${'{'.repeat(MILLION)}"/></si>` },
    { what: '10⁶ start tags without an end', text: '<Sync>'.repeat(MILLION) },
    { what: '10⁶ tags without >', text: '<a '.repeat(MILLION) },
    { what: 'quotes that nobody closes', text: '<a b="'.repeat(HUNDRED_THOUSAND) },
    { what: 'comments that nobody closes', text: '<!--'.repeat(HUNDRED_THOUSAND) },
    { what: 'CDATA that nobody closes', text: `<Sync>${'<![CDATA['.repeat(HUNDRED_THOUSAND)}` },
    { what: 'marks that nobody closes', text: `<Sync>${'<?wbxml '.repeat(HUNDRED_THOUSAND)}` },
    { what: 'DOCTYPEs that nobody closes', text: '<!DOCTYPE ['.repeat(HUNDRED_THOUSAND) },
    { what: 'end tags that nobody closes', text: '</a '.repeat(HUNDRED_THOUSAND) },
    {
      what: 'end tags of another name, deep inside',
      text: '<Sync>'.repeat(HUNDRED_THOUSAND) + '</Status>'.repeat(HUNDRED_THOUSAND),
    },
    {
      what: 'end tags of the root, deep inside',
      text: `<Sync>${'<Add>'.repeat(HUNDRED_THOUSAND)}${'</Sync>'.repeat(HUNDRED_THOUSAND)}`,
    },
    {
      what: 'pairs that do not fit, deep inside',
      text: `<Sync>${'<Add>'.repeat(HUNDRED_THOUSAND)}${'<Delete></Change>'.repeat(HUNDRED_THOUSAND)}`,
    },
    { what: 'roots', text: '<Sync/>'.repeat(HUNDRED_THOUSAND) },
    { what: 'names that are none', text: sync(numbered(HUNDRED_THOUSAND, (i) => `<q${i}/>`)) },
    { what: 'references that are none', text: sync('&foo;<Add/>'.repeat(HUNDRED_THOUSAND)) },
    { what: 'surrogates alone', text: sync('\ud800'.repeat(MILLION)) },
    { what: 'spaces in a tag', text: `<Sync${' '.repeat(MILLION)}x/>` },
    { what: 'one long name in a tag', text: `<Sync ${'a'.repeat(MILLION)}/>` },
    { what: 'names without values', text: `<Sync ${'a '.repeat(HUNDRED_THOUSAND)}/>` },
    { what: 'spaces in a mark', text: sync(`<?wbxml ${' '.repeat(MILLION)}-?>`) },
    { what: 'words in a mark', text: sync(`<?wbxml ${'a-'.repeat(HUNDRED_THOUSAND)}=?>`) },
    { what: 'literal marks in a row', text: sync('<?wbxml literal="5"?>'.repeat(HUNDRED_THOUSAND)) },
  ])('$what: faulty, and told in time', ({ text }) => {
    const problems = everything(text);
    expect(problems).toBeGreaterThan(0);
    expect(problems).toBeLessThanOrEqual(200);
  });

  test.each([
    { what: 'references', text: sync('&#10;'.repeat(HUNDRED_THOUSAND)) },
    { what: 'bytes marks', text: sync('a<?wbxml bytes="07"?>'.repeat(HUNDRED_THOUSAND)) },
    { what: 'CDATA sections', text: sync('<![CDATA[a]]>'.repeat(HUNDRED_THOUSAND)) },
    { what: 'comments in a text', text: sync('a<!-- -->'.repeat(HUNDRED_THOUSAND)) },
    { what: 'marks in a value', text: `<si><indication href="${'{cut}a'.repeat(HUNDRED_THOUSAND)}"/></si>` },
    { what: 'strings of the table', text: `${'<?wbxml string="a"?>\n'.repeat(HUNDRED_THOUSAND)}<Sync/>` },
    {
      what: 'declarations in a tag',
      text: `<Sync ${numbered(HUNDRED_THOUSAND, (i) => `xmlns:p${i}="AirSync" `)}/>`,
    },
    {
      what: 'declarations in tags inside each other',
      text: sync(numbered(20_000, (i) => `<Add xmlns:p${i}="AirSync">`) + '</Add>'.repeat(20_000)),
    },
    { what: 'white space before the root', text: `${'\n'.repeat(MILLION)}<Sync/>` },
    { what: '$( that are no variables', text: sync('$(a'.repeat(HUNDRED_THOUSAND)) },
  ])('$what: read in time', ({ text }) => {
    everything(text);
    expect(readXml(text).bytes).toBeDefined();
  });
});

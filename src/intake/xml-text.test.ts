import { expect, test } from 'vitest';
import { withMail } from './as-sent.ts';
import { readPaste } from './read-paste.ts';
import { readXmlText } from './xml-text.ts';

test.each([
  { text: '<Sync xmlns="AirSync"/>', xml: '<Sync xmlns="AirSync"/>' },
  { text: ' <?xml version="1.0"?>\n<Sync>\n</Sync>\n', xml: '<?xml version="1.0"?>\n<Sync>\n</Sync>' },
  { text: '<!-- a --><a><b/></a>', xml: '<!-- a --><a><b/></a>' },
  { text: '<AirSync:Sync><Status>1</AirSync:Sync>', xml: '<AirSync:Sync><Status>1</AirSync:Sync>' },
  { text: 'EAS - request for device X: <?xml?><Sync></Sync>', xml: '<?xml?><Sync></Sync>' },
  { text: '<?wbxml switch-page="0"?>\n<Sync/>', xml: '<?wbxml switch-page="0"?>\n<Sync/>' }, // a mark is bytes
  { text: '<?wbxml bytes="3c68"?>', xml: '<?wbxml bytes="3c68"?>' },
  {
    text: '{"body":"<?xml version=\\"1.0\\"?>\\n<Sync xmlns=\\"AirSync\\">\\u00e9\\\\n<\\/Sync>"}',
    xml: '<?xml version="1.0"?>\n<Sync xmlns="AirSync">é\\n</Sync>',
  },
  { text: '<a><b>', xml: '<a><b>' }, // broken: said where it is encoded
])('$text', ({ text, xml }) => {
  expect(readXmlText(text)).toMatchObject([{ kind: 'xml', xml: { text: xml } }]);
});

test.each([
  '',
  '<',
  '<>',
  '1 < 2 and 3 > 2',
  '<Buffer 03 01 6a 00>',
  '<03016a00 00004504>',
  '<!doctype html><html></html>',
  '<html><body></body></html>',
  'mail from Ann <ann@example.test> to Bob <bob@example.test>',
])('%s: none', (text) => {
  expect(readXmlText(text)).toEqual([]);
});

test.each([
  { name: 'a string', text: '"<Sync xmlns=\\"AirSync\\"/>\\n<!-- -->"', is: undefined },
  {
    name: 'ends of lines',
    text: '<Sync>\\r\\n  <Status>1</Status>\\n</Sync>',
    is: '<Sync>\r\n  <Status>1</Status>\n</Sync>',
  },
  {
    name: 'a field of CSV',
    text: '<Sync xmlns=""AirSync""><Status>1</Status></Sync>',
    is: '<Sync xmlns="AirSync"><Status>1</Status></Sync>',
  },
  {
    name: 'several strings of Java',
    text: 'String xml = "<?xml version=\\"1.0\\"?>\\n" + "<Sync>\\n"\n    + "\\t<SyncKey>" + key.next()\n + "</SyncKey>\\n" + "</Sync>";',
    is: '<?xml version="1.0"?>\n<Sync>\n\t<SyncKey>{key.next()}</SyncKey>\n</Sync>',
  },
  {
    name: 'several statements',
    text: "xml = '<Sync xmlns=\"AirSync\">';\nxml += '<Status>1</Status>';\nxml += '</Sync>';",
    is: '<Sync xmlns="AirSync"><Status>1</Status></Sync>',
  },
  {
    name: 'a list of strings',
    text: '["<Sync xmlns=\'AirSync\'>",\n  "<Status>1</Status>",\n "</Sync>"].join("")',
    is: "<Sync xmlns='AirSync'><Status>1</Status></Sync>",
  },
  { name: 'quotes as a text', text: '<a><b>" "</b><c>"</c></a>', is: '<a><b>" "</b><c>"</c></a>' },
  { name: 'empty attributes', text: '<a b="" c=""><d e=""/></a>', is: '<a b="" c=""><d e=""/></a>' },
])('XML in $name', ({ text, is }) => {
  expect(readXmlText(text)[0]?.xml?.text).toBe(is);
});

const DECLARED = '<?xml version="1.0" encoding="utf-8"?>\n<Sync xmlns="AirSync"><Status>4</Status></Sync>';

test.each([
  { name: 'between the tags of a page', text: `The answer:\n<pre>\n${DECLARED}\n</pre>`, is: DECLARED },
  {
    name: 'between such tags, without a declaration',
    text: '<p>\n<pre><Sync><Status>4</Status></Sync></pre>',
    is: '<Sync><Status>4</Status></Sync>',
  },
  { name: 'in a comment of XML', text: `is sent:\n<!--\n${DECLARED}\n-->`, is: DECLARED },
  { name: 'behind a type in angle brackets', text: `read<FolderSync>("""\n${DECLARED}\n""")`, is: DECLARED },
])('a document $name begins where it is declared', ({ text, is }) => {
  expect(readXmlText(text)[0]?.xml?.text).toBe(is);
});

test('what a log of Exchange leaves out of its elements is empty, and told', () => {
  const xml = (subject: string, data: string, body: string): string =>
    `<Sync xmlns="AirSync:"><Add><Subject xmlns="Email:"${subject}/><Data${data}/>${body}</Add></Sync>`;
  const [reading] = readXmlText(xml(' bytes="19"', '=7 bytes', '<Body=0 bytes/>'));
  expect(reading?.xml?.text).toBe(xml('', '', ''));
  expect(reading?.slips).toMatchObject([
    { code: 'not-printed', found: '3 elements without what was in them' },
  ]);
});

test.each([
  { name: 'text', printed: 'To: a &lt;b&gt;\n\nHi', is: '<?wbxml opaque?>To: a &lt;b&gt;\n\nHi' },
  { name: 'base64', printed: 'VG86IGE=', is: '<?wbxml opaque="546f3a2061"?>' },
  { name: 'no mail', printed: '... left out ...', is: '... left out ...' },
])('the mail of a request that a log prints as $name was bytes', ({ printed, is }) => {
  const xml = (mail: string): string => `<SendMail xmlns="ComposeMail:"><Mime>${mail}</Mime></SendMail>`;
  expect(withMail(xml(printed))).toBe(xml(is));
  expect(readXmlText(`request:\n${xml(printed)}\n`)[0]?.xml?.text).toBe(xml(is));
  expect(readXmlText(xml(printed))[0]?.xml?.text).toBe(xml(printed)); // as it stands, where there is nothing else
});

test('a word in angle brackets in place of a value is a text, and that is told', () => {
  const xml = (key: string): string => `<Sync><SyncKey>${key}</SyncKey><Add><Data/></Add></Sync>`;
  const [reading] = readXmlText(xml('<left out>'));
  expect(reading?.xml?.text).toBe(xml('&lt;left out&gt;'));
  expect(reading?.slips).toMatchObject([
    { severity: 'warning', found: 'a word in angle brackets in place of a value' },
  ]);
  expect(readXmlText(xml('a'))[0]?.slips).toEqual([]);
});

test.each(['<SyncKey>', '<Data/>', '<MIME', '</Sync>'])('%j in place of a value is no such word', (value) => {
  const xml = `<Sync><SyncKey>${value}</SyncKey><Add><Data/></Add></Sync>`;
  expect(readXmlText(xml)[0]?.xml?.text).toBe(xml);
});

test.each(['REDACTED', 'my key', 'Left out', 'policy_key'])('“<%s>” is one', (value) => {
  const xml = `<Sync><SyncKey><${value}></SyncKey><Add><Data/></Add></Sync>`;
  expect(readXmlText(xml)[0]?.xml?.text).toContain(`<SyncKey>&lt;${value}&gt;</SyncKey>`);
});

const CUT = '<Sync xmlns="AirSync"><Collections><Collection><SyncKey>12</SyncKey>';
const CUT_XML = `${CUT}<?wbxml rest=""?></Collection></Collections></Sync>`;

test.each([
  ['alone', `${CUT}<Coll`, '1:69'],
  ['in other text', `My log:\n\n${CUT} [truncated]\n\nIs it right?`, '3:69'],
  ['behind a word in angle brackets', `for <deleted>: ${CUT}...`, '1:84'],
  ['from the source of a page', `${CUT}<Coll...`.replaceAll('<', '&lt;').replaceAll('>', '&gt;'), '1:69'],
  ['in a string of JSON', `{"body": "${CUT.replaceAll('"', '\\"')}<Co..."}`, '1:11'],
  [
    'in the lines of a log',
    `D/Eas: ${CUT.replaceAll('><', '>\nD/Eas: <')}\nD/Eas: <Co\nD/Other: x -> y`,
    '4:22',
  ],
])('XML that is cut off, %s, is read up to there, and so it says', (_, text, place) => {
  const [first] = readPaste(text);
  expect(first?.kind).toBe('xml');
  expect(first?.xml?.replaceAll('\n', '')).toBe(CUT_XML);
  expect(first?.why).toContain('XML text that is cut off');
  expect(first?.problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
    `cut-off ${place}`,
  ]);
});

test.each([
  ['that somebody writes', `${CUT}...</Collection></Collections></Sync>`],
  ['with an end that is missing', `${CUT}</Collection></Sync>`],
])('XML %s stays as it is', (_, text) => {
  const [first] = readPaste(text);
  expect(first?.xml).toBe(text);
  expect(first?.problems).toEqual([]);
});

test('XML that ends behind a tag stays as it is, and may have been cut off there', () => {
  const [first, second] = readPaste(CUT);
  expect([first?.xml, first?.problems]).toEqual([CUT, []]);
  expect(second?.xml).toBe(CUT_XML);
  expect(second?.problems.map(({ code, found }) => `${code}: ${found}`)).toEqual([
    'cut-off: the end of the text',
  ]);
});

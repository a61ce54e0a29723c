import { expect, test } from 'vitest';
import { decodeWords, mimeLines } from './mime-head.ts';

const linesOf = (text: string) => mimeLines(text)?.map(({ label, text: value }) => `${label}: ${value}`);

test('the fields a reader looks for, unfolded and decoded', () => {
  const text =
    'Received: from a by b\r\nsubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\nFrom: Alice <alice@example.test>\r\n' +
    'To: bob@example.test,\r\n\tcarol@example.test\r\nContent-Type: multipart/mixed;\r\n boundary="x"\r\n\r\nFrom: not me';
  expect(linesOf(text)).toEqual([
    'From: Alice <alice@example.test>',
    'To: bob@example.test, carol@example.test',
    'Subject: Grüße',
    'Content-Type: multipart/mixed; boundary="x"',
  ]);
});

test('a field without a value says so', () => {
  expect(linesOf('Subject:\r\nFrom: a')).toEqual(['From: a', 'Subject: empty']);
});

test('the first of a repeated field counts', () => {
  expect(linesOf('From: a\nFrom: b\n  c\nSubject: d')).toEqual(['From: a', 'Subject: d']);
});

test.each([
  '',
  'Hello Alice,\r\n\r\nFrom: x',
  'no field here',
  '\r\nFrom: x',
  'X-Other: 1\r\n\r\n',
  ' From: x',
])('%j is no head', (text) => {
  expect(mimeLines(text)).toBeUndefined();
});

test('a very long field is cut', () => {
  expect(linesOf(`Subject: ${'a'.repeat(500)}`)).toEqual([`Subject: ${'a'.repeat(120)} …`]);
});

test.each([
  { word: '=?UTF-8?B?5pel5pys?=', text: '日本' },
  { word: '=?iso-8859-1?q?a_=E4?=', text: 'a ä' },
  { word: '=?utf-8?Q?a?= =?utf-8?Q?b?=', text: 'ab' },
  { word: '=?utf-8?Q?a?= and =?utf-8?Q?b?=', text: 'a and b' },
  { word: '=?utf-8*de?Q?a?=', text: 'a' },
  { word: '=?no-such-set?Q?a?=', text: '=?no-such-set?Q?a?=' },
  { word: '=?utf-8?B?!!?=', text: '=?utf-8?B?!!?=' },
  { word: '=?utf-8?Q?=zz?=', text: '=?utf-8?Q?=zz?=' },
  { word: 'plain', text: 'plain' },
])('$word is $text', ({ word, text }) => {
  expect(decodeWords(word)).toBe(text);
});

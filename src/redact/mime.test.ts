import { expect, test } from 'vitest';
import { utf8Binary } from './binary.ts';
import { Invention } from './invention.ts';
import { isMime } from './mime.ts';
import { Values } from './values.ts';

const MAIL = [
  'From: "Ann Bee" <ann@example.test>',
  'Subject: =?utf-8?B?R3LDvMOfZSBhbiBBbm4=?= =?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed;',
  ' boundary="-Ann-Bee-"',
  '',
  '---Ann-Bee-',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=C3=BC=C3=9Fe, Annabel=',
  'le. 1 =3D 1',
  '---Ann-Bee-',
  'Content-Type: text/html; charset=utf-8; name="Annabelle.html"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<p class="Annabelle" style="color:red">Annabelle</p>')
    .toString('base64')
    .replace(/(.{30})/g, '$1\r\n'),
  '---Ann-Bee---',
  '',
].join('\r\n');

const values = (): Values => new Values(new Invention(), (bytes) => bytes);

test('a mail stays one: parts, encodings, line lengths', () => {
  const made = values().text(MAIL, 'text');
  const shape = (mail: string): number[] => mail.split('\r\n').map((line) => line.length);
  expect(shape(made)).toEqual(shape(MAIL));
  expect(made).not.toMatch(/Ann(?!-Bee-)/);
  expect(made).toMatch(
    /^From: "\w{3} \w{3}" <\w{3}@\w{7}\.\w{4}>\r\nSubject: =\?utf-8\?B\?[\w+/]+=\?= =\?utf-8\?Q\?\w\w(?:=C3=[\dA-F]{2}){2}\w\?=/,
  );
  expect(made).toContain('\r\n---Ann-Bee---\r\n');
  expect(made).toMatch(/\w\w(?:=C3=[\dA-F]{2}){2}\w, \w{7}=\r\n\w\w\. \d =3D \d/);
  const packed = /base64\r\n\r\n([^-]*)\r\n--/.exec(made)?.[1] ?? '';
  expect(Buffer.from(packed, 'base64').toString()).toMatch(
    /^<p class="(?!Annabelle)\w{9}" style="color:red">(?!Annabelle)\w{9}<\/p>$/,
  );
});

test.each(Array.from({ length: 24 }, (_, i) => ({ length: 30 * i + 7 })))(
  'a mail cut at $length is as long as before',
  ({ length }) => {
    const cut = MAIL.slice(0, length);
    expect(values().text(cut, 'text')).toHaveLength(cut.length);
  },
);

test.each([
  { text: 'From: a\r\nTo: b\r\n', is: true },
  { text: 'Subject: a\n b\n\nText', is: true },
  { text: 'Dear Ann: hello\r\nhow are you', is: false },
  { text: 'http://example.test\r\n\r\n', is: false },
  { text: '', is: false },
])('“$text” begins like a mail: $is', ({ text, is }) => {
  expect(isMime(utf8Binary(text))).toBe(is);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colouredLines } from './coloured-lines.ts';

/** A line a row, each piece with the letter of its kind before it. */
const said = (text: string): string[] =>
  colouredLines(text).map((line) => line.map(({ kind, text: part }) => `${kind}(${part})`).join(' '));

test.each([
  ['', ['']],
  ['<a>b</a>', ['bracket(<) tag(a) bracket(>) text(b) bracket(</) tag(a) bracket(>)']],
  ['<e:To/>', ['bracket(<) prefix(e:) tag(To) bracket(/>)']],
  [
    '<a\n  b="1"\n>',
    ['bracket(<) tag(a)', 'bracket( ) bracket( ) attribute(b) bracket(=) value("1")', 'bracket(>)'],
  ],
  ['x &amp; y', ['text(x ) reference(&amp;) text( y)']],
  ['<?wbxml end?>\n<a/>', ['comment(<?wbxml end?>)', 'bracket(<) tag(a) bracket(/>)']],
  ['<!-- <b>\n-->c', ['comment(<!-- <b>)', 'comment(-->) text(c)']],
  ['<![CDATA[<b>]]>c', ['cdata(<![CDATA[<b>]]>) text(c)']],
  ['<a <b>', ['bracket(<) tag(a) bracket( ) bracket(<) tag(b) bracket(>)']],
  ['<a b="1', ['bracket(<) tag(a) bracket( ) attribute(b) bracket(=) value("1)']],
  ['a < b & c', ['text(a ) bracket(<) bracket( ) tag(b) bracket( ) bracket(&) bracket( ) attribute(c)']],
])('%j', (text, lines) => {
  expect(said(text)).toEqual(lines);
});

test('whatever the text, its lines are those of the text', () => {
  const text = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<![CDATA[',
      ']]>',
      '&',
      ';',
      '"',
      "'",
      '=',
      ':',
      'ab',
      ' ',
      '\n',
      '\r',
      'é',
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      const lines = colouredLines(whole).map((line) => line.map((piece) => piece.text).join(''));
      expect(lines).toEqual(whole.split('\n'));
    }),
  );
});

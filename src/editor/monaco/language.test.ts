import fc from 'fast-check';
import { compile } from 'monaco-editor/editor/standalone/common/monarch/monarchCompile';
import { MonarchTokenizer } from 'monaco-editor/editor/standalone/common/monarch/monarchLexer';
import { expect, test } from 'vitest';
import { palettes } from '../palette.ts';
import { grammar, LANGUAGE } from './language.ts';

const configuration = {
  getValue: () => 1_000_000, // the length from which a line is not looked at
  onDidChangeConfiguration: () => ({ dispose: () => undefined }),
};
const tokenizer = new MonarchTokenizer(null, null, LANGUAGE, compile(LANGUAGE, grammar), configuration);

/** The text cut into tokens, each with its name: `tag:Sync`. Line ends are dropped. */
function tokens(text: string): string[] {
  let state = tokenizer.getInitialState();
  return text.split('\n').flatMap((line) => {
    const result = tokenizer.tokenize(line, true, state);
    state = result.endState;
    return result.tokens
      .map(({ offset, type }, i) => `${type}:${line.slice(offset, result.tokens[i + 1]?.offset)}`)
      .filter((token) => !token.endsWith(':') || line !== '');
  });
}

test.each([
  {
    text: '<Sync xmlns="AirSync">',
    is: [
      'bracket:<',
      'tag:Sync',
      'bracket: ',
      'attribute:xmlns',
      'bracket:=',
      'value:"AirSync"',
      'bracket:>',
    ],
  },
  { text: '<email:To/>', is: ['bracket:<', 'prefix:email:', 'tag:To', 'bracket:/>'] },
  { text: '</email:To>', is: ['bracket:</', 'prefix:email:', 'tag:To', 'bracket:>'] },
  { text: '<tag-0x3F/>', is: ['bracket:<', 'tag:tag-0x3F', 'bracket:/>'] },
  {
    text: 'a &amp; b &#x2028;&#13;',
    is: ['text:a ', 'reference:&amp;', 'text: b ', 'reference:&#x2028;&#13;'],
  },
  { text: 'a & b &amp', is: ['text:a ', 'invalid:&', 'text: b ', 'invalid:&', 'text:amp'] },
  { text: 'a<?wbxml cut?>b', is: ['text:a', 'mark:<?wbxml cut?>', 'text:b'] },
  {
    text: '<?wbxml str-t="5/2"?>x',
    is: ['mark:<?wbxml str-t="', 'mark.value:5/2', 'mark:"?>', 'text:x'],
  },
  {
    text: '<?wbxml opaque="16f3\nac01"?>x',
    is: ['mark:<?wbxml opaque="', 'mark.value:16f3', 'mark.value:ac01', 'mark:"?>', 'text:x'],
  },
  { text: "<?wbxml string='a?>b", is: ["mark:<?wbxml string='", 'mark.value:a', 'mark:?>', 'text:b'] },
  { text: '<?xml version="1.0"?>a', is: ['comment:<?xml version="1.0"?>', 'text:a'] },
  { text: '<?wbxmlish?>a', is: ['comment:<?wbxmlish?>', 'text:a'] },
  { text: '<!DOCTYPE si [<!ENTITY a ">">]>x', is: ['comment:<!DOCTYPE si [<!ENTITY a ">">]>', 'text:x'] },
  { text: '<!-- <a> - -->x', is: ['comment:<!-- <a> - -->', 'text:x'] },
  {
    text: '<![CDATA[<a>\n&amp;]] ]]>x',
    is: ['bracket:<![CDATA[', 'cdata:<a>', 'cdata:&amp;]] ', 'bracket:]]>', 'text:x'],
  },
  {
    text: '<a href="{start 0x0A}x{0x85}&#123;"/>',
    is: [
      'bracket:<',
      'tag:a',
      'bracket: ',
      'attribute:href',
      'bracket:=',
      'value:"',
      'mark:{start 0x0A}',
      'value:x',
      'mark:{0x85}',
      'reference:&#123;',
      'value:"',
      'bracket:/>',
    ],
  },
  {
    text: "<a b='{opaque 16\nf3}'>",
    is: [
      'bracket:<',
      'tag:a',
      'bracket: ',
      'attribute:b',
      'bracket:=',
      "value:'",
      'mark:{opaque 16',
      'mark:f3}',
      "value:'",
      'bracket:>',
    ],
  },
  { text: 'a{cut}b', is: ['text:a{cut}b'] },
  {
    text: '<a b="{cut">x',
    is: [
      'bracket:<',
      'tag:a',
      'bracket: ',
      'attribute:b',
      'bracket:=',
      'value:"',
      'mark:{cut',
      'value:"',
      'bracket:>',
      'text:x',
    ],
  },
  { text: '<a <b>', is: ['bracket:<', 'tag:a', 'bracket: <', 'tag:b', 'bracket:>'] },
  {
    text: '<a b="x<c>y',
    is: [
      'bracket:<',
      'tag:a',
      'bracket: ',
      'attribute:b',
      'bracket:=',
      'value:"x',
      'bracket:<',
      'tag:c',
      'bracket:>',
      'text:y',
    ],
  },
  { text: 'a < b', is: ['text:a ', 'invalid:<', 'text: b'] },
  {
    text: '<Имя>ж\u2028</Имя>',
    is: ['bracket:<', 'tag:Имя', 'bracket:>', 'text:ж\u2028', 'bracket:</', 'tag:Имя', 'bracket:>'],
  },
])('$text', ({ text, is }) => {
  expect(tokens(text)).toEqual(is);
});

const parts = fc.constantFrom(
  ...[
    '<',
    '>',
    '/',
    '</',
    '/>',
    '"',
    "'",
    '{',
    '}',
    '=',
    '&',
    ';',
    '&amp;',
    '?>',
    '<?wbxml',
    '<?',
    '-',
    '-->',
  ],
  ...['<!--', '<![CDATA[', ']]>', ']', '<!', '[', ':', ' ', '\n', 'a', 'str-t', '😀', '\ud83d', '\u0000'],
);

test('any text at all gets tokens the palette has a colour for, and no character is left out', () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), (list) => {
      const found = tokens(list.join(''));
      expect(found.map((token) => token.slice(token.indexOf(':') + 1)).join('')).toBe(
        list.join('').replaceAll('\n', ''),
      );
      for (const token of found)
        expect(palettes.light.tokens).toHaveProperty([token.slice(0, token.indexOf(':'))]);
    }),
    { numRuns: 5000 },
  );
});

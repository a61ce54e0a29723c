import { expect, test } from 'vitest';
import { markAt } from './mark-at.ts';

/** The text with `|` before the character asked about. */
function ask(marked: string): { found: string; words: unknown } | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const mark = markAt(text, offset);
  return mark && { found: text.slice(mark.start, mark.end), words: mark.words };
}

test.each([
  { text: 'a|<?wbxml cut?>b', found: '<?wbxml cut?>', words: [{ name: 'cut' }] },
  { text: 'a<?wbxml cut?|>b', found: '<?wbxml cut?>', words: [{ name: 'cut' }] },
  {
    text: '<?wbxml str-|t="5/2"?>',
    found: '<?wbxml str-t="5/2"?>',
    words: [{ name: 'str-t', value: '5/2' }],
  },
  {
    text: '<?wbxml |type=\'wml-1.3\' version = "1.1"?>',
    found: '<?wbxml type=\'wml-1.3\' version = "1.1"?>',
    words: [
      { name: 'type', value: 'wml-1.3' },
      { name: 'version', value: '1.1' },
    ],
  },
  {
    text: '<?wbxml opaque="16f3\n|ac"?>',
    found: '<?wbxml opaque="16f3\nac"?>',
    words: [{ name: 'opaque', value: '16f3\nac' }],
  },
  { text: '<?wbxml string="|"?>', found: '<?wbxml string=""?>', words: [{ name: 'string', value: '' }] },
  { text: '<?wbxml| cut', found: '<?wbxml cut', words: [{ name: 'cut' }] },
  { text: '<a>x<?wbxml cut?></a><?wbxml |end?>', found: '<?wbxml end?>', words: [{ name: 'end' }] },
  { text: '<a b="|{cut}c"/>', found: '{cut}', words: [{ name: 'cut' }] },
  { text: '<a b="x > {str-t 5|}c"/>', found: '{str-t 5}', words: [{ name: 'str-t', value: '5' }] },
  {
    text: "<a b='{opaque 16\n|f3}'/>",
    found: '{opaque 16\nf3}',
    words: [{ name: 'opaque', value: '16 f3' }],
  },
  { text: '<a c="{cut}" b="{|0x85}', found: '{0x85}', words: [{ name: '0x85' }] },
  { text: '<![CDATA[x]]><a b="{|none}"/>', found: '{none}', words: [{ name: 'none' }] },
])('$text', ({ text, found, words }) => {
  expect(ask(text)).toEqual({ found, words });
});

test.each([
  'a<?wbxml cut?>|b',
  '|a<?wbxml cut?>b',
  '<?xml |version="1.0"?>',
  '<?wbxmlish |cut?>',
  '<![CDATA[<?wbxml |cut?>]]>',
  '<!-- <?wbxml |cut?> -->',
  '<![CDATA[<a b="{|cut}">]]>',
  'a {|cut} b',
  '<a>{|cut}</a>',
  '<a b="c">{|cut}',
  '<a b="{cut}|c"/>',
  '<a b="{cut|',
  '<a b={|cut}/>',
  '</a b="{|cut}">',
  '|',
])('no mark: %s', (text) => {
  expect(ask(text)).toBeUndefined();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlUnescaped } from './html-escaped.ts';
import { readPaste } from './read-paste.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

test.each([
  {
    text: '&lt;a b=&quot;c&quot;&gt;&#100;&#x65;&nbsp;&apos;&amp;lt;&lt;/a&gt;',
    is: '<a b="c">de \'&lt;</a>',
  },
  { text: '&LT;a/&gt; &unknown; &', is: '<a/> &unknown; &' },
])('$text', ({ text, is }) => {
  expect(htmlUnescaped(text)?.text).toBe(is);
});

test.each(['', 'a &lt; b', '<a>&lt;b/></a>', '03 01 6a'])('%s: none', (text) => {
  expect(htmlUnescaped(text)).toBeUndefined();
});

test('any XML comes back, each character from where it stood', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<a>', '&', '"', 'x', '\n', '</a>', 'é')), (parts) => {
      const text = `<a>${parts.join('')}`;
      const written = escaped(text);
      const read = htmlUnescaped(written);
      expect(read?.text).toBe(text);
      for (let at = 0; at < text.length; at++)
        expect(written.slice(read?.from(at)).startsWith(escaped(text.charAt(at)))).toBe(true);
    }),
  );
});

test('pasted from the source of a page it is read as what the page shows', () => {
  const xml = '<?xml version="1.0"?>\n<Sync xmlns="AirSync"><Status>1</Status></Sync>';
  const [first] = readPaste(`xml response:\n${escaped(xml)}\nthe end`);
  expect(first).toMatchObject({ kind: 'xml', xml });
  const [log] = readPaste(escaped(`D/EAS <sent> ${'03 01 6a 00 00 07 56 52 03 30 00 01 0g'}`));
  expect(log?.conversation.exchanges).toHaveLength(1);
});

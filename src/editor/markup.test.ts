import { expect, test } from 'vitest';
import { markupOf } from './markup.ts';

const kinds = (text: string): string[] =>
  [...markupOf(text)].map(({ kind, start, end, name }) => `${kind} ${name ?? ''}: ${text.slice(start, end)}`);

test.each([
  { text: 'x<a>y</a >', found: ['open a: <a>', 'close a: </a >'] },
  { text: '<e:a b="/>"/>', found: ['empty e:a: <e:a b="/>"/>'] },
  { text: "<a b='>\"'>", found: ["open a: <a b='>\"'>"] },
  {
    text: '<?wbxml cut?><?wbxml?><?xml?>',
    found: ['mark : <?wbxml cut?>', 'mark : <?wbxml?>', 'other : <?xml?>'],
  },
  { text: '<!-- <a> --><![CDATA[<b>]]>', found: ['other : <!-- <a> -->', 'other : <![CDATA[<b>]]>'] },
  { text: '<a <b>', found: ['open b: <b>'] },
  { text: '<a b="<c>', found: ['open c: <c>'] },
  { text: '<a>< b><1>', found: ['open a: <a>', 'open 1: <1>'] },
  { text: '<?wbxml rest="01', found: ['mark : <?wbxml rest="01'] },
  { text: '<!-- x', found: ['other : <!-- x'] },
  { text: '<a', found: [] },
  { text: '', found: [] },
])('$text', ({ text, found }) => {
  expect(kinds(text)).toEqual(found);
});

test('hostile texts end: long tags, many that are unfinished', () => {
  const many = 200_000;
  expect(kinds('<a '.repeat(many))).toEqual([]);
  expect(kinds('<a b="'.repeat(many))).toEqual([]);
  expect(kinds('<!--'.repeat(many))).toHaveLength(1);
  expect(kinds(`<a${' '.repeat(20_000_000)}`)).toEqual([]);
});

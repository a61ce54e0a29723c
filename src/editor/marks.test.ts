import { expect, test } from 'vitest';
import { markAt } from './mark-at.ts';
import { explainMark } from './marks.ts';

const explain = (text: string): string[] => {
  const mark = markAt(text, text.search(/<\?wbxml|\{/));
  return mark ? explainMark(mark) : ['not a mark'];
};

test.each([
  { text: '<?wbxml type="si-1.0"?>', says: /^type: The document type/ },
  { text: '<?wbxml version="1.1"?>', says: /^version: .*first byte/ },
  { text: '<?wbxml publicid="4"?>', says: /as a number\.$/ },
  { text: '<?wbxml publicid="#0"?>', says: /string of the string table/ },
  { text: '<?wbxml charset="4"?>', says: /ISO-8859-1/ },
  { text: '<?wbxml strtbl="/2"?>', says: /takes 2 bytes/ },
  { text: '<?wbxml space="text"?>', says: /white space/ },
  { text: '<?wbxml string="abc{end}"?>', says: /no terminator/ },
  { text: '<?wbxml literal="5"?>', says: /LITERAL/ },
  { text: '<?wbxml switch-page="0"?>', says: /to page 0/ },
  { text: '<a b="{switch-page 1}"/>', says: /to page 1/ },
  { text: '<?wbxml cut?>', says: /new string/ },
  { text: '<?wbxml str-i?>', says: /STR_I/ },
  { text: '<?wbxml str-t="5"?>', says: /STR_T, 83\), by its offset\.$/ },
  { text: '<a b="{str-t 5/2}"/>', says: /STR_T.*takes 2 bytes/ },
  { text: '<?wbxml bytes="07"?>', says: /no text/ },
  { text: '<?wbxml opaque?>', says: /of its own/ },
  { text: '<?wbxml opaque="16f3"?>', says: /its bytes in hex/ },
  { text: '<?wbxml entity="160"?>', says: /ENTITY/ },
  { text: '<?wbxml ext-0?>', says: /single byte \(EXT_0, c0\)/ },
  { text: '<?wbxml ext-t-1="5"?>', says: /second .*\(EXT_T_1, 81\)/ },
  { text: '<?wbxml ext-i-2="text"?>', says: /third .*inline string \(EXT_I_2, 42\)/ },
  { text: '<?wbxml pi name="value"?>', says: /^pi: .*PI, 43/ },
  { text: '<?wbxml end?>', says: /terminator is missing/ },
  { text: '<?wbxml rest="0102"?>', says: /cannot be read/ },
  { text: '<a b="{start 0x0A}"/>', says: /start token/ },
  { text: '<a b="{0x85}"/>', says: /value token/ },
  { text: '<a b="{none}"/>', says: /list is empty/ },
  { text: '<a b="{literal 5}x"/>', says: /LITERAL/ },
  { text: '<?wbxml cutt?>', says: /^cutt: No mark/ },
  { text: '<?wbxml toString?>', says: /No mark/ },
  { text: '<?wbxml ext-3?>', says: /No mark/ },
])('$text', ({ text, says }) => {
  expect(explain(text)[0]).toMatch(says);
});

test('the name and value of a processing instruction are not taken for words of marks', () => {
  expect(explain('<?wbxml pi cut="value"?>')).toEqual([expect.stringMatching(/^pi: /)]);
});

test('a mark of several words has a sentence for each', () => {
  expect(explain('<?wbxml cut eol="crlf"?>')).toEqual([
    expect.stringMatching(/^cut: /),
    expect.stringMatching(/^eol: .*CR LF/),
  ]);
  expect(explain('<?wbxml opaque length="500/3"?>')).toEqual([
    expect.stringMatching(/^opaque: /),
    expect.stringMatching(/^length: .*takes 3 bytes/),
  ]);
});

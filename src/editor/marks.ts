import type { Mark, MarkWord } from './mark-at.ts';

type Words = string | ((value: string | undefined) => string);

const hex = 'in hex';

/** What the words of marks mean, for one who hovers over them. A row per word of the XML text's grammar. */
const meanings: Record<string, Words> = {
  // In front of the root.
  type: 'The document type: which table the names of tags come from.',
  version: 'The WBXML version the first byte says.',
  publicid: (value) =>
    value?.startsWith('#')
      ? 'The public identifier is a string of the string table, at this offset.'
      : 'The public identifier in the header, as a number.',
  charset: 'The character set in the header, by its IANA number: 106 is UTF-8, 4 is ISO-8859-1.',
  strtbl: 'How the length of the string table is written.',
  space: 'All white space inside the root is text and is sent.',
  string: 'A string of the string table, in the order of the bytes. {end} in it: it has no terminator.',

  // Tokens that stand where an encoder would not put them, or not so.
  'switch-page': (value) => `SWITCH_PAGE (00) to page ${value ?? '?'}, which no token needs here.`,
  literal: 'The name is a LITERAL: it stands in the string table, at this offset.',
  cut: 'A new string starts here. Without the mark both parts would be one string.',
  'str-i': 'An inline string (STR_I, 03). With nothing behind it: an empty one.',
  'str-t': 'A reference into the string table (STR_T, 83), by its offset.',
  entity: 'A character by its number (ENTITY, 02), not as part of a string.',
  pi: 'A processing instruction (PI, 43), its name and value written as an attribute.',
  opaque: (value) =>
    value === undefined ? 'What follows is one OPAQUE (C3) of its own.' : `OPAQUE (C3), its bytes ${hex}.`,
  length: 'The length the bytes claim, which is not the true one.',

  // Spelling of text.
  eol: 'Each line end of the text that follows is CR LF in the bytes.',
  bytes: `Bytes that are no text, ${hex}. They do not cut the string they stand in.`,

  // Where reading ends.
  end: 'The bytes end here, inside the string: its terminator is missing.',
  rest: `From here on the bytes cannot be read as tokens; they are kept, ${hex}. Without the mark the message is mended.`,

  // In attribute values only.
  start: 'The attribute start token, by its code: an encoder would choose another.',
  none: 'The tag says it has attributes, but the list is empty.',
};

const extensions = ['first', 'second', 'third'] as const;

/**
 * What a mark means, a sentence for each of its words, each with the word in front: `str-t: A reference …`.
 */
export function explainMark({ words }: Mark): string[] {
  const told = words[0]?.name === 'pi' ? words.slice(0, 1) : words; // what follows `pi` is the instruction itself
  return told.map((word) => `${word.name}: ${meaningOf(word)}${widthOf(word)}`);
}

function meaningOf({ name, value }: MarkWord): string {
  const words = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  if (typeof words === 'function') return words(value);
  return words ?? extensionOf(name) ?? valueTokenOf(name) ?? 'No mark has this word.';
}

function extensionOf(name: string): string | undefined {
  const [, form = '', digit] = /^ext-(?:([ti])-)?([0-2])$/.exec(name) ?? [];
  if (digit === undefined) return undefined;
  const code = ({ t: 0x80, i: 0x40, '': 0xc0 }[form] ?? 0) + Number(digit);
  const what = { t: 'with a number', i: 'with an inline string', '': 'of a single byte' }[form] ?? '';
  const token = `EXT_${form === '' ? '' : `${form.toUpperCase()}_`}${digit}, ${code.toString(16)}`;
  return `The ${extensions[Number(digit)] ?? ''} extension token ${what} (${token}). Its meaning is the document type’s.`;
}

function valueTokenOf(name: string): string | undefined {
  if (!/^0x[\da-f]{2}$/i.test(name)) return undefined;
  return 'An attribute value token, by its code: an encoder would choose another.';
}

/** Numbers that are written longer than need be say so: `5/2` is 5 in two bytes. */
function widthOf({ value }: MarkWord): string {
  const [, width] = /^#?\d*\/([1-5])$/.exec(value ?? '') ?? [];
  return width === undefined ? '' : ` The number takes ${width} bytes, more than it needs.`;
}

/** Words of the XML editor. */
export const words = {
  nextProblem: 'Next Problem',
  problemBefore: 'Previous Problem',
  tabLeavesSoon: 'Esc, then Tab leaves the editor',
  tabLeaves: 'Tab leaves the editor now',
  /** What the words of marks mean, for one who hovers over them: a row per word of the XML text's grammar. */
  marks: {
    // In front of the root.
    type: 'The document type: which table the names of tags come from.',
    version: 'The WBXML version the first byte says.',
    publicid: (value?: string) =>
      value?.startsWith('#')
        ? 'The public identifier is a string of the string table, at this offset.'
        : 'The public identifier in the header, as a number.',
    charset: 'The character set in the header, by its IANA number: 106 is UTF-8, 4 is ISO-8859-1.',
    strtbl: 'How the length of the string table is written.',
    space: 'All white space inside the root is text and is sent.',
    string: 'A string of the string table, in the order of the bytes. {end} in it: it has no terminator.',

    // Tokens that stand where an encoder would not put them, or not so.
    'switch-page': (value?: string) => `SWITCH_PAGE (00) to page ${value ?? '?'}, which no token needs here.`,
    literal: 'The name is a LITERAL: it stands in the string table, at this offset.',
    cut: 'A new string starts here. Without the mark both parts would be one string.',
    'str-i': 'An inline string (STR_I, 03). With nothing behind it: an empty one.',
    'str-t': 'A reference into the string table (STR_T, 83), by its offset.',
    entity: 'A character by its number (ENTITY, 02), not as part of a string.',
    pi: 'A processing instruction (PI, 43), its name and value written as an attribute.',
    opaque: (value?: string) =>
      value === undefined ? 'What follows is one OPAQUE (C3) of its own.' : 'OPAQUE (C3), its bytes in hex.',
    length: 'The length the bytes claim, which is not the true one.',

    // Spelling of text.
    eol: 'Each line end of the text that follows is CR LF in the bytes.',
    bytes: 'Bytes that are no text, in hex. They do not cut the string they stand in.',

    // Where reading ends.
    end: 'The bytes end here, inside the string: its terminator is missing.',
    rest: 'From here on the bytes cannot be read as tokens; they are kept, in hex. Without the mark the message is mended.',

    // In attribute values only.
    start: 'The attribute start token, by its code: an encoder would choose another.',
    none: 'The tag says it has attributes, but the list is empty.',
  },
  /** By the form of the token: with a number, with a string, alone. */
  extensions: { t: 'with a number', i: 'with an inline string', alone: 'of a single byte' },
  /** @param nth from 0 @param token its name and code */
  extension: (nth: number, what: string, token: string) =>
    `The ${['first', 'second', 'third'][nth] ?? ''} extension token ${what} (${token}). Its meaning is the document type’s.`,
  valueToken: 'An attribute value token, by its code: an encoder would choose another.',
  noMark: 'No mark has this word.',
  /** Behind a sentence. */
  wideNumber: (bytes: string) => ` The number takes ${bytes} bytes, more than it needs.`,
};

import type { languages } from 'monaco-editor/editor';

export const LANGUAGE = 'wbxml-xml';

/**
 * XML as this page writes it: marks `<?wbxml …?>` and, in attribute values, `{…}` are tokens of their own.
 * The token names are those of the palette. Every state gets along with text that is broken: an unfinished
 * tag ends at the next `<`, as it does for the reader.
 */
export const grammar: languages.IMonarchLanguage = {
  defaultToken: 'text',
  tokenPostfix: '',
  name: /[^\s<>/=:"'&]+/,
  reference: /&(?:#\d+|#x[\da-fA-F]+|[\w.-]+);/,
  tokenizer: {
    root: [
      [/[^<&]+/, 'text'],
      { include: '@references' },
      [/<!\[CDATA\[/, 'bracket', '@cdata'],
      [/<!--/, 'comment', '@comment'],
      [/<\?wbxml(?![^\s?])/, 'mark', '@mark'],
      [/<\?/, 'comment', '@instruction'],
      [/<!/, 'comment', '@declaration'],
      [/(<\/?)(@name:)(@name)/, ['bracket', 'prefix', { token: 'tag', next: '@tag' }]],
      [/(<\/?)(@name)/, ['bracket', { token: 'tag', next: '@tag' }]],
      [/</, 'invalid'],
    ],
    references: [
      [/@reference/, 'reference'],
      [/&/, 'invalid'],
    ],
    tag: [
      [/\s+/, 'bracket'],
      [/\/?>/, 'bracket', '@pop'],
      [/(?=<)/, 'bracket', '@pop'],
      [/@name:/, 'prefix'],
      [/@name/, 'attribute'],
      [/=/, 'bracket'],
      [/"/, 'value', '@double'],
      [/'/, 'value', '@single'],
      [/./, 'invalid'],
    ],
    double: [[/[^"&{<]+/, 'value'], [/"/, 'value', '@pop'], { include: '@value' }],
    single: [[/[^'&{<]+/, 'value'], [/'/, 'value', '@pop'], { include: '@value' }],
    value: [{ include: '@references' }, [/\{/, 'mark', '@brace'], [/(?=<)/, 'value', '@pop']],
    brace: [
      [/[^}"'<]+/, 'mark'],
      [/\}/, 'mark', '@pop'],
      [/(?=["'<])/, 'mark', '@pop'],
    ],
    cdata: [
      [/[^\]]+/, 'cdata'],
      [/\]\]>/, 'bracket', '@pop'],
      [/\]/, 'cdata'],
    ],
    comment: [
      [/[^-]+/, 'comment'],
      [/-->/, 'comment', '@pop'],
      [/-/, 'comment'],
    ],
    mark: [
      [/\?>/, 'mark', '@pop'],
      [/"/, 'mark', '@markDouble'],
      [/'/, 'mark', '@markSingle'],
      [/[^?"']+/, 'mark'],
      [/\?/, 'mark'],
    ],
    // A mark ends at the first `?>`, in quotes or not.
    markDouble: [
      [/\?>/, 'mark', '@popall'],
      [/"/, 'mark', '@pop'],
      [/[^?"]+/, 'mark.value'],
      [/\?/, 'mark.value'],
    ],
    markSingle: [
      [/\?>/, 'mark', '@popall'],
      [/'/, 'mark', '@pop'],
      [/[^?']+/, 'mark.value'],
      [/\?/, 'mark.value'],
    ],
    instruction: [
      [/\?>/, 'comment', '@pop'],
      [/[^?]+/, 'comment'],
      [/\?/, 'comment'],
    ],
    declaration: [
      [/[^[>]+/, 'comment'],
      [/\[/, 'comment', '@subset'],
      [/>/, 'comment', '@pop'],
    ],
    subset: [
      [/[^\]]+/, 'comment'],
      [/\]/, 'comment', '@pop'],
    ],
  },
};

/** A word, for a double click and for moving by words: a name with its hyphens, a number, a run of letters. */
export const configuration: languages.LanguageConfiguration = {
  wordPattern: /[^\s<>/=:"'&;{}()[\]?!.,]+/,
  comments: { blockComment: ['<!--', '-->'] },
};

import { hexByte } from '../bytes/index.ts';
import { hexUpper, registeredName, stringSpan, type Decoded } from '../doctypes/index.ts';
import {
  ATTRIBUTE_BIT,
  CONTENT_BIT,
  KIND,
  charsetOf,
  globalName,
  versionText,
  type Problem,
} from '../wbxml/index.ts';
import { counted, isText, quoted, quotedHead, SHOWN, tableHead, textHead } from './shown-text.ts';
import { attributeName, pageWords, tagName, variableText } from './token-names.ts';
import { numberOf, partsOf } from './token-parts.ts';
import { typedData } from './typed-data.ts';

/**
 * What token `i` says, in a few words: `WBXML 1.3`, `switch to page 2 Email`, `<SyncKey>`, `"1"`, `</SyncKey>`.
 * Never empty, always one line; takes time by what is shown, not by the token's length.
 * @param cap characters shown of a text
 */
export function tokenMeaning(decoded: Decoded, i: number, cap = SHOWN): string {
  const { tokens, vocabulary } = decoded;
  const kind = tokens.kind(i);
  switch (kind) {
    case KIND.version:
    case KIND.publicId:
    case KIND.charset:
    case KIND.stringTableLength:
      return headerMeaning(decoded, i, cap);
    case KIND.stringTableEntry: {
      const offset = tokens.start(i) - (decoded.document.header?.tableStart ?? 0);
      return `string at ${offset}: ${stringMeaning(decoded, i, cap)}`;
    }
    case KIND.switchPage:
      return `switch to ${pageWords(decoded, tokens.page(i), tokens.inAttributes(i) ? 'attribute' : 'tag')}`;
    case KIND.tag:
    case KIND.literalTag:
      return tagMeaning(tokens.byte(i), tagName(decoded, i));
    case KIND.end:
      return endMeaning(decoded, i);
    case KIND.strI:
      return stringMeaning(decoded, i, cap);
    case KIND.strT:
      return referenceMeaning(decoded, i, cap);
    case KIND.entity:
      return entityMeaning(numberOf(decoded, i));
    case KIND.extI: {
      const text = stringSpan(decoded.document, i);
      const { text: name } = textHead(decoded, text.start, text.end, cap);
      return vocabulary.type.variables
        ? variable(decoded, i, name)
        : `${extName(decoded, i)} ${stringMeaning(decoded, i, cap)}`;
    }
    case KIND.extT:
      return extTMeaning(decoded, i, cap);
    case KIND.ext:
      return extName(decoded, i);
    case KIND.opaque:
      return opaqueMeaning(decoded, i, cap);
    case KIND.pi:
      return 'processing instruction';
    case KIND.attributeStart: {
      const prefix = vocabulary.attributeStart(tokens.page(i), tokens.byte(i))?.prefix;
      return `${attributeName(decoded, i)}=${prefix ? quoted(prefix, cap) : ''}`;
    }
    case KIND.attributeLiteral:
      return `${attributeName(decoded, i)}=`;
    case KIND.attributeValue: {
      const text = vocabulary.attributeValue(tokens.page(i), tokens.byte(i));
      return text === undefined ? `value 0x${hexUpper(tokens.byte(i))}` : quoted(text, cap);
    }
    case KIND.unread: {
      const why = stopOf(decoded);
      const size = counted(tokens.end(i) - tokens.start(i), 'byte');
      return why ? `not read, ${size}: expected ${why.expected}, found ${why.found}` : `not read, ${size}`;
    }
    default:
      return kind satisfies never;
  }
}

/** The error that ended the reading, or `undefined` where everything was read. */
export function stopOf(decoded: Decoded): Problem | undefined {
  return decoded.problems.find(({ severity }) => severity === 'error');
}

function headerMeaning(decoded: Decoded, i: number, cap: number): string {
  const { tokens } = decoded;
  const kind = tokens.kind(i);
  if (kind === KIND.version) return `WBXML ${versionText(tokens.byte(i))}`;
  const value = numberOf(decoded, i);
  if (kind === KIND.charset) {
    return value === 0 ? 'charset not given' : (charsetOf(value)?.name ?? `charset ${value}`);
  }
  if (kind === KIND.stringTableLength) {
    return value === 0 ? 'no string table' : `string table of ${counted(value, 'byte')}`;
  }
  if (partsOf(decoded, i)[0]?.name === 'mark') {
    const name = tableHead(decoded, value, cap);
    return `public id ${name ? quotedHead(name) : 'outside the string table'}`;
  }
  return `public id ${value}${value > 1 ? ` (${registeredName(value) ?? 'not registered'})` : ''}`;
}

/** A tag as it would stand in XML; `…` where attributes follow. */
function tagMeaning(byte: number, name: string): string {
  return `<${name}${byte & ATTRIBUTE_BIT ? ' …' : ''}${byte & CONTENT_BIT ? '>' : '/>'}`;
}

function endMeaning(decoded: Decoded, i: number): string {
  const { tokens } = decoded;
  const owner = tokens.parent(i);
  if (tokens.kind(owner) === KIND.pi) return 'end of the processing instruction';
  return tokens.inAttributes(i) ? 'end of the attributes' : `</${tagName(decoded, owner)}>`;
}

function stringMeaning(decoded: Decoded, i: number, cap: number): string {
  const text = stringSpan(decoded.document, i);
  return quotedHead(textHead(decoded, text.start, text.end, cap));
}

function referenceMeaning(decoded: Decoded, i: number, cap: number): string {
  const offset = numberOf(decoded, i);
  const head = tableHead(decoded, offset, cap);
  return head
    ? `${quotedHead(head)}, string ${offset} of the table`
    : `string ${offset}, outside the string table`;
}

/** A character by its code: itself in quotes where it is one, and its number. */
export function entityMeaning(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const isCharacter = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter
    ? `character ${quoted(String.fromCodePoint(code))}, ${number}`
    : `character ${number}, which is none`;
}

const extName = (decoded: Decoded, i: number): string =>
  globalName(decoded.tokens.byte(i)) ?? hexByte(decoded.tokens.byte(i));

const variable = (decoded: Decoded, i: number, name: string): string =>
  `variable ${quoted(variableText(decoded, i, name), Infinity)}`;

function extTMeaning(decoded: Decoded, i: number, cap: number): string {
  const { type } = decoded.vocabulary;
  const value = numberOf(decoded, i);
  if (type.variables) {
    const name = tableHead(decoded, value, cap);
    return name ? variable(decoded, i, name.text) : `variable ${value}, outside the string table`;
  }
  const word = extensionWord(decoded, i, value);
  return word === undefined
    ? `${extName(decoded, i)} ${value}`
    : `${quoted(word, cap)}, word ${value} of the type`;
}

/** EXT_T_0 may name a word of the document type by number. */
function extensionWord(decoded: Decoded, i: number, value: number): string | undefined {
  if ((decoded.tokens.byte(i) & 3) !== 0) return undefined;
  return decoded.vocabulary.type.extensionWords?.find(([number]) => number === value)?.[1];
}

/** How many bytes decide whether data is shown as text. */
const PROBED = 64;

function opaqueMeaning(decoded: Decoded, i: number, cap: number): string {
  const data = partsOf(decoded, i).find(({ name }) => name === 'data');
  if (!data) return 'no data';
  const size = `data, ${counted(data.end - data.start, 'byte')}`;
  const typed = typedData(decoded, i);
  if (typed) return `${size}: ${typed.text}`;
  const text = textHead(decoded, data.start, data.end, Math.min(cap, PROBED));
  return isText(text.text) ? `${size}: ${quotedHead(text)}` : size;
}
